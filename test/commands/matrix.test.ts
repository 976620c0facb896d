import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { workspaceWith } from '../support/workspace.ts';

const cluster = `variable "networking" {
  description = "Choice of networking provider (flannel or cilium)"
  default     = "cilium"
}
variable "controller_count" {
  type    = number
  default = 1
}
resource "aws_instance" "controller" {
  count     = var.controller_count
  user_data = var.networking
}
`;
const files = {
  'aws/flatcar-linux/kubernetes/main.tf': cluster,
  'bare-metal/fedora-coreos/main.tf': 'data "ct_config" "a" {\n  content = "variant: fcos"\n}\n',
};

function matrix(
  args: readonly string[],
  cwd = workspaceWith(files),
  env: Readonly<Record<string, string>> = {},
) {
  return runCli(['matrix', ...args], { cwd, env: { HOME: cwd, ...env } });
}

describe('what is printed', () => {
  test('a table of the entries, and what else there is', async () => {
    const cwd = workspaceWith({ ...files, 'a.bu': 'variant: fcos\nversion: 1.5.0\n' });
    const { code, stdout, stderr } = await matrix([], cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(`entry                                                          platform
aws/flatcar-linux/kubernetes networking=cilium controllers=1   aws
aws/flatcar-linux/kubernetes networking=cilium controllers=3   aws
aws/flatcar-linux/kubernetes networking=flannel controllers=1  aws
aws/flatcar-linux/kubernetes networking=flannel controllers=3  aws
bare-metal/fedora-coreos                                       bare-metal

5 entries

1 entry of files: configs and manifests
`);
  });

  test('one line for a workflow', async () => {
    const { code, stdout } = await matrix(['--json', '--only', 'controllers=3']);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toHaveLength(2);
    const shared = { platform: 'aws', os: 'flatcar', controllers: 3 };
    expect(JSON.parse(stdout)).toEqual({
      include: [
        {
          entry: 'aws/flatcar-linux/kubernetes networking=cilium controllers=3',
          networking: 'cilium',
          ...shared,
        },
        {
          entry: 'aws/flatcar-linux/kubernetes networking=flannel controllers=3',
          networking: 'flannel',
          ...shared,
        },
      ],
    });
  });

  test('a folder without modules', async () => {
    const { code, stdout } = await matrix([], workspaceWith({}));
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'no Terraform module with something of a cluster in it\n',
    });
    expect((await matrix(['--json'], workspaceWith({}))).stdout).toBe('{"include":[]}\n');
  });

  test('what is left out, on the standard error', async () => {
    const cwd = workspaceWith({
      ...files,
      'vpc/main.tf': 'resource "aws_vpc" "a" {\n}\n',
      'windtunnel.yaml': 'terraform:\n  max-entries: 2\n',
    });
    const { code, stdout, stderr } = await matrix([], cwd);
    expect(code).toBe(0);
    expect(stdout).toContain('\n2 entries\n');
    expect(
      stderr,
    ).toBe(`windtunnel: vpc: left out: a Terraform module with nothing of a cluster in it: no machines, configs or Kubernetes objects
windtunnel: .: left out: 3 of the 5 entries of the matrix: no more than 2 are taken (terraform.max-entries)
`);
  });

  test('names that are commands to a terminal or a runner', async () => {
    const folder = '::set-output name=a::\u001b[31mb';
    const { stdout } = await matrix([], workspaceWith({ [`${folder}/main.tf`]: cluster }));
    expect(stdout).not.toMatch(/^::/m);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('set-output name=a');
  });

  test('a repository that cannot be asked ends with 3', async () => {
    const call = 'module "a" {\n  source = "git::https://127.0.0.1:1/r.git"\n}\n';
    const { code, stderr } = await matrix([], workspaceWith({ 'aws/main.tf': cluster + call }));
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^windtunnel: aws\/main\.tf: failed: module "a" cannot be fetched from 127\.0\.0\.1:1\/r: /,
    );
  });
});

describe('--only', () => {
  const names = async (...only: string[]): Promise<string[]> => {
    const { stdout } = await matrix(['--json', ...only.flatMap((each) => ['--only', each])]);
    const { include }: { include: { entry: string }[] } = JSON.parse(stdout);
    return include.map(({ entry }) => entry);
  };
  const kubernetes = 'aws/flatcar-linux/kubernetes';

  test.each([
    [['platform=bare-metal'], ['bare-metal/fedora-coreos']],
    [['networking=cilium', 'controllers=1'], [`${kubernetes} networking=cilium controllers=1`]],
    [
      ['networking=cilium', 'networking=flannel', 'controllers=1', 'os=flatcar'],
      [`${kubernetes} networking=cilium controllers=1`, `${kubernetes} networking=flannel controllers=1`],
    ],
    [['name=bare-*'], ['bare-metal/fedora-coreos']],
    [['name=*=flannel*=3'], [`${kubernetes} networking=flannel controllers=3`]],
    [
      [`name=${kubernetes} networking=?ilium controllers=1`],
      [`${kubernetes} networking=cilium controllers=1`],
    ],
  ])('%j', async (only, expected) => {
    expect(await names(...only)).toEqual(expected);
  });

  test.each([
    [
      ['platfrom=aws'],
      '--only: platfrom is none of name, platform, os, networking, arch, controllers; did you mean platform?',
    ],
    [['aws'], '--only: aws is none of name, platform, os, networking, arch, controllers'],
    [['os='], '--only os=: write os=VALUE'],
    [
      ['networking=clium'],
      '--only networking=clium: no entry has it: there are cilium, flannel; did you mean cilium?',
    ],
    [['arch=arm64'], '--only arch=arm64: no entry has it: there is none'],
    [
      ['name=bare-metal/fedora-coreso'],
      '--only name=bare-metal/fedora-coreso: no entry has it; did you mean bare-metal/fedora-coreos?',
    ],
    [['name=x*'], '--only name=x*: no entry has it'],
    [
      ['platform=aws', 'os=fedora-coreos'],
      '--only: no entry has all of it; `windtunnel matrix` lists the entries',
    ],
  ])('%j is wrong use', async (only, message) => {
    const { code, stdout, stderr } = await matrix(only.flatMap((each) => ['--only', each]));
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `windtunnel: ${message}\n` });
  });
});

test('settings: what is wrong in terraform has its place', async () => {
  const cwd = workspaceWith({
    'windtunnel.yaml': 'terraform:\n  modules: aws\n  axis: {}\n  axes:\n    os: [[a]]\n  max-entries: 0\n',
  });
  const { code, stderr } = await matrix([], cwd);
  expect(code).toBe(2);
  expect(stderr).toBe(`windtunnel: windtunnel.yaml:2:12: \`terraform.modules\` must be a list
windtunnel: windtunnel.yaml:3:3: there is no setting \`axis\` in \`terraform\`; did you mean \`axes\`?
windtunnel: windtunnel.yaml:5:10: \`terraform.axes.os[0]\` must be text, a number, true or false
windtunnel: windtunnel.yaml:6:16: \`terraform.max-entries\` must be at least 1
`);
});
