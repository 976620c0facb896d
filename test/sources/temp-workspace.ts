import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { LeftOut } from '../../src/model/report.ts';
import { openWorkspace, type Workspace } from '../../src/sources/workspace.ts';

/** A folder with these files, removed when the test ends. Gives its absolute path. */
export function tempFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

/** Opens a workspace that the test expects to open. */
export function open(folder: string, ...named: string[]): Workspace {
  const workspace = openWorkspace(folder, named);
  if ('unusable' in workspace) throw new Error(workspace.unusable);
  return workspace;
}

/** `status file: reason`, sorted. */
export function leftOutLines(leftOut: readonly LeftOut[]): string[] {
  return leftOut.map(({ file, status, reason }) => `${status} ${file}: ${reason}`).sort();
}

export const butane = 'variant: fcos\nversion: 1.5.0\n';
