import type { Check } from '../model/check.ts';
import type { LocatedProblem } from '../model/finding.ts';
import { redactProblems } from '../model/redact-secrets.ts';
import type { ManifestText, MatrixEntry } from '../model/rendered-cluster.ts';
import { templateLines } from '../model/source-map-lines.ts';
import { templateOrigins } from '../model/source-map-locate.ts';
import type { StageResult } from '../model/stage.ts';
import { checkText, type KubernetesProblem, type TextVerdict } from './check-text.ts';
import { newestMinor } from './minors.ts';
import type { Validator } from './validator.ts';

export interface ManifestsVerdict {
  readonly results: readonly StageResult[];
  readonly problems: readonly LocatedProblem[];
  /** How many objects each item has. */
  readonly objects: readonly number[];
}

interface Item {
  readonly entry: MatrixEntry;
  readonly manifest: ManifestText;
  /** Values that no problem may show. */
  readonly secrets?: readonly string[];
}

/** Runs the stage `kubernetes` on files of Kubernetes documents. */
export function checkManifests(
  validator: Validator,
  checks: readonly Check[],
  items: readonly Item[],
): ManifestsVerdict {
  const severities = severitiesOf(checks);
  const results: StageResult[] = [];
  const problems: LocatedProblem[] = [];
  const objects: number[] = [];
  for (const { entry, manifest, secrets = [] } of items) {
    const verdict = checkText(validator, manifest.text, minorOf(entry));
    objects.push(verdict.objects);
    const located = locateProblems(manifest, verdict.problems, entry.name, severities);
    for (const problem of redactProblems(located, secrets)) problems.push(problem);
    const subject = manifest.place ?? manifest.file;
    for (const outcome of outcomesOf(verdict)) {
      results.push({ stage: 'kubernetes', entry: entry.name, subject, outcome });
    }
  }
  return { results, problems, objects };
}

function locateProblems(
  manifest: ManifestText,
  problems: readonly KubernetesProblem[],
  entry: string,
  severities: ReadonlyMap<string, LocatedProblem['severity']>,
): LocatedProblem[] {
  const toTemplate = templateOrigins(manifest);
  const sayLines = templateLines(manifest);
  const isRendered = manifest.map !== undefined || manifest.place !== undefined;
  return problems.map(({ at, ...rest }) => ({
    ...rest,
    message: sayLines(rest.message),
    severity: rest.severity ?? severities.get(rest.check) ?? 'error',
    origin: toTemplate({
      file: manifest.file,
      ...at,
      ...(at.endColumn !== undefined && { endLine: at.line }),
    }),
    stage: 'kubernetes',
    entry,
    ...(isRendered && { rendered: `${manifest.place ?? manifest.file} line ${at.line}` }),
  }));
}

/** How the stage ended for a text: what was not checked stands beside what was. */
function outcomesOf({ objects, problems, unchecked }: TextVerdict): StageResult['outcome'][] {
  const skipped = unchecked.map((reason) => ({ status: 'skipped' as const, reason }));
  if (problems.length > 0) return [{ status: 'findings', count: problems.length }, ...skipped];
  if (skipped.length > 0) return skipped;
  return objects > 0
    ? [{ status: 'passed' }]
    : [{ status: 'not-applicable', reason: 'no Kubernetes object in it' }];
}

function severitiesOf(checks: readonly Check[]): ReadonlyMap<string, LocatedProblem['severity']> {
  return new Map(checks.map(({ id, severity }) => [id, severity]));
}

/** `1.36` is 36. */
export function minorOf({ kubernetes }: MatrixEntry): number {
  const minor = Number(/^1\.(\d+)$/.exec(kubernetes ?? '')?.[1]);
  return Number.isNaN(minor) ? newestMinor : minor;
}
