import { createHash } from 'node:crypto';
import { textAt, type Values } from '../rendered-values.ts';
import { ipv4InConfiguredRange, privateCidr, privateIpv4, publicIpv4 } from './clouds/addresses.ts';

/** The resource instance that values are made up for. */
export interface Subject {
  /** Address without the instance's own key, so that instances can be told apart by counting. */
  readonly base: string;
  /** Number of the instance: its count index, or one derived from its key. */
  readonly offset: number;
  readonly type: string;
  readonly name: string;
  readonly config: Values;
  /** What an attribute of the same instance is made of, where a form names it: `{name}`. */
  readonly formOf: (attribute: string) => string;
}

/** Bound for forms that name attributes which name attributes. */
const maxDepth = 6;

/**
 * Makes up the value of an attribute; the same subject and path give the same value, and others another one.
 *
 * A form is one of:
 * - `null`, `true`, `false`, `#5` (a number), `{}` (an empty map), `json` (the text of an empty object);
 * - `unknown`, for a whole attribute of which not even the form can be told, a map with keys of the provider's (`generic.ts`);
 * - `ipv4` (private), `public-ipv4`, `ipv6`, `public-ip` (one of the two, as the configuration asks), `cidr`, `ipv6-cidr`, `mac`, `fqdn`, `hostname`, `name`, `uuid`,
 *   `timestamp`, `ssh-public-key`, `base64`;
 * - `form*3`, a list of three, and `[form,form]`, a list of these;
 * - a text with `{hex:8}`, `{HEX:8}`, `{digits:8}`, `{uuid}`, `{type}`, `{host:attribute}` (without a dot at its end), and `{attribute}` or `{attribute|default}`:
 *   what the configuration sets it to, the default, or the placeholder of that attribute.
 */
export function placeholder(form: string, subject: Subject, path: string, depth = 0): unknown {
  const repeated = /^(.+)\*(\d)$/.exec(form);
  if (repeated !== null) {
    const [, element = '', count = '1'] = repeated;
    return Array.from({ length: Number(count) }, (_, index) =>
      placeholder(element, subject, `${path}.${index}`, depth),
    );
  }
  if (form.startsWith('[')) {
    const elements = form.slice(1, -1).split(',');
    return elements.map((element, index) => placeholder(element, subject, `${path}.${index}`, depth));
  }
  if (form.startsWith('#')) return Number(form.slice(1));
  const literal = literals.get(form);
  if (literal !== undefined) return literal();
  return kinds[form]?.(subject, path) ?? fillIn(form, subject, path, depth);
}

const literals: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  ['null', () => null],
  ['true', () => true],
  ['false', () => false],
  ['{}', () => ({})],
]);

/** RFC 3849 and RFC 2606 keep these addresses and names for documentation. */
const kinds: Readonly<Record<string, (subject: Subject, path: string) => string>> = {
  json: () => '{}',
  ipv4: (subject, path) =>
    ipv4InConfiguredRange(subject.config, counted(subject, path)) ?? privateIpv4(counted(subject, path)),
  'public-ipv4': (subject, path) => publicIpv4(counted(subject, path)),
  'public-ip': (subject, path) =>
    wantsIpv6(subject) ? ipv6(subject, path) : publicIpv4(counted(subject, path)),
  ipv6,
  cidr: (subject, path) => privateCidr(counted(subject, path)),
  'ipv6-cidr': (subject, path) => `2001:db8:${groups(subject, path, 1)}:${hex(subject, path, 2)}00::/56`,
  mac: (subject, path) => `02:${pairs(hex(subject, path, 10)).join(':')}`,
  fqdn: (subject, path) => `${madeUpName(subject, path)}.example`,
  hostname: madeUpName,
  name: madeUpName,
  uuid,
  timestamp: () => '2024-01-01T00:00:00Z',
  'ssh-public-key': sshPublicKey,
  base64: (subject, path) => Buffer.from(`placeholder ${madeUpName(subject, path)}`).toString('base64'),
};

function fillIn(form: string, subject: Subject, path: string, depth: number): string {
  return form.replace(/\{([a-z_]+)(?:[:|]([^{}]*))?\}/gi, (_, key: string, argument: string | undefined) => {
    if (key === 'hex') return hex(subject, path, Number(argument));
    if (key === 'HEX') return hex(subject, path, Number(argument)).toUpperCase();
    if (key === 'digits') return digits(subject, path, Number(argument));
    if (key === 'uuid') return uuid(subject, path);
    if (key === 'type') return subject.type.replace(/^[^_]*_/, '').replaceAll('_', '-');
    // The dot at the end of an absolute name is not given back.
    if (key === 'host') return attributeText(subject, argument ?? '', undefined, depth).replace(/\.$/, '');
    return attributeText(subject, key, argument, depth);
  });
}

function attributeText(subject: Subject, key: string, fallback: string | undefined, depth: number): string {
  const set = textAt(subject.config, key);
  if (set !== undefined) return set;
  if (fallback !== undefined) return fallback;
  return depth < maxDepth ? String(placeholder(subject.formOf(key), subject, key, depth + 1)) : key;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** A number below 2^48 that grows by one from instance to instance. */
function counted(subject: Subject, path: string): number {
  return digest(`${subject.base} ${path}`).readUIntBE(0, 6) + subject.offset;
}

function hex(subject: Subject, path: string, length: number): string {
  return digest(`${subject.base} ${path} ${subject.offset}`).toString('hex').slice(0, length);
}

function digits(subject: Subject, path: string, length: number): string {
  const least = 10 ** (length - 1);
  return String(least + (counted(subject, path) % (9 * least)));
}

/** Groups of an IPv6 address, without leading zeros. */
function groups(subject: Subject, path: string, count: number): string {
  const text = hex(subject, path, count * 4);
  return Array.from({ length: count }, (_, index) =>
    (1 + (Number.parseInt(text.slice(index * 4, index * 4 + 4), 16) % 0xfffe)).toString(16),
  ).join(':');
}

function ipv6(subject: Subject, path: string): string {
  return `2001:db8:${groups(subject, path, 2)}::${groups(subject, `${path} host`, 2)}`;
}

/** Azure, Google and Hetzner reserve addresses of the version that `ip_version` or `type` says. */
function wantsIpv6({ config }: Subject): boolean {
  return ['ip_version', 'type'].some((name) => /^ipv6$/i.test(textAt(config, name) ?? ''));
}

function pairs(text: string): string[] {
  return text.match(/../g) ?? [];
}

function uuid(subject: Subject, path: string): string {
  const text = hex(subject, path, 32);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-8${text.slice(17, 20)}-${text.slice(20, 32)}`;
}

/** The resource's own name, or what the configuration wants it to start with, and something unique. */
function madeUpName(subject: Subject, path: string): string {
  const prefix = path === 'name' ? textAt(subject.config, 'name_prefix') : undefined;
  if (prefix !== undefined) return prefix + hex(subject, path, 16);
  const name = subject.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return `${name}-${hex(subject, path, 8)}`;
}

/** An ed25519 key as RFC 4253 section 6.6 encodes one; nobody has the private half. */
function sshPublicKey(subject: Subject, path: string): string {
  const key = digest(`${subject.base} ${path} ${subject.offset}`);
  const blob = Buffer.concat([Buffer.from('\0\0\0\x0bssh-ed25519\0\0\0\x20', 'latin1'), key]);
  return `ssh-ed25519 ${blob.toString('base64')} placeholder`;
}
