/** The parts of a URL, as Go's net/url keeps them. */
export interface RequestUri {
  readonly scheme: string;
  /** Host and port as written, without the user. */
  readonly host: string;
  /** Decoded. */
  readonly path: string;
  readonly escapedPath: string;
  /** Behind the question mark, as written. */
  readonly query: string;
}

/**
 * Reads a URL as Go's `url.ParseRequestURI`: absolute, or an absolute path; undefined when it is refused.
 * https://pkg.go.dev/net/url#ParseRequestURI
 */
export function parseRequestUri(text: string): RequestUri | undefined {
  if (text === '' || hasControl(text)) return undefined;
  if (text === '*') return { scheme: '', host: '', path: '*', escapedPath: '*', query: '' };
  const parts = splitScheme(text);
  if (!parts) return undefined;
  const { scheme } = parts;
  const mark = parts.rest.indexOf('?');
  const query = mark < 0 ? '' : parts.rest.slice(mark + 1);
  let rest = mark < 0 ? parts.rest : parts.rest.slice(0, mark);
  if (!rest.startsWith('/')) {
    // `mailto:a@b`: nothing behind the scheme is taken apart.
    return scheme === '' ? undefined : { scheme, host: '', path: '', escapedPath: '', query };
  }
  let host = '';
  if ((scheme !== '' || !rest.startsWith('///')) && rest.startsWith('//')) {
    const end = rest.indexOf('/', 2);
    const authority = end < 0 ? rest.slice(2) : rest.slice(2, end);
    const read = readAuthority(authority);
    if (read === undefined) return undefined;
    host = read;
    rest = end < 0 ? '' : rest.slice(end);
  }
  const path = decode(rest, 'path');
  return path === undefined ? undefined : { scheme, host, path, escapedPath: escapePath(rest, path), query };
}

/** The host without its port and brackets. */
export function hostname(host: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d*)?$/.exec(host);
  if (bracketed) return bracketed[1] ?? '';
  return host.replace(/:\d*$/, '');
}

/** The digits behind the host's last colon. */
export function port(host: string): string {
  return /:(\d*)$/.exec(host.replace(/^\[[^\]]*\]/, ''))?.[1] ?? '';
}

/** The parameters of a query in the order of their names' first occurrence; what cannot be decoded is left out. */
export function parseQuery(query: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    if (pair === '' || pair.includes(';')) continue;
    const equals = pair.indexOf('=');
    const key = decode(equals < 0 ? pair : pair.slice(0, equals), 'query');
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1), 'query');
    if (key === undefined || value === undefined) continue;
    const known = values.get(key);
    if (known) known.push(value);
    else values.set(key, [value]);
  }
  return values;
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

function splitScheme(text: string): { scheme: string; rest: string } | undefined {
  const found = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text);
  if (found) return { scheme: (found[1] ?? '').toLowerCase(), rest: text.slice(found[0].length) };
  return text.startsWith(':') ? undefined : { scheme: '', rest: text };
}

/** The host of `user:password@host:port`; undefined when Go refuses it. */
function readAuthority(authority: string): string | undefined {
  const at = authority.lastIndexOf('@');
  if (at >= 0 && !/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(authority.slice(0, at))) return undefined;
  if (at >= 0 && decode(authority.slice(0, at), 'path') === undefined) return undefined;
  const host = authority.slice(at + 1);
  if (host.startsWith('[')) return readBracketed(host);
  const colon = host.lastIndexOf(':');
  if (colon >= 0 && !/^:\d*$/.test(host.slice(colon))) return undefined;
  return decode(host, 'host');
}

function readBracketed(host: string): string | undefined {
  const end = host.lastIndexOf(']');
  if (end < 0 || !/^(?::\d*)?$/.test(host.slice(end + 1))) return undefined;
  return /[\s"<>\\^`{|}]/.test(host) ? undefined : host;
}

// What a host may hold beside letters, digits and bytes over 0x7f.
const hostCharacters = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]|[^\x20-\x7e]|%[0-9A-Fa-f]{2})*$/;

function decode(text: string, mode: 'path' | 'query' | 'host'): string | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  if (mode === 'host' && !hostCharacters.test(text)) return undefined;
  // In a host only bytes over 0x7f may be escaped.
  if (mode === 'host' && /%[0-7]/.test(text)) return undefined;
  const plus = mode === 'query' ? text.replaceAll('+', ' ') : text;
  if (!plus.includes('%')) return plus;
  const bytes = plus
    .split(/(%[0-9A-Fa-f]{2})/)
    .map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.from(part.slice(1), 'hex')));
  return Buffer.concat(bytes).toString('utf8');
}

/** `EscapedPath()`: the path as written where that is a valid escaping, otherwise escaped anew. */
function escapePath(written: string, path: string): string {
  if (/^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:@/[\]]|%[0-9A-Fa-f]{2})*$/.test(written)) return written;
  if (path === '*') return '*';
  return encodeURI(path).replace(/[?#[\]!'()*]/g, (char) =>
    /[!'()*?#]/.test(char) ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : char,
  );
}
