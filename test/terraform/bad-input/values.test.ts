// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what this is about

import { expect, test } from 'vitest';
import { workspaceWith } from '../../support/workspace.ts';
import { checkModules, placeOf } from '../traps/check-modules.ts';

const region = 'variable "region" {\n  type    = string\n  default = "north"\n}\n';
const neighbour = {
  'neighbour/main.tf':
    'data "ct_config" "node" {\n  strict = true\n  content = file("${path.module}/node.tftpl")\n}\n',
  'neighbour/node.tftpl': 'variant: fcos\nversion: 1.5.0\nstroage: {}\n',
};
const ofNeighbour = 'translate/unused-key neighbour/node.tftpl:3:1-3:8 unknown key stroage';

/** Findings of a module, and of a neighbour that must be checked all the same. */
async function findingsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const inModule = Object.entries(files).map(([file, text]) => [`module/${file}`, text]);
  const settings = { 'windtunnel.yaml': 'terraform:\n  modules: [module, neighbour]\n' };
  const folder = workspaceWith({ ...Object.fromEntries(inModule), ...neighbour, ...settings });
  const { code, report } = await checkModules(folder);
  expect(code).toBe(1);
  const found = report.findings.map((finding) => `${placeOf(finding)} ${finding.message}`);
  expect(found.at(-1)).toBe(ofNeighbour);
  expect(report.findings.every(({ fix }) => (fix ?? '') !== '')).toBe(true);
  return found.slice(0, -1);
}

test('a variable file that does not parse; the values that can be read are taken', async () => {
  const values = 'region = "south"\nzones = [1, 2\n';
  const told = 'data "ct_config" "node" {\n  content = "variant: ${var.region}\\nversion: 1.5.0\\n"\n}\n';
  const found = await findingsOf({ 'main.tf': region + told, 'terraform.tfvars': values });
  expect(found[0]).toMatch(
    /^translate\/\S+ module\/main\.tf:6:25-6:35 No translator exists for variant south/,
  );
  expect(found[1]).toMatch(/^terraform\/syntax module\/terraform\.tfvars:2:9-2:10 Unterminated tuple /);
});

test('a value for a variable that nobody declares', async () => {
  expect(await findingsOf({ 'main.tf': region, 'terraform.tfvars': 'regoin = "south"\n' })).toEqual([
    'terraform/variable-value module/terraform.tfvars:1:10-1:17 The root module does not declare a variable named "regoin", but a value was given for it.',
  ]);
});

test('a value of the wrong type in JSON', async () => {
  const sizes = 'variable "sizes" {\n  type = list(number)\n}\n';
  const values = '{\n  "sizes": [1, "two"]\n}\n';
  expect(await findingsOf({ 'main.tf': sizes, 'terraform.tfvars.json': values })).toEqual([
    'terraform/variable-value module/terraform.tfvars.json:2:12-2:22 The given value is not suitable for variable "sizes": [1]: a number is required.',
  ]);
});

test('a value of windtunnel.yaml that a validation refuses', async () => {
  const folder = workspaceWith({
    'windtunnel.yaml': 'terraform:\n  modules: [module, neighbour]\n  variables:\n    region: moon\n',
    'module/main.tf': `variable "region" {
  type = string
  validation {
    condition     = contains(["north", "south"], var.region)
    error_message = "No region is called \${var.region}."
  }
}
`,
    ...neighbour,
  });
  const { code, report } = await checkModules(folder);
  expect(code).toBe(1);
  expect(report.findings.map((finding) => `${placeOf(finding)} ${finding.message}`)).toEqual([
    'terraform/validation module/main.tf:4:21-4:61 Invalid value for variable: No region is called moon.',
    ofNeighbour,
  ]);
});

test('a required variable whose validation no sample meets is no mistake, but something missing', async () => {
  const token = `variable "token" {
  type = string
  validation {
    condition     = sha256(var.token) == "00"
    error_message = "The token is not ours."
  }
}
`;
  const settings = { 'windtunnel.yaml': 'terraform:\n  modules: [module]\n' };
  const { code, report } = await checkModules(workspaceWith({ 'module/main.tf': token, ...settings }));
  expect({ code, findings: report.findings }).toEqual({ code: 0, findings: [] });
  const why =
    'no value, and none could be made that fits (The token is not ours): set it in a .tfvars file, or under terraform.variables in windtunnel.yaml';
  expect(report.gaps).toContainEqual({
    kind: 'missing',
    what: 'variable token',
    why,
    origin: expect.objectContaining({ file: 'module/main.tf', line: 4, column: 21 }),
    entries: ['module'],
  });
  expect(report.results).toContainEqual({
    stage: 'render',
    entry: 'module',
    subject: 'variable token',
    status: 'skipped',
    reason: why,
  });
});

test('a file of the home folder is not read, and that is no mistake', async () => {
  const key = 'locals {\n  key = chomp(file("~/.ssh/id_ed25519.pub"))\n}\n';
  const told =
    'data "ct_config" "node" {\n  content = "variant: fcos\\nversion: 1.5.0\\n# ${local.key}"\n}\n';
  const { code, report } = await checkModules(workspaceWith({ 'module/main.tf': key + told }));
  expect({ code, findings: report.findings }).toEqual({ code: 0, findings: [] });
  expect(report.gaps).toContainEqual({
    kind: 'missing',
    what: 'the file ~/.ssh/id_ed25519.pub',
    why: 'it lies in the home folder of the operator, where nothing is read',
    origin: expect.objectContaining({ file: 'module/main.tf', line: 2 }),
    entries: ['module'],
  });
});
