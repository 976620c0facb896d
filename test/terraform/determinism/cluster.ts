import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { runGuarded } from '../traps/check-modules.ts';
import { readTree } from '../traps/run-traps.ts';

type Files = Readonly<Record<string, string>>;

/** The modules beside this file. */
export const cluster: Files = readTree(fileURLToPath(new URL('cluster', import.meta.url)));

/** Writes files in their order into a new folder, below a path; gives that. */
export function writeFiles(files: Files, below = ''): string {
  const made = mkdtempSync(path.join(tmpdir(), 'windtunnel-same-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  const folder = path.join(made, below);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** What `render` writes of a folder, keys and all, by file. */
export async function renderFolder(folder: string): Promise<Files> {
  const args = ['render', '--quiet', '--with-placeholder-keys', '--out', 'rendered'];
  const { code, stderr } = await runGuarded(args, folder);
  if (code !== 0 && code !== 1) throw new Error(`render ended with ${code}: ${stderr}`);
  return readTree(path.join(folder, 'rendered'));
}

/** `file: - before + after` for each line that differs; whole files where one has more lines. */
export function changedLines(base: Files, head: Files): string[] {
  return [...new Set([...Object.keys(base), ...Object.keys(head)])].sort().flatMap((file) => {
    const before = base[file]?.split('\n') ?? [];
    const after = head[file]?.split('\n') ?? [];
    if (before.length !== after.length) return [`${file}: ${before.length} and ${after.length} lines`];
    return before.flatMap((line, index) =>
      line === after[index] ? [] : [`${file}: - ${line.trim()} + ${after[index]?.trim()}`],
    );
  });
}
