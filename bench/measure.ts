import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

export interface Measured {
  /** Wall clock, in milliseconds. */
  readonly wall: number;
  /** Largest resident set of the process, in MiB; NaN where `/usr/bin/time` is absent. */
  readonly memory: number;
}

/** Runs a command several times and gives the medians; the first run warms the file cache and is not counted. */
export function measure(command: readonly string[], runs = 5): Measured {
  const all = Array.from({ length: runs + 1 }, () => once(command)).slice(1);
  return { wall: median(all.map((each) => each.wall)), memory: median(all.map((each) => each.memory)) };
}

const timeCommand = ['/usr/bin/env', 'time', '-f', 'peak %M'];
const canMeasureMemory = spawnSync('/usr/bin/env', ['time', '-f', '', 'true']).status === 0;

function once(command: readonly string[]): Measured {
  const [file = '', ...args] = canMeasureMemory ? [...timeCommand, ...command] : command;
  const start = performance.now();
  const result = spawnSync(file, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const wall = performance.now() - start;
  const peak = /peak (\d+)\s*$/.exec(result.stderr)?.[1];
  return { wall, memory: peak === undefined ? Number.NaN : Number(peak) / 1024 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
