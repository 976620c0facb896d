import earlier from './earlier-kinds.json' with { type: 'json' };
import { type Lifecycle, readLifecycles } from './lifecycle.ts';

/** Types that only go over the wire; nobody writes them as a manifest, so they are no kinds of the tables. */
const wireTypes = /^(apidiscovery|admission)\.k8s\.io\//;

/**
 * Lifecycles of the built-in kinds: what the newest of several `k8s.io/api` modules says, then what is kept by hand.
 *
 * @param apiFolders the modules, oldest first
 * @param served true for what some release of the tables serves: nobody needs the others unless they were removed
 */
export function builtInLifecycles(
  apiFolders: readonly string[],
  served: (apiVersion: string, kind: string) => boolean,
): Lifecycle[] {
  const rows = new Map<string, Lifecycle>();
  for (const row of [...apiFolders.flatMap(readLifecycles), ...earlier.kinds.map(earlierKind)])
    rows.set(`${row.apiVersion} ${row.kind}`, row);
  const kept = [...rows.values()].filter(
    ({ apiVersion, kind, removed }) =>
      served(apiVersion, kind) || (removed !== undefined && !wireTypes.test(apiVersion)),
  );
  return kept.map((row) => withReplacement(row, kept));
}

function earlierKind(line: string): Lifecycle {
  const [apiVersion = '', kind = '', since, deprecated, removed, replacement = '-'] = line.split(' | ');
  return {
    apiVersion,
    kind,
    ...(since !== '-' && { since: Number(since) }),
    ...(deprecated !== '-' && { deprecated: Number(deprecated) }),
    ...(removed !== '-' && { removed: Number(removed) }),
    ...(replacement !== '-' && { replacement }),
  };
}

/** Names the stable version of a kind that goes without saying what comes instead. */
function withReplacement(row: Lifecycle, all: readonly Lifecycle[]): Lifecycle {
  const { removed, deprecated, replacement } = row;
  // Upstream names a list for networking.k8s.io/v1beta1 IngressClass.
  if (replacement !== undefined)
    return row.kind.endsWith('List') ? row : { ...row, replacement: replacement.replace(/List$/, '') };
  if (removed === undefined && deprecated === undefined) return row;
  const stable = `${groupOf(row.apiVersion)}/v1`;
  const known = all.some(({ apiVersion, kind }) => apiVersion === stable && kind === row.kind);
  return known && row.apiVersion !== stable ? { ...row, replacement: `${stable} ${row.kind}` } : row;
}

function groupOf(apiVersion: string): string {
  return apiVersion.replace(/\/.*$/, '');
}
