import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One piece of Go's standard library that reads differently in the core. */
interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Two things of the standard library differ between WebAssembly and Linux in a way that shows in what Butane
 * gives, so both are made alike while building; upstream's own code is linked as it is.
 *
 * WASI has no permission bits, and Butane's `trees:` makes a file executable when its source is. The host
 * therefore passes the bits in the upper half of a file's link count, which nothing else reads.
 *
 * The texts of system errors stand in Butane's messages.
 */
const changes: readonly Change[] = [
  {
    file: 'src/os/stat_wasip1.go',
    from: '	if fs.sys.Filetype == syscall.FILETYPE_DIRECTORY {\n		fs.mode |= 0700\n',
    to: '	if bits := FileMode(fs.sys.Nlink>>32) & ModePerm; bits != 0 {\n		fs.mode |= bits\n	} else if fs.sys.Filetype == syscall.FILETYPE_DIRECTORY {\n		fs.mode |= 0700\n',
  },
  errorText('Is a directory', 'is a directory'),
  errorText('File name too long', 'file name too long'),
  errorText('No such file or directory', 'no such file or directory'),
  errorText('Not a directory', 'not a directory'),
  errorText('Permission denied', 'permission denied'),
  errorText('Too many symbolic links', 'too many levels of symbolic links'),
];

function errorText(wasi: string, linux: string): Change {
  return { file: 'src/syscall/tables_wasip1.go', from: `"${wasi}"`, to: `"${linux}"` };
}

/**
 * Writes the changed files and the table that `go build -overlay` reads.
 *
 * @param goroot the Go installation that will build
 * @param folder an empty folder; where it is makes no difference to what is built
 * @returns the path of the table
 * @throws when a piece to change is not in this release of Go exactly once
 */
export function writeGoOverlay(goroot: string, folder: string): string {
  const replace: Record<string, string> = {};
  for (const file of new Set(changes.map((change) => change.file))) {
    const original = join(goroot, file);
    const changed = join(folder, file);
    mkdirSync(dirname(changed), { recursive: true });
    const own = changes.filter((change) => change.file === file);
    writeFileSync(changed, own.reduce(applied, readFileSync(original, 'utf8')));
    replace[original] = changed;
  }
  const table = join(folder, 'overlay.json');
  writeFileSync(table, JSON.stringify({ Replace: replace }));
  return table;
}

function applied(source: string, { file, from, to }: Change): string {
  const parts = source.split(from);
  if (parts.length !== 2)
    throw new Error(`${file} has ${JSON.stringify(from)} ${parts.length - 1} times, not once`);
  return parts.join(to);
}
