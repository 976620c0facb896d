import { kubernetesBench } from './kubernetes.ts';
import { machineBench } from './machine-configs.ts';
import { reportBench } from './report.ts';
import { terraformBench } from './terraform.ts';

/** `npm run bench -- NAME`: prints ratios measured in one run; without NAME all of them. */
const benches: Readonly<Record<string, () => Promise<void> | void>> = {
  machines: machineBench,
  kubernetes: kubernetesBench,
  terraform: terraformBench,
  report: reportBench,
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench();
}
