/** A file of a commit. */
export interface TreeFile {
  /** Relative to the top of the commit, with `/`. */
  readonly name: string;
  readonly kind: 'file' | 'link';
  readonly object: string;
  /** Bytes. */
  readonly size: number;
}

export interface ListedTree {
  readonly files: readonly TreeFile[];
  /** Names that are left away, and why. */
  readonly leftOut: readonly string[];
}

/**
 * Reads what `git ls-tree -r -l -z` prints: `<mode> SP <type> SP <object> SP <size> TAB <file>`
 * (https://git-scm.com/docs/git-ls-tree#_output_format). A commit may be a stranger's: no name leads out of its tree.
 */
export function readTree(listing: string): ListedTree {
  const files: TreeFile[] = [];
  const leftOut: string[] = [];
  for (const line of listing.split('\0')) {
    const [, mode, type, object, size, name] = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t(.+)$/s.exec(line) ?? [];
    if (mode === undefined || object === undefined || name === undefined) continue;
    if (!isBelow(name)) leftOut.push(`${name}: a name that leads out of the tree`);
    else if (type === 'commit') leftOut.push(`${name}: a submodule`);
    else if (type === 'blob')
      files.push({ name, kind: mode === '120000' ? 'link' : 'file', object, size: Number(size) });
  }
  return { files, leftOut };
}

function isBelow(name: string): boolean {
  return name.split('/').every((part) => !['', '.', '..'].includes(part) && part.toLowerCase() !== '.git');
}
