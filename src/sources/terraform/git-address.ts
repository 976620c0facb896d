import type { Refused } from './module-address.ts';

/** A folder in a git repository. */
export interface GitAddress {
  readonly kind: 'git';
  /** What git is given; may hold credentials, and is never shown. */
  readonly url: string;
  /** Branch, tag or commit; undefined means the repository's HEAD. */
  readonly ref: string | undefined;
  /** Folder in it, '' for its top. */
  readonly folder: string;
  /** Host and path without credentials: `github.com/poseidon/typhoon`. */
  readonly label: string;
  /** As `.terraform/modules/modules.json` writes the source. */
  readonly canonical: string;
}

const longestRef = 250;

/**
 * Reads what stands behind `git::`: a URL or `user@host:path`, with `//folder`, `?ref=` and `?depth=`. Only https and
 * ssh are let through: other transports of git read this machine's files (`file:`), are not encrypted, or run a
 * program (`ext::`, https://git-scm.com/docs/git-remote-ext).
 */
export function parseGitAddress(text: string): GitAddress | Refused {
  const [, helper] = /^([A-Za-z0-9+-]+)::/.exec(text) ?? [];
  if (helper !== undefined)
    return refused(`asks git for the transport \`${helper}::\`, which may run a program`);
  if (text.startsWith('-')) return refused('begins with `-`, which git would take for an option');
  const [address = '', query = ''] = splitOnce(text, '?');
  const located = splitFolder(withScheme(address));
  const parameters = new URLSearchParams(query);
  const reason = wrongUrl(located.url) ?? wrongFolder(located.folder) ?? wrongParameters(parameters);
  if (reason !== undefined) return refused(reason);
  const ref = parameters.get('ref') || undefined;
  for (const own of ['ref', 'depth']) parameters.delete(own);
  const rest = parameters.size === 0 ? '' : `?${parameters}`;
  const { host, pathname } = new URL(located.url);
  const label = `${host}${pathname}`.replace(/\/+$/, '').replace(/\.git$/, '');
  const inside = located.folder === '' ? '' : `//${located.folder}`;
  const canonical = `git::${located.url}${inside}${query === '' ? '' : `?${query}`}`;
  return { kind: 'git', url: `${located.url}${rest}`, ref, folder: located.folder, label, canonical };
}

/** `git@host:path` as Terraform writes it, `ssh://git@host/path`. */
function withScheme(address: string): string {
  const [, user, path] = /^([^/:@]+@[^/:@]+):(?!\/\/)(.*)$/.exec(address) ?? [];
  return user === undefined ? address : `ssh://${user}/${path?.replace(/^\//, '')}`;
}

function splitFolder(address: string): { readonly url: string; readonly folder: string } {
  const scheme = address.indexOf('://') + 3;
  const at = address.indexOf('//', scheme);
  if (at === -1 || scheme === 2) return { url: address, folder: '' };
  return { url: address.slice(0, at), folder: address.slice(at + 2).replace(/\/+$/, '') };
}

function wrongUrl(url: string): string | undefined {
  const [, scheme] = /^([A-Za-z][\w+.-]*):\/\//.exec(url) ?? [];
  if (scheme === undefined) return 'is no URL: write `git::https://` or `git::ssh://`';
  if (!['https', 'ssh'].includes(scheme)) {
    return `uses \`${scheme}:\`: modules are fetched over https and ssh, or lie in the workspace`;
  }
  if (!URL.canParse(url)) return 'is no URL';
  const { hostname, username, pathname } = new URL(url);
  // ssh takes them for options, https://nvd.nist.gov/vuln/detail/CVE-2017-1000117
  if (hostname.startsWith('-') || username.startsWith('-') || decoded(username).startsWith('-')) {
    return 'has a host or user that begins with `-`';
  }
  if (hostname === '' || pathname.length < 2) return 'names no repository';
  // A user's own insteadOf may lead to a folder; dots would lead out of it.
  const steps = decoded(url.slice(scheme.length + 3)).split(/[/\\]/);
  if (steps.includes('..') || steps.includes('.')) return 'has `.` or `..` in the path of its repository';
  return steps.some((step) => step.startsWith('-')) ? 'has a part that begins with `-`' : undefined;
}

function wrongFolder(folder: string): string | undefined {
  const leadsOut = folder.startsWith('/') || folder.split(/[/\\]/).includes('..');
  return leadsOut ? 'names a folder outside of its repository' : undefined;
}

function wrongParameters(parameters: URLSearchParams): string | undefined {
  if (parameters.has('sshkey')) return 'carries a key in `sshkey`: give it to ssh by its own configuration';
  const depth = parameters.get('depth');
  if (depth !== null && !/^\d{1,9}$/.test(depth)) return 'has a `depth` that is no number';
  const ref = parameters.get('ref') ?? '';
  // https://git-scm.com/docs/git-check-ref-format
  const isName = ref.length <= longestRef && /^[^\s~^:?*[\\]*$/.test(ref) && !/^-|\.\.|@\{/.test(ref);
  return isName ? undefined : 'has a `ref` that is no name of a branch, a tag or a commit';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function refused(reason: string): Refused {
  return { kind: 'refused', reason };
}
