import {
  closeSync,
  constants,
  type Dirent,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';

/** Error numbers of WASI preview 1 that the host answers with. */
export const errno = {
  success: 0,
  access: 2,
  badDescriptor: 8,
  tooBig: 22,
  invalid: 28,
  noEntry: 44,
  notSupported: 52,
  isDirectory: 31,
  linkLoop: 32,
  nameTooLong: 37,
  notDirectory: 54,
  readOnly: 69,
} as const;

/** Larger files are refused: nothing that goes into user data comes near. */
const maxLocalFileBytes = 8 * 1024 * 1024;

/**
 * Where folders are mounted, by descriptor from {@link preopened} on. The core's snapshot knows them by heart: a change
 * needs `npm run build:core`.
 */
const mountPoints = ['/workspace', '/modules'] as const;
const preopened = 3;

/** Folders that the core may read: those of `/workspace` and, for Terraform modules that were fetched, `/modules`. */
export interface Mounts {
  readonly workspace?: string | undefined;
  readonly modules?: string | undefined;
}
const fileType = { directory: 3, regular: 4, link: 7, characterDevice: 2 } as const;

interface OpenFile {
  readonly file: string;
  readonly stats: Stats;
  readonly bytes: Buffer;
  position: number;
}

/**
 * The part of WASI that reads files, for Butane's `local:` and `trees:` and for Terraform modules. Whatever leads out
 * of a mounted folder, by `..` or by a symbolic link, and whatever is no plain file or folder is refused.
 */
export class ReadOnlyFiles {
  /** Of each mount point, in their order. */
  readonly #folders: readonly (string | undefined)[];
  /** Their real paths, once somebody looked: a cache may be made after the start. */
  readonly #roots: (string | undefined)[] = [];
  readonly #view: () => DataView;
  readonly #open = new Map<number, OpenFile>();
  readonly #resolved = new Map<string, string>();
  #next = preopened + mountPoints.length;

  constructor({ workspace, modules }: Mounts, view: () => DataView) {
    this.#folders = [workspace, modules];
    this.#view = view;
  }

  imports(): Record<string, (...args: never[]) => unknown> {
    return {
      fd_prestat_get: (fd: number, out: number) => this.#prestat(fd, out),
      fd_prestat_dir_name: (fd: number, out: number, length: number) => this.#mountName(fd, out, length),
      fd_fdstat_get: (fd: number, out: number) => this.#descriptorState(fd, out),
      fd_fdstat_set_flags: () => errno.success,
      fd_filestat_get: (fd: number, out: number) => {
        const open = this.#open.get(fd);
        return open ? this.#writeStat(out, open.stats) : errno.badDescriptor;
      },
      fd_read: (fd: number, vectors: number, count: number, out: number) =>
        this.#read(fd, vectors, count, out),
      fd_readdir: (fd: number, out: number, length: number, cookie: bigint, used: number) =>
        this.#readDirectory(fd, out, length, Number(cookie), used),
      fd_close: (fd: number) => (this.#open.delete(fd) ? errno.success : errno.badDescriptor),
      path_open: (
        fd: number,
        _flags: number,
        name: number,
        length: number,
        ...rest: [number, bigint, bigint, number, number]
      ) => this.#openPath(fd, this.#text(name, length), rest[0], rest[4]),
      path_filestat_get: (fd: number, flags: number, name: number, length: number, out: number) =>
        this.#guard(() => {
          const file = this.#resolve(fd, this.#text(name, length), (flags & 1) === 1);
          return typeof file === 'number' ? file : this.#writeStat(out, lstatSync(file));
        }),
      path_readlink: (fd: number, name: number, length: number, out: number, size: number, used: number) =>
        this.#guard(() => this.#readLink(fd, this.#text(name, length), out, size, used)),
    };
  }

  #prestat(fd: number, out: number): number {
    const mountPoint = mountPoints[fd - preopened];
    if (mountPoint === undefined) return errno.badDescriptor;
    this.#view().setUint8(out, 0);
    this.#view().setUint32(out + 4, mountPoint.length, true);
    return errno.success;
  }

  #mountName(fd: number, out: number, length: number): number {
    const mountPoint = mountPoints[fd - preopened];
    if (mountPoint === undefined) return errno.badDescriptor;
    Buffer.from(this.#view().buffer, out, length).write(mountPoint, 'latin1');
    return errno.success;
  }

  #descriptorState(fd: number, out: number): number {
    const open = this.#open.get(fd);
    const isMount = mountPoints[fd - preopened] !== undefined;
    if (!open && fd > preopened && !isMount) return errno.badDescriptor;
    const type = open ? typeOf(open.stats) : isMount ? fileType.directory : fileType.characterDevice;
    const view = this.#view();
    view.setUint8(out, type);
    view.setUint16(out + 2, 0, true);
    view.setBigUint64(out + 8, ~0n, true);
    view.setBigUint64(out + 16, ~0n, true);
    return errno.success;
  }

  #openPath(mount: number, name: string, createFlags: number, out: number): number {
    const create = 1;
    const truncate = 8;
    if ((createFlags & (create | truncate)) !== 0) return errno.readOnly;
    return this.#guard(() => {
      const file = this.#resolve(mount, name, true);
      if (typeof file === 'number') return file;
      const stats = lstatSync(file);
      // A FIFO or a device could block for ever.
      if (!stats.isFile() && !stats.isDirectory()) return errno.access;
      if (stats.size > maxLocalFileBytes) return errno.tooBig;
      const bytes = stats.isFile() ? readWithoutFollowing(file) : directoryEntries(file);
      const fd = this.#next++;
      this.#open.set(fd, { file, stats, bytes, position: 0 });
      this.#view().setUint32(out, fd, true);
      return errno.success;
    });
  }

  #read(fd: number, vectors: number, count: number, out: number): number {
    const open = this.#open.get(fd);
    if (open?.stats.isDirectory()) return errno.isDirectory;
    if (!open) return errno.badDescriptor;
    const view = this.#view();
    let total = 0;
    for (let index = 0; index < count; index += 1) {
      const start = view.getUint32(vectors + index * 8, true);
      const length = view.getUint32(vectors + index * 8 + 4, true);
      const chunk = open.bytes.subarray(open.position, open.position + length);
      new Uint8Array(view.buffer, start, length).set(chunk);
      open.position += chunk.length;
      total += chunk.length;
    }
    view.setUint32(out, total, true);
    return errno.success;
  }

  // The whole listing was encoded when the folder was opened; a cookie is an offset into it.
  #readDirectory(fd: number, out: number, length: number, cookie: number, used: number): number {
    const open = this.#open.get(fd);
    if (!open?.stats.isDirectory()) return errno.badDescriptor;
    const chunk = open.bytes.subarray(cookie, cookie + length);
    new Uint8Array(this.#view().buffer, out, length).set(chunk);
    this.#view().setUint32(used, chunk.length, true);
    return errno.success;
  }

  #readLink(mount: number, name: string, out: number, size: number, used: number): number {
    const file = this.#resolve(mount, name, false);
    if (typeof file === 'number') return file;
    const target = Buffer.from(readlinkSync(file)).subarray(0, size);
    new Uint8Array(this.#view().buffer, out, size).set(target);
    this.#view().setUint32(used, target.length, true);
    return errno.success;
  }

  /** As {@link #follow}; what was found once stays: an instance serves one run, and asks for templates often. */
  #resolve(mount: number, name: string, followLast: boolean): string | number {
    const key = `${mount} ${followLast} ${name}`;
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const found = this.#follow(mount, name, followLast);
    if (typeof found === 'string') this.#resolved.set(key, found);
    return found;
  }

  /** Real path of a name below the mount, or the error number when it leads out of it. */
  #follow(mount: number, name: string, followLast: boolean): string | number {
    const index = mount - preopened;
    const folder = this.#folders[index];
    if (folder === undefined) return errno.noEntry;
    const root = this.#roots[index] ?? realpathSync.native(folder);
    this.#roots[index] = root;
    const joined = path.join(root, name);
    const parent = realpathSync.native(path.dirname(joined));
    const real =
      joined === root
        ? root
        : followLast
          ? realpathSync.native(joined)
          : path.join(parent, path.basename(joined));
    const within = index === 0 ? root : fetchedModule(root, joined);
    const inside = within !== undefined && (real === within || real.startsWith(within + path.sep));
    return inside ? real : errno.access;
  }

  #guard(act: () => number): number {
    try {
      return act();
    } catch (error) {
      return errnoOf(error);
    }
  }

  #writeStat(out: number, stats: Stats): number {
    const view = this.#view();
    for (let offset = 0; offset < 64; offset += 8) view.setBigUint64(out + offset, 0n, true);
    view.setUint8(out + 16, typeOf(stats));
    // WASI has no permission bits; the core's build reads them from the upper half of the link count
    // (docs/adr/0001-go-overlay.md), so that executables of a tree stay executable.
    view.setBigUint64(out + 24, (BigInt(stats.mode & 0o777) << 32n) | 1n, true);
    view.setBigUint64(out + 32, BigInt(stats.size), true);
    return errno.success;
  }

  #text(start: number, length: number): string {
    return Buffer.from(this.#view().buffer, start, length).toString();
  }
}

