import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export interface Measured {
  /** Wall clock, in milliseconds. */
  readonly wall: number;
  /** Processor time of all cores, in milliseconds; NaN where `/usr/bin/time` is absent. */
  readonly cpu: number;
  /** Largest resident set of the process, in MiB; NaN where `/usr/bin/time` is absent. */
  readonly memory: number;
}

/** Runs a command several times and gives the medians; the first run warms the file cache and is not counted. */
export function measure(command: readonly string[], runs = 5): Measured {
  const all = Array.from({ length: runs + 1 }, () => once(command)).slice(1);
  return {
    wall: median(all.map(({ wall }) => wall)),
    cpu: median(all.map(({ cpu }) => cpu)),
    memory: median(all.map(({ memory }) => memory)),
  };
}

/** `1.23 s` */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

const timeCommand = ['/usr/bin/env', 'time', '-f', 'peak %M cpu %U %S'];
const canMeasureMemory = spawnSync('/usr/bin/env', ['time', '-f', '', 'true']).status === 0;

function once(command: readonly string[]): Measured {
  const [file = '', ...args] = canMeasureMemory ? [...timeCommand, ...command] : command;
  const start = performance.now();
  const result = spawnSync(file, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const wall = performance.now() - start;
  const [, peak, user, system] = /peak (\d+) cpu ([\d.]+) ([\d.]+)\s*$/.exec(result.stderr) ?? [];
  return { wall, cpu: 1000 * (Number(user) + Number(system)), memory: Number(peak) / 1024 };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
