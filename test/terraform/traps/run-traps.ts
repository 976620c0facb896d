import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkModules, type ModulesReport, placeOf, runGuarded } from './check-modules.ts';

/** What a user sees of one module. */
export interface Outcome {
  /** `severity check file:line:column-endLine:endColumn message`, files relative to the module, in the report's order. */
  readonly findings: readonly string[];
  /** `kind what: why` of what could not be rendered or was made up. */
  readonly gaps: readonly string[];
  /** What \`windtunnel render\` wrote, by the path below the entry's folder. */
  readonly rendered: Readonly<Record<string, string>>;
}

const modules = fileURLToPath(new URL('modules', import.meta.url));

/** Names of the modules beside this file. */
export const traps: readonly string[] = readdirSync(modules).sort();

/** Checks and renders all of them in one workspace, as somebody would who has them in one repository. */
export async function runTraps(): Promise<ReadonlyMap<string, Outcome>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-traps-'));
  try {
    cpSync(modules, folder, { recursive: true, filter: (file) => path.basename(file) !== 'expected' });
    const settings = { terraform: { modules: traps, ignore: ['/*/*/'] } };
    writeFileSync(path.join(folder, 'windtunnel.yaml'), JSON.stringify(settings));
    const { report } = await checkModules(folder);
    const out = path.join(folder, 'out');
    await runGuarded(['render', '--quiet', '--out', out], folder);
    return new Map(traps.map((trap) => [trap, outcomeOf(trap, report, path.join(out, trap))]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function outcomeOf(trap: string, { findings, gaps }: ModulesReport, out: string): Outcome {
  return {
    findings: findings
      .filter(({ origin }) => origin.file === trap || origin.file.startsWith(`${trap}/`))
      .map((finding) => {
        return `${finding.severity} ${placeOf(finding).replace(`${trap}/`, '')} ${finding.message}`;
      }),
    gaps: gaps
      .filter(({ entries }) => entries.includes(trap))
      .map(({ kind, what, why }) => `${kind} ${what}: ${why}`),
    rendered: readTree(out),
  };
}

/** Contents of a folder's files, by their paths in it; nothing when it is not there. */
export function readTree(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.sort().map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]),
  );
}

/** What must be seen of a module: every finding and gap, and these of the rendered files. */
export function expectedOf(trap: string): Outcome {
  const folder = path.join(modules, trap, 'expected');
  return {
    findings: linesOf(path.join(folder, 'findings.txt')),
    gaps: linesOf(path.join(folder, 'gaps.txt')),
    rendered: readTree(path.join(folder, 'rendered')),
  };
}

function linesOf(file: string): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