/** Folder of one repository among those that were fetched: a link in one must not lead into another. */
function fetchedModule(root: string, file: string): string | undefined {
  const [name] = path.relative(root, file).split(path.sep);
  return name === undefined || name === '' || name === '..' ? undefined : path.join(root, name);
}

function typeOf(node: Stats | Dirent): number {
  if (node.isDirectory()) return fileType.directory;
  if (node.isSymbolicLink()) return fileType.link;
  // FIFOs, sockets and devices: all that matters is that nobody takes them for files.
  return node.isFile() ? fileType.regular : fileType.characterDevice;
}

// Between the look and the opening somebody may put a link or a FIFO there.
function readWithoutFollowing(file: string): Buffer {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Entries in the `dirent` format, in an order that is the same on every file system. */
function directoryEntries(folder: string): Buffer {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const chunks: Buffer[] = [];
  let end = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const head = Buffer.alloc(24);
    end += head.length + name.length;
    head.writeBigUInt64LE(BigInt(end), 0);
    head.writeUInt32LE(name.length, 16);
    head.writeUInt8(typeOf(entry), 20);
    chunks.push(head, name);
  }
  return Buffer.concat(chunks);
}

function errnoOf(error: unknown): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return errno.noEntry;
  if (code === 'ENOTDIR') return errno.notDirectory;
  if (code === 'ELOOP') return errno.linkLoop;
  if (code === 'ENAMETOOLONG') return errno.nameTooLong;
  if (code === 'EINVAL') return errno.invalid;
  return errno.access;
}
