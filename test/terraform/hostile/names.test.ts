// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what this is about

import { expect, test } from 'vitest';
import { reporters } from '../../../src/report/index.ts';
import { workspaceWith } from '../../support/workspace.ts';
import { runGuarded } from '../traps/check-modules.ts';
import { readTree } from '../traps/run-traps.ts';
import { checkHostile, neighbour } from './workspace.ts';

test('names that every object inherits are names like others', async () => {
  const folder = workspaceWith({
    ...neighbour,
    'names/main.tf': `variable "__proto__" {
  default = "default"
}

variable "constructor" {
  type    = object({ __proto__ = optional(string, "b"), toString = optional(string, "c") })
  default = {}
}

locals {
  __proto__ = { __proto__ = { polluted = "yes" }, hasOwnProperty = 1 }
}

resource "terraform_data" "__proto__" {
  input = { __proto__ = "i", constructor = local.__proto__ }
}

resource "aws_instance" "constructor" {
  tags = { __proto__ = "t" }
}

module "__proto__" {
  source    = "./child"
  __proto__ = "passed"
}

output "__proto__" {
  value = local.__proto__
}

resource "local_file" "__proto__" {
  filename = "__proto__"
  content = jsonencode({
    variable  = var.__proto__
    object    = var.constructor
    local     = local.__proto__
    resource  = terraform_data.__proto__.output
    module    = module.__proto__.__proto__
    tags      = aws_instance.constructor.tags
    template  = templatefile("\${path.module}/proto.tftpl", { __proto__ = "of the template" })
    __proto__ = 1
  })
}
`,
    'names/proto.tftpl': '${__proto__}',
    'names/terraform.tfvars': '__proto__ = "of the file"\n',
    'names/child/main.tf': 'variable "__proto__" {}\noutput "__proto__" {\n  value = var.__proto__\n}\n',
    'windtunnel.yaml': 'terraform:\n  modules: [names, neighbour]\n  ignore: ["/*/*/"]\n',
  });
  const { code, findings, isNeighbourChecked } = await checkHostile(folder);
  expect({ code, findings, isNeighbourChecked }).toEqual({ code: 1, findings: [], isNeighbourChecked: true });
  await runGuarded(['render', '--quiet', '--out', 'out', 'names'], folder);
  expect(readTree(folder)['out/names/operator/__proto__']).toBe(
    [
      '{"__proto__":1,"local":{"__proto__":{"polluted":"yes"},"hasOwnProperty":1},"module":"passed",',
      '"object":{"__proto__":"b","toString":"c"},',
      '"resource":{"__proto__":"i","constructor":{"__proto__":{"polluted":"yes"},"hasOwnProperty":1}},',
      '"tags":{"__proto__":"t"},"template":"of the template","variable":"of the file"}',
    ].join(''),
  );
});

test('control characters, commands and markup in names reach no terminal, log or page', async () => {
  const folder = workspaceWith({
    ...neighbour,
    'red\u001b[31m/a\nb.tf': `resource "null_resource" "a" {
  for_each = toset(["\\u001b[2J", "::set-output name=x::y", "<script>alert(1)</script>"])
  triggers = { a = nonsense.b, c = each.value + 1 }
}
`,
    'red\u001b[31m/::error::c.tf': 'resource "null_resource" "a" {\n}\n',
  });
  const out = 'out';
  const formats = reporters.flatMap(({ format }) => ['--format', `${format}=${out}/${format}`]);
  const { code, stdout, stderr } = await runGuarded(
    ['check', '--quiet', ...formats, '--format', 'terminal'],
    folder,
  );
  expect(code).toBe(1);
  const written = Object.entries(readTree(folder)).filter(([file]) => file.startsWith('out/'));
  const outputs = { ...Object.fromEntries(written), stdout, stderr };
  expect(stdout).toContain('already declared');
  for (const [name, text] of Object.entries(outputs)) {
    expect(text, name).not.toContain('\u001b');
    expect(text, name).not.toMatch(/^::(?:set-output|error::c)/m);
    expect(text, name).not.toMatch(/^b\.tf/m);
  }
  expect(readTree(folder)['out/junit']).not.toContain('<script>');
});
