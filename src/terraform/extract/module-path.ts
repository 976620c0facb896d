/** One step of the way from the root module: a call, with its key where it has `count` or `for_each`. */
export interface ModuleStep {
  readonly name: string;
  readonly key: string | number | null;
}

const step = /module\.([^.[\]]{1,200})(?:\[(\d{1,15}|"(?:[^"\\]|\\.){0,1000}")\])?(?:\.|$)/gy;

/** Reads the address of a module instance: `module.pools["a"].module.workers`. */
export function moduleSteps(address: string): ModuleStep[] {
  return Array.from(address.matchAll(step), ([, name = '', key]) => ({ name, key: readKey(key) }));
}

function readKey(key: string | undefined): string | number | null {
  if (key === undefined) return null;
  return key.startsWith('"') ? key.slice(1, -1).replace(/\\(.)/g, '$1') : Number(key);
}
