import { expect, test } from 'vitest';
import { workspaceWith } from '../../support/workspace.ts';
import { checkModules, runGuarded } from './check-modules.ts';
import { readTree } from './run-traps.ts';

const cluster = `variable "cluster_name" {
  type        = string
  description = "Unique cluster name"
}

variable "networking" {
  type        = string
  description = "Choice of networking provider (flannel, calico, or cilium)"
  default     = "cilium"
}

variable "arch" {
  type        = string
  description = "Container architecture"
  default     = "amd64"

  validation {
    condition     = contains(["amd64", "arm64"], var.arch)
    error_message = "The arch must be amd64 or arm64."
  }
}

variable "controller_count" {
  type    = number
  default = 1
}

variable "os_image" {
  type    = string
  default = "flatcar-stable"

  validation {
    condition     = var.os_image == "flatcar-stable" || var.os_image == "flatcar-beta"
    error_message = "The os_image must be flatcar-stable or flatcar-beta."
  }
}

variable "pod_cidr" {
  type    = string
  default = "10.2.0.0/16"
}

variable "ssh_authorized_key" {
  type = string
}

data "ct_config" "controller" {
  count  = var.controller_count
  strict = true
  content = templatefile("\${path.module}/node.yaml", {
    text = "\${var.cluster_name} \${var.networking} \${var.arch} \${var.os_image} \${var.pod_cidr}"
    key  = var.ssh_authorized_key
  })
}
`;
const node = `variant: flatcar
version: 1.1.0
passwd:
  users:
    - name: core
      ssh_authorized_keys:
        - \${key}
storage:
  files:
    - path: /etc/text
      contents:
        inline: \${text}
`;
const reusable = { 'module/main.tf': cluster, 'module/node.yaml': node };

/** The line of `/etc/text` of the first machine of each entry, by the entry's name. */
async function textsOf(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Record<string, string>> {
  const folder = workspaceWith(files);
  const { code, stdout } = await runGuarded(['render', '--quiet', '--out', 'out', ...args], folder);
  expect(code).toBe(0);
  const written = readTree(folder);
  const entries = stdout.split('\n').flatMap((line) => /^out\/(.*): \d+ machine/.exec(line)?.[1] ?? []);
  return Object.fromEntries(
    entries.map((entry) => {
      const config = Object.entries(written).find(
        ([file]) => file.startsWith(`out/${entry}/machines/`) && file.endsWith('/config.bu'),
      );
      return [entry, /inline: (.*)/.exec(config?.[1] ?? '')?.[1] ?? ''];
    }),
  );
}

test('a reusable module gets sample values, and its closed sets are the axes', async () => {
  const folder = workspaceWith(reusable);
  const { stdout } = await runGuarded(['matrix', '--json'], folder);
  // Our own output; a test of its own validates it.
  const { include } = JSON.parse(stdout) as { include: readonly Readonly<Record<string, unknown>>[] };
  const combined = ['flannel', 'calico', 'cilium'].flatMap((networking) =>
    [1, 3].flatMap((controllers) => ['amd64', 'arm64'].map((arch) => `${networking} ${controllers} ${arch}`)),
  );
  const seen = include.map(({ networking, controllers, arch }) => `${networking} ${controllers} ${arch}`);
  expect(new Set(seen)).toEqual(new Set(combined));
  const { report } = await checkModules(folder, ['--only', 'arch=arm64']);
  expect(report.entries.every(({ name }) => name.includes('arch=arm64'))).toBe(true);
  expect(report.gaps.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
    'sample variables cluster_name, ssh_authorized_key',
  ]);
  expect(report.findings).toEqual([]);
});

test('sample values are such as the module would get', async () => {
  const texts = await textsOf(reusable, '--only', 'networking=calico', '--only', 'arch=amd64');
  expect(Object.values(texts)).not.toEqual([]);
  for (const text of Object.values(texts))
    expect(text).toMatch(/^[a-z][a-z0-9-]+ calico amd64 flatcar-(?:stable|beta) 10\.2\.0\.0\/16$/);
});

test('values of files win over samples, later files over earlier ones, settings over all', async () => {
  const root = {
    ...reusable,
    'module/terraform.tfvars':
      'cluster_name = "of-tfvars"\nnetworking = "flannel"\nssh_authorized_key = "ssh-ed25519 AAAA"\narch = "amd64"\n',
    'module/a.auto.tfvars': 'cluster_name = "of-a"\npod_cidr = "10.20.0.0/16"\n',
    'module/b.auto.tfvars.json': '{ "pod_cidr": "10.30.0.0/16" }',
  };
  expect(await textsOf(root)).toEqual({ module: 'of-a flannel amd64 flatcar-stable 10.30.0.0/16' });
  const settings =
    'terraform:\n  variables:\n    networking: calico\n    pod_cidr: 10.40.0.0/16\n    of_another_module: 1\n';
  expect(await textsOf({ ...root, 'windtunnel.yaml': settings })).toEqual({
    module: 'of-a calico amd64 flatcar-stable 10.40.0.0/16',
  });
});

test('each further variable file is an entry of its own', async () => {
  const files = {
    ...reusable,
    'module/terraform.tfvars': 'cluster_name = "all"\nssh_authorized_key = "ssh-ed25519 AAAA"\n',
    'module/blue.tfvars': 'cluster_name = "blue"\n',
    'module/green.tfvars': 'networking = "calico"\n',
  };
  expect(await textsOf(files)).toEqual({
    'module_vars=blue': 'blue cilium amd64 flatcar-stable 10.2.0.0/16',
    'module_vars=green': 'all calico amd64 flatcar-stable 10.2.0.0/16',
  });
});

test('axes of the settings replace those that were found', async () => {
  const settings = `terraform:
  variables:
    cluster_name: chosen
  axes:
    networking: [cilium]
    arch: [arm64]
    controller_count: [1]
    os_image: [flatcar-beta]
    pod_cidr: [10.2.0.0/16, 10.9.0.0/16]
`;
  const texts = await textsOf({ ...reusable, 'windtunnel.yaml': settings });
  expect(Object.values(texts)).toEqual([
    'chosen cilium arm64 flatcar-beta 10.2.0.0/16',
    'chosen cilium arm64 flatcar-beta 10.9.0.0/16',
  ]);
});

test('a root module that calls another is rendered with what it gives', async () => {
  const root = `provider "aws" {}

module "cluster" {
  source             = "../module"
  cluster_name       = "called"
  networking         = "flannel"
  ssh_authorized_key = "ssh-ed25519 AAAA"
}
`;
  const texts = await textsOf({ ...reusable, 'clusters/main.tf': root }, '--only', 'name=clusters');
  expect(texts).toEqual({ clusters: 'called flannel amd64 flatcar-stable 10.2.0.0/16' });
});
