import { clip, someOf } from '../wording.ts';

const longestName = 500;
const mostMachines = 20;

/** A path for the label of a fold, which must not be empty. */
export function pathName(path: string): string {
  return path.trim() === '' ? 'no path' : clip(path, longestName);
}

/** Names of machines; empty for what is on none. */
export function machineNames(machines: readonly string[]): string {
  return clip(someOf(machines, mostMachines), longestName);
}
