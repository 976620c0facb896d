import type { Core } from '../core/host.ts';
import type { Check } from '../model/check.ts';
import type { LocatedProblem } from '../model/finding.ts';
import { redactProblems } from '../model/redact-secrets.ts';
import type { MatrixEntry, RenderedFile } from '../model/rendered-cluster.ts';
import { templateOrigins } from '../model/source-map-locate.ts';
import type { StageResult } from '../model/stage.ts';
import { languageOf } from './language.ts';
import { fileProblems } from './run-checks.ts';
import type { FileSubject } from './subjects.ts';

export interface FilesVerdict {
  readonly results: readonly StageResult[];
  readonly problems: readonly LocatedProblem[];
}

/**
 * Runs the stage `contents` on files that reach a machine beside its config: scripts of provisioners, and what a bundle
 * holds. Files that nobody can tell the language of are left out.
 *
 * @param secrets values that no problem may show
 */
export function checkFiles(
  core: Core,
  checks: readonly Check[],
  entry: MatrixEntry,
  files: readonly RenderedFile[],
  secrets: readonly string[],
): FilesVerdict {
  const results: StageResult[] = [];
  const problems: LocatedProblem[] = [];
  for (const file of files) {
    const language = languageOf(file.path, file.text);
    if (language === 'text' || language === 'unit' || file.target === 'operator') continue;
    const found = problemsOf(core, checks, entry, file, language);
    problems.push(...redactProblems(found, secrets));
    const outcome: StageResult['outcome'] =
      found.length > 0 ? { status: 'findings', count: found.length } : { status: 'passed' };
    results.push({ stage: 'contents', entry: entry.name, subject: `${file.owner}: ${file.path}`, outcome });
  }
  return { results, problems };
}

function problemsOf(
  core: Core,
  checks: readonly Check[],
  entry: MatrixEntry,
  { path, text, file, map }: RenderedFile,
  language: FileSubject['language'],
): LocatedProblem[] {
  const locate = (line: number, column: number) => ({ file, line, column });
  const toTemplate = templateOrigins({ file, text, ...(map && { map }) });
  const subject: FileSubject = { path, text, locate, language, mode: undefined, core };
  return fileProblems(checks, entry.name, subject).map((problem) => ({
    ...problem,
    origin: toTemplate(problem.origin),
  }));
}
