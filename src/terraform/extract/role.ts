export type Role = 'controller' | 'worker';

// What modules call their machines; `server` and `agent` are k3s'.
const words: readonly (readonly [RegExp, Role])[] = [
  [/^(?:controller|controlplane|controlplanes|master|server)s?$/, 'controller'],
  [/^(?:worker|minion|agent)s?$/, 'worker'],
];

/** The role that a name of a resource or module speaks of: `worker-ignition`, `control_plane`. */
export function roleOfName(name: string): Role | undefined {
  const joined = name.toLowerCase().replace(/control[-_]?plane/g, 'controlplane');
  for (const word of joined.split(/[^a-z]+/)) {
    const found = words.find(([form]) => form.test(word));
    if (found) return found[1];
  }
  return undefined;
}

/** The role that the first name which speaks of one says. */
export function roleOfNames(names: readonly string[]): Role | undefined {
  for (const name of names) {
    const role = roleOfName(name);
    if (role) return role;
  }
  return undefined;
}
