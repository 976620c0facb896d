import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { BuiltReports } from './build-reports.ts';
import { median } from './measure.ts';

const source = fileURLToPath(new URL('build-reports.ts', import.meta.url));
const sizes = [
  [24, 'alone'],
  [256, 'alone'],
  [24, 'compared'],
  [256, 'compared'],
] as const;
const runs = 5;

/** All reports of 5,000 findings over 256 entries, alone and with as many differences, against `JSON.stringify`. */
export async function reportBench(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-bench-'));
  const program = path.join(folder, 'build-reports.mjs');
  await build({ entryPoints: [source], outfile: program, bundle: true, platform: 'node', format: 'esm' });
  console.log(`reports: Node ${process.versions.node}, ${availableParallelism()} cores`);
  for (const [holdsFor, base] of sizes) printRuns(program, holdsFor, base);
  rmSync(folder, { recursive: true });
}

function printRuns(program: string, holdsFor: number, base: string): void {
  const all = Array.from({ length: runs }, () => run(program, [String(holdsFor), base]));
  const of = (figure: (one: BuiltReports) => number): number => median(all.map(figure));
  const plain = of((one) => one.plain);
  const figures = (time: number, cpu: number): string =>
    `${Math.round(time)} ms, CPU ${Math.round(cpu)} ms, ${(time / plain).toFixed(2)} of JSON.stringify`;
  const total = figures(
    of((one) => one.time),
    of((one) => one.cpu),
  );
  const memory = `peak ${Math.round(of((one) => one.peak))} MiB, ${Math.round(of((one) => one.before))} of it before`;
  console.log(`each for ${holdsFor} entries, ${base}: ${total}, ${memory}`);
  for (const [index, { format, bytes }] of (all[0]?.built ?? []).entries()) {
    const time = of((one) => one.built[index]?.time ?? Number.NaN);
    const cpu = of((one) => one.built[index]?.cpu ?? Number.NaN);
    console.log(
      `  ${format.padEnd(8)} ${(bytes / 1_048_576).toFixed(1).padStart(5)} MiB, ${figures(time, cpu)}`,
    );
  }
}

function run(program: string, args: readonly string[]): BuiltReports {
  const { stdout } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return JSON.parse(stdout);
}
