import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const distribution = fileURLToPath(new URL('../examples/distribution/', import.meta.url));
const cluster = 'aws/fedora-coreos/kubernetes';
/** What one cluster module makes of itself: two networks, one and three controllers, and two more streams of the OS. */
export const entriesPerModule = 6;

/**
 * Writes a repository with so many cluster modules, each of the size of a real one: some sixty templates, one
 * machine config of four hundred lines. No two modules are alike.
 */
export function writeModules(folder: string, modules: number): void {
  const assets = path.join(folder, 'assets');
  cpSync(path.join(distribution, 'assets'), assets, { recursive: true });
  for (let index = 0; index < manifestsPerModule; index += 1) {
    mkdirSync(path.join(assets, 'resources/manifests/addons'), { recursive: true });
    writeFileSync(path.join(assets, `resources/manifests/addons/role-${index}.yaml`), manifest(index));
  }
  for (let index = 0; index < modules; index += 1) {
    const to = path.join(folder, `region-${index}`, 'fedora-coreos', 'kubernetes');
    cpSync(path.join(distribution, cluster), to, { recursive: true });
    for (const template of ['butane/controller.yaml', 'workers/butane/worker.yaml']) {
      const file = path.join(to, template);
      writeFileSync(file, lengthened(readFileSync(file, 'utf8'), index));
    }
  }
}

/** The same templates in a module that needs no provider, for `terraform plan`. */
export function writePlainModule(folder: string): void {
  writeModules(folder, 1);
  writeFileSync(path.join(folder, 'main.tf'), plain);
}

const manifestsPerModule = 50;

function manifest(index: number): string {
  const rules = Array.from(
    { length: 8 },
    (_, rule) => `  - apiGroups: ["apps"]\n    resources: ["deployments"]\n    verbs: ["get"] # ${rule}\n`,
  );
  return [
    'apiVersion: rbac.authorization.k8s.io/v1\n',
    'kind: ClusterRole\n',
    'metadata:\n',
    `  name: addon-${index}\n`,
    '  annotations:\n',
    `    example.org/token: "\${token_id}"\n`,
    'rules:\n',
    ...rules,
  ].join('');
}

/** Files in the machine's config, before the users: a real one has some two hundred lines more than the fixture. */
function lengthened(template: string, index: number): string {
  const files = Array.from(
    { length: 20 },
    (_, file) =>
      `    - path: /etc/region-${index}/${file}.conf\n      mode: 0644\n      contents:\n        inline: |\n${'          key = "$' + '{ssh_authorized_key}"\n          other = 1\n'.repeat(3)}`,
  );
  return template.replace('passwd:\n', () => `${files.join('')}passwd:\n`);
}

const plain =
  `variable "networking" {
  default = "flannel"
}

locals {
  values = {
    images               = { api = "kube-apiserver:v1", scheduler = "kube-scheduler:v1" }
    etcd_servers         = "https://etcd0.example.com:2379"
    service_cidr         = "10.3.0.0/16"
    pod_cidr             = "10.2.0.0/16"
    image                = "cni:v1"
    token_id             = "abcdef"
    token_secret         = "0123456789abcdef"
    server               = "https://cluster.example.com:6443"
    authority            = base64encode("authority")
    token                = "abcdef.0123456789abcdef"
    etcd_name            = "etcd0"
    etcd_domain          = "etcd0.example.com"
    etcd_initial_cluster = "etcd0=https://etcd0.example.com:2380"
    ssh_authorized_key   = "ssh-ed25519 AAAA example"
    dns_service_ip       = "10.3.0.10"
    node_labels          = ""
    kubeconfig           = indent(10, "apiVersion: v1")
  }
  files = setunion(
    fileset(path.module, "assets/resources/{static,manifests}/**"),
    fileset(path.module, "assets/resources/$` +
  `{var.networking}/**"),
    fileset(path.module, "region-0/**/*.yaml"),
  )
}

output "texts" {
  value = { for name in local.files : name => templatefile("$` +
  `{path.module}/$` +
  `{name}", local.values) }
}
`;
