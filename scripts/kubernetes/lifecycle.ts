import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** When a kind came and went; minors of Kubernetes 1.x. */
export interface Lifecycle {
  readonly apiVersion: string;
  readonly kind: string;
  readonly since?: number;
  readonly deprecated?: number;
  readonly removed?: number;
  /** `networking.k8s.io/v1 Ingress` */
  readonly replacement?: string;
}

const file = 'zz_generated.prerelease-lifecycle.go';

/** What the `zz_generated.prerelease-lifecycle.go` files of a `k8s.io/api` module say, lists left out. */
export function readLifecycles(apiFolder: string): Lifecycle[] {
  const found: Lifecycle[] = [];
  for (const group of folders(apiFolder)) {
    for (const version of folders(join(apiFolder, group))) {
      const folder = join(apiFolder, group, version);
      if (!existsSync(join(folder, file))) continue;
      const apiGroup = groupName(readFileSync(join(folder, 'register.go'), 'utf8'));
      const apiVersion = apiGroup === '' ? version : `${apiGroup}/${version}`;
      found.push(...kindsOf(readFileSync(join(folder, file), 'utf8'), apiVersion));
    }
  }
  return found;
}

function kindsOf(source: string, apiVersion: string): Lifecycle[] {
  const since = minors(source, 'Introduced');
  const deprecated = minors(source, 'Deprecated');
  const removed = minors(source, 'Removed');
  const replacements = replacementsOf(source);
  const kinds = [...since.keys()].filter((kind) => !kind.endsWith('List'));
  return kinds.map((kind) => ({
    apiVersion,
    kind,
    since: since.get(kind) ?? 0,
    ...optional('deprecated', deprecated.get(kind)),
    ...optional('removed', removed.get(kind)),
    ...optional('replacement', replacements.get(kind)),
  }));
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  // A computed key widens to an index signature; the key is K and nothing else.
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
}

function minors(source: string, event: string): Map<string, number> {
  const form = new RegExp(
    `^func \\(in \\*(\\w+)\\) APILifecycle${event}\\(\\) \\(major, minor int\\) \\{\\n\\treturn 1, (\\d+)$`,
    'gm',
  );
  return new Map(Array.from(source.matchAll(form), ([, kind = '', minor = '']) => [kind, Number(minor)]));
}

function replacementsOf(source: string): Map<string, string> {
  const form =
    /^func \(in \*(\w+)\) APILifecycleReplacement\(\) schema\.GroupVersionKind \{\n\treturn schema\.GroupVersionKind\{Group: "([^"]*)", Version: "(\w+)", Kind: "(\w+)"\}$/gm;
  return new Map(
    Array.from(source.matchAll(form), ([, kind = '', group = '', version = '', to = '']) => [
      kind,
      `${group === '' ? version : `${group}/${version}`} ${to}`,
    ]),
  );
}

function groupName(register: string): string {
  const name = /^const GroupName = "([^"]*)"$/m.exec(register)?.[1];
  if (name === undefined) throw new Error('register.go without GroupName');
  return name;
}

function folders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testdata')
    .map((entry) => entry.name)
    .sort();
}
