import { type GitAddress, parseGitAddress } from './git-address.ts';

/** Where a module call says that its module is. */
export type ModuleAddress =
  | { readonly kind: 'local'; readonly path: string }
  | GitAddress
  /** Only `terraform init` can get it. `what` says what it is, `canonical` is how `modules.json` writes it. */
  | { readonly kind: 'needs-init'; readonly what: string; readonly canonical: string }
  | Refused;

/** A source that is never used, and why. The reason holds nothing of it that may be secret. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
}

const longestSource = 2000;

/**
 * Reads the `source` of a module call, as
 * https://developer.hashicorp.com/terraform/language/modules/sources describes it and Terraform 1.11 takes it.
 */
export function parseModuleAddress(source: string): ModuleAddress {
  if (source.length > longestSource) return refused('is longer than any address');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f\u2028\u2029]/.test(source)) return refused('holds control characters');
  if (/^\.\.?(?:\/|$)/.test(source)) return { kind: 'local', path: source };
  const [, getter, rest = ''] = /^([A-Za-z0-9]+)::(.*)$/.exec(source) ?? [];
  if (getter !== undefined) return forcedAddress(getter, rest, source);
  if (/^(?:github\.com|bitbucket\.org)\//.test(source)) return hostedRepository(source);
  if (/^[^/:@]+@[^/:@]+:/.test(source)) return parseGitAddress(source);
  return plainAddress(source);
}

const getters: Readonly<Record<string, string>> = {
  hg: 'a Mercurial repository',
  s3: 'an archive in an S3 bucket',
  gcs: 'an archive in a GCS bucket',
  http: 'an archive over HTTP',
  https: 'an archive over HTTPS',
};

function forcedAddress(getter: string, rest: string, source: string): ModuleAddress {
  if (getter === 'git') return parseGitAddress(rest);
  const what = Object.hasOwn(getters, getter) ? getters[getter] : undefined;
  if (what !== undefined) return { kind: 'needs-init', what, canonical: source };
  if (getter === 'file') return refused('is a path of this machine: write it relative, with ./ or ../');
  return refused(`begins with \`${getter}::\`, which is no way to get a module`);
}

/** `github.com/owner/name`; what stands behind it is a folder in the repository, with `//` in front or `/`. */
function hostedRepository(source: string): ModuleAddress {
  const [, host, owner, name = '', folder = '', query = ''] =
    /^([^/]+)\/([^/?]+)\/([^/?]+)(?:\/{1,2}([^?]*))?(\?.*)?$/.exec(source) ?? [];
  if (owner === undefined) return refused(`needs an owner and a name behind ${source.split('/')[0]}/`);
  const inside = folder === '' ? '' : `//${folder}`;
  return parseGitAddress(`https://${host}/${owner}/${name.replace(/\.git$/, '')}.git${inside}${query}`);
}

function plainAddress(source: string): ModuleAddress {
  if (/^https?:\/\//.test(source)) {
    return { kind: 'needs-init', what: 'an archive over HTTP', canonical: source };
  }
  if (/^ssh:\/\//.test(source)) return refused('needs `git::` in front of `ssh://`');
  if (/^(?:\/|[A-Za-z]:[\\/]|file:)/.test(source)) {
    return refused('is a path of this machine: write it relative, with ./ or ../');
  }
  const registry = registryAddress(source);
  if (registry) return registry;
  return refused(
    /^[\w-]+\.[\w.-]+\//.test(source)
      ? 'is no address of a module: a repository needs `git::https://` in front'
      : 'is no address of a module: a folder begins with ./ or ../',
  );
}

/** `hashicorp/consul/aws`, or with the host of a private registry in front. */
function registryAddress(source: string): ModuleAddress | undefined {
  const [address = '', ...folders] = source.split('//');
  const parts = address.split('/');
  if (parts.length < 3 || parts.length > 4 || folders.length > 1) return undefined;
  const host = parts.length === 4 ? parts[0] : undefined;
  if (host !== undefined && !/^[\w-]+(?:\.[\w-]+)+(?::\d+)?$/.test(host)) return undefined;
  if (!parts.slice(-3).every((part) => /^[0-9A-Za-z][\w-]*$/.test(part))) return undefined;
  const full = parts.length === 3 ? `registry.terraform.io/${source}` : source;
  return { kind: 'needs-init', what: `a module of the registry, ${address}`, canonical: full };
}

function refused(reason: string): Refused {
  return { kind: 'refused', reason };
}
