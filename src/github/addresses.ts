import type { Repository } from './github-api.ts';

/** Where one repository is, on github.com or on an Enterprise Server. Addresses have no slash at their end. */
export interface Addresses {
  /** Of the API: `https://api.github.com`, `https://ghe.example/api/v3`. */
  readonly apiUrl: string;
  readonly repository: Repository;
  /** Of its page: `https://github.com/octo-org/octo-repo`. */
  readonly repositoryUrl: string;
}

/**
 * Reads the addresses from the variables of a runner; undefined without a repository of the form `owner/name`
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables).
 */
export function readAddresses(env: Readonly<Record<string, string | undefined>>): Addresses | undefined {
  const name = /^([\w.-]+)\/([\w.-]+)$/.exec(env['GITHUB_REPOSITORY'] ?? '');
  const [, owner, repo] = name ?? [];
  if (owner === undefined || repo === undefined) return undefined;
  const serverUrl = env['GITHUB_SERVER_URL'] || 'https://github.com';
  return {
    apiUrl: (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, ''),
    repository: { owner, repo },
    repositoryUrl: `${serverUrl.replace(/\/+$/, '')}/${owner}/${repo}`,
  };
}
