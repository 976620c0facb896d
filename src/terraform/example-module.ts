import type { ExampleFiles } from '../model/check.ts';

const machine = `data "ct_config" "worker" {
  strict  = true
  content = file("\${path.module}/worker.yaml")
}
`;

const worker = 'variant: fcos\nversion: 1.5.0\n';

/** A module of Terraform with one machine, for the examples of checks. */
export function exampleModule(lines: readonly string[]): ExampleFiles {
  return { 'main.tf': `${lines.join('\n')}\n\n${machine}`, 'worker.yaml': worker };
}
