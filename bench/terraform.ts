import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure, seconds } from './measure.ts';
import { entriesPerModule, writeModules, writePlainModule } from './terraform-modules.ts';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** Modules, and runs of each. */
const sizes = [
  [1, 5],
  [5, 5],
  [17, 1],
  [33, 1],
] as const;

/** How many modules make the matrix that is compared with Terraform: thirty entries. */
const comparedModules = 5;

/** `windtunnel check` on cluster modules, against `terraform plan` of the same templates without any provider. */
export function terraformBench(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'windtunnel-bench-'));
  console.log(`Terraform modules: Node ${process.versions.node}, ${availableParallelism()} cores`);
  const one = path.join(folder, 'one');
  writeModules(one, 1);
  const single = measure([...check(one), '--only', 'name=*flannel controllers=1'], 9);
  console.log(`     1 entry, cold: ${seconds(single.wall)}, peak ${Math.round(single.memory)} MiB`);
  for (const [modules, runs] of sizes) {
    const root = path.join(folder, String(modules));
    writeModules(root, modules);
    const entries = modules * entriesPerModule;
    const { wall, cpu, memory } = measure(check(root), runs);
    const each = `${(wall / entries).toFixed(0)} ms an entry`;
    console.log(
      `${String(entries).padStart(6)} entries: ${seconds(wall)}, CPU ${seconds(cpu)}, peak ${Math.round(memory)} MiB, ${each}`,
    );
  }
  comparePlan(path.join(folder, 'plan'), path.join(folder, String(comparedModules)));
  rmSync(folder, { recursive: true });
}

function check(folder: string): string[] {
  return [process.execPath, cli, 'check', '--quiet', '--format', 'json', folder];
}

function comparePlan(folder: string, ours: string): void {
  if (spawnSync('terraform', ['version']).status !== 0) {
    console.log('terraform plan: skipped, there is no terraform on this machine');
    return;
  }
  writePlainModule(folder);
  execFileSync('terraform', [`-chdir=${folder}`, 'init', '-input=false'], { stdio: 'ignore' });
  const plan = measure(['terraform', `-chdir=${folder}`, 'plan', '-input=false', '-refresh=false'], 5);
  const rendered = measure(check(ours), 3);
  const entries = comparedModules * entriesPerModule;
  const theirs = plan.wall * entries;
  console.log(
    `terraform plan: ${seconds(plan.wall)} a run, ${seconds(theirs)} for ${entries}; windtunnel check of ${entries} entries ${seconds(rendered.wall)}, faster ${(theirs / rendered.wall).toFixed(1)} x`,
  );
}
