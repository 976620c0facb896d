/** Types of unit that a file can define: systemd.unit(5). */
export const unitTypes: readonly string[] = [
  'service',
  'socket',
  'device',
  'mount',
  'automount',
  'swap',
  'target',
  'path',
  'timer',
  'slice',
  'scope',
];

/** Types of quadlet file: podman-systemd.unit(5). */
export const quadletTypes: readonly string[] = [
  'container',
  'volume',
  'network',
  'kube',
  'image',
  'build',
  'pod',
  'artifact',
];

/** `service` of `docker.service`, and of the name `service` itself, whose drop-ins apply to all services. */
export function unitTypeOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** `foo@.service`: a template, of which instances are started. */
export function isTemplate(name: string): boolean {
  return /^[^@]+@\.[a-z]+$/.test(name);
}

/** `foo@bar.service`: made from a template, unless it has a file of its own. */
export function isInstance(name: string): boolean {
  return /^[^@]+@.+\.[a-z]+$/.test(name);
}

/** `foo@.service` for `foo@bar.service`. */
export function templateOf(instance: string): string {
  return instance.replace(/@.*(?=\.[a-z]+$)/, '@');
}

/**
 * What is wrong with a unit's name; undefined when systemd takes it.
 * https://www.freedesktop.org/software/systemd/man/latest/systemd.unit.html
 */
export function unitNameMistake(name: string): string | undefined {
  const dot = name.lastIndexOf('.');
  if (dot <= 0) return 'it has no suffix that says what kind of unit it is, such as ".service"';
  const suffix = name.slice(dot + 1);
  if (!unitTypes.includes(suffix)) return `".${suffix}" is no kind of unit`;
  if (name.length > 255) return 'it is longer than 255 characters';
  if (name.startsWith('@')) return 'nothing stands before its "@"';
  const odd = /[^A-Za-z0-9:_.\\@-]/u.exec(name)?.[0];
  return odd === undefined ? undefined : `it has the character ${JSON.stringify(odd)}`;
}

/**
 * The name that systemd derives from a path, without suffix: `var-lib-foo` for `/var/lib/foo`, as `systemd-escape
 * --path` prints it. The path must be absolute.
 */
export function escapePath(path: string): string {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  if (names.length === 0) return '-';
  const joined = Buffer.from(names.join('/'));
  return Array.from(joined, (byte, at) => {
    const character = String.fromCharCode(byte);
    if (character === '/') return '-';
    if (/[A-Za-z0-9:_]/.test(character) || (character === '.' && at > 0)) return character;
    return `\\x${byte.toString(16).padStart(2, '0')}`;
  }).join('');
}
