import path from 'node:path';
import { readText } from '../workspace/read-text.ts';
import type { FoundModule } from './candidate-modules.ts';
import { inWorkspaceMount } from './fetched-modules.ts';
import { type ModuleFolders, namesIn, realFolder } from './module-folder.ts';

const reading = /\b(?:templatefile|file)\(\s*"\$\{path\.(?:module|root)\}\/([^"\n]{1,200})"/g;
const mostWords = 3;

/**
 * Words that a module puts into the names of files that it reads, as the files beside it have them: `mynode` where it
 * reads `cl/machine-${each.key}.yaml` and there is `cl/machine-mynode.yaml`. Machines with other names would have no
 * config.
 */
export function wordsInFileNames({ folder, files }: FoundModule, folders: ModuleFolders): string[] {
  const texts = files.map((file) => readText(folders.workspace, file) ?? '');
  const patterns = texts.flatMap((text) => [...text.matchAll(reading)].map(([, written = '']) => written));
  const words = [...new Set(patterns)].flatMap((written) => {
    const [before = '', after, ...more] = written.split(/\$\{[^}]*\}/);
    if (after === undefined || after.includes('/') || more.length > 0) return [];
    const place = path.posix.join(inWorkspaceMount(folder), path.posix.dirname(`${before}x`));
    const real = realFolder(place, folders);
    return real === undefined
      ? []
      : wordsBetween(namesIn(real), path.posix.basename(`${before}x`).slice(0, -1), after);
  });
  return [...new Set(words)].sort().slice(0, mostWords);
}

function wordsBetween(names: readonly string[], start: string, end: string): string[] {
  return names
    .filter((name) => name.startsWith(start) && name.endsWith(end) && name.length > start.length + end.length)
    .map((name) => name.slice(start.length, name.length - end.length))
    .filter((word) => /^[\w.-]{1,60}$/.test(word));
}
