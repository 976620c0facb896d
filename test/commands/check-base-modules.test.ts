import { describe, expect, test } from 'vitest';
import { change, checkBase, repositoryWith } from './base-repository.ts';

const call = (version: string, extra: string) =>
  `module "machines" {\n  source  = "example/machines/aws"\n  version = "${version}"\n  motd    = "${extra}"\n}\n`;

const machines = `variable "motd" {}
data "ct_config" "controller" {
  content = "variant: fcos\\nversion: 1.5.0\\nstorage: {files: [{path: /etc/motd, contents: {inline: \${var.motd}}}]}"
}
resource "aws_instance" "controller" {
  user_data = data.ct_config.controller.rendered
}
`;

/** What \`terraform init\` leaves; git ignores it. */
const installed = {
  '.terraform/modules/modules.json': JSON.stringify({
    Modules: [
      { Key: '', Source: '', Dir: '.' },
      {
        Key: 'machines',
        Source: 'registry.terraform.io/example/machines/aws',
        Version: '1.0.0',
        Dir: '.terraform/modules/machines',
      },
    ],
  }),
  '.terraform/modules/machines/main.tf': machines,
};

describe('modules that terraform init installed', () => {
  test('serve the base too, where it calls the same version', async () => {
    const cwd = repositoryWith({ '.gitignore': '.terraform/\n', 'main.tf': call('1.0.0', 'a') });
    change(cwd, { ...installed, 'main.tf': call('1.0.0', 'b') });
    const { report } = await checkBase(cwd);
    expect(report.difference.entries.map(({ status }) => status)).toEqual(['changed']);
    expect(report.difference.changes).toMatchObject([
      { path: '/etc/motd', lines: ['@@ -1 +1 @@', '-a', expect.anything(), '+b', expect.anything()] },
    ]);
  });

  test('are missing in a base that calls another version, and nothing is proven then', async () => {
    const cwd = repositoryWith({ '.gitignore': '.terraform/\n', 'main.tf': call('0.9.0', 'a') });
    change(cwd, { ...installed, 'main.tf': call('1.0.0', 'a') });
    const { report } = await checkBase(cwd);
    expect(report.difference.entries).toMatchObject([
      { status: 'unknown', reason: expect.stringMatching(/^in the base, .*machines.*terraform init/) },
    ]);
    expect(report.base.isComplete).toBe(false);
  });
});
