/** Modules whose six entries each differ in networking and in the number of controllers. */
const modules = [
  'aws/fedora-coreos/kubernetes',
  'azure/fedora-coreos/kubernetes',
  'bare-metal/flatcar-linux/kubernetes',
  'digital-ocean/flatcar-linux/kubernetes',
  'google-cloud/fedora-coreos/kubernetes',
];

/**
 * 30 entries with findings, gaps, comments and rules, of which each part of a run sees only some: a text that is twice
 * in a file, once for every entry and once for some; a version of Kubernetes and a custom kind that another module
 * brings; rules and comments that one entry needs. And files beside them.
 */
export function matrixWorkspace(): Record<string, string> {
  return {
    'windtunnel.yaml': settings,
    'shared/controller.yaml': controller,
    'edge/a.bu': 'variant: fcos\nversion: 1.5.0\nsystemd:\n  units:\n    - nmae: a.service\n',
    'edge/widget.yaml': widget('beside', 'large'),
    ...Object.fromEntries(modules.map((folder) => [`${folder}/main.tf`, module(folder)])),
    'aws/fedora-coreos/kubernetes/pod.yaml': pod,
    'azure/fedora-coreos/kubernetes/definition.yaml': definition,
    'google-cloud/fedora-coreos/kubernetes/widget.yaml': widget('inside', 'small'),
  };
}

/**
 * The workspace before a change: a text of every entry was another one, one module was not there yet, and one is gone
 * since.
 */
export function matrixBase(): Record<string, string> {
  const { 'google-cloud/fedora-coreos/kubernetes/main.tf': _, ...files } = matrixWorkspace();
  const gone = 'hetzner/fedora-coreos/kubernetes';
  return {
    ...files,
    'baseline.json': '{"version": 1, "findings": []}',
    'shared/controller.yaml': controller.replace('Type=simple', 'Type=notify\n        Nonsense=2'),
    [`${gone}/main.tf`]: module(gone),
  };
}

const settings = `fail-on: warning
terraform:
  axes:
    networking: [calico, cilium, flannel]
    controller_count: [1, 3]
suppressions:
  - {check: unit/no-exec-start, entries: ["azure/*"], reason: "azure\\tonly"}
  - {check: unit/no-exec-start, entries: ["*networking=flannel*"], paths: ["shared/**"], reason: flannel}
  - {check: unit/no-exec-start, reason: was known, until: 2020-01-01}

  - check: translate/unused-key
    paths: [nowhere/**]
    reason: never there
baseline: baseline.json
`;

function module(folder: string): string {
  const up = folder.split('/').fill('..').join('/');
  return `variable "networking" {
  default = "calico"
}
variable "controller_count" {
  type    = number
  default = 1
}
variable "cluster_name" {
  type = string
}
data "ct_config" "controller" {
  content = templatefile("\${path.module}/${up}/shared/controller.yaml", {
    networking  = var.networking
    controllers = var.controller_count
    module      = "${folder}"
  })
  strict = true
}
resource "aws_instance" "controller" {
  count     = var.controller_count
  user_data = data.ct_config.controller.rendered
}
resource "aws_eip" "public" {
}
${localFiles[folder] ?? ''}`;
}

const localFiles: Readonly<Record<string, string>> = {
  'aws/fedora-coreos/kubernetes': localFile('pod', 'var.networking == "cilium" ? 1 : 0'),
  'azure/fedora-coreos/kubernetes': localFile('definition', '1'),
  'google-cloud/fedora-coreos/kubernetes': localFile('widget', '1'),
};

function localFile(name: string, count: string): string {
  return `resource "local_file" "object" {
  count    = ${count}
  filename = "assets/${name}.yaml"
  content  = "\${file("\${path.module}/${name}.yaml")}# \${aws_eip.public.public_ip}\\n"
}
`;
}

// One module has no version of its own, so only its parts need the others for it.
const controller = `%{ if module != "digital-ocean/flatcar-linux/kubernetes" }# for quay.io/poseidon/kubelet:v1.33.2%{ endif }
variant: \${ module == "bare-metal/flatcar-linux/kubernetes" ? "flatcar" : "fcos" }
version: 1.1.0
systemd:
  units:
%{ if controllers == 3 }
    - name: twice.service
      contents: |
        [Service]
        ExecStart=/usr/bin/true
        Nonsense=1
%{ endif }
    - name: always.service
      contents: |
        [Service]
        ExecStart=/usr/bin/true
        Nonsense=1
    - name: commented.service
      contents: |
        [Service]
%{ if networking == "cilium" }
        # windtunnel: ignore unit/unknown-directive patched for cilium
        Patched=1
%{ endif }
        ExecStart=/usr/bin/true
        # windtunnel: ignore translate/unused-key nothing of it is there
        Type=oneshot
    - name: empty.service
      contents: |
        [Service]
        Type=simple
%{ if module == "digital-ocean/flatcar-linux/kubernetes" && networking == "calico" }
    - nmae: broken
%{ endif }
`;

const pod = `apiVersion: v1
kind: Pod
metadata: {name: a, lables: {}}
spec:
  containers: [{name: a, image: "quay.io/poseidon/kubelet:v1.34.1"}]
`;

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: widgets.example.org}
spec:
  group: example.org
  scope: Namespaced
  names: {plural: widgets, singular: widget, kind: Widget, listKind: WidgetList}
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties: {spec: {type: object, properties: {size: {type: integer}}}}
`;

function widget(name: string, size: string): string {
  return `apiVersion: example.org/v1\nkind: Widget\nmetadata: {name: ${name}}\nspec: {size: ${size}}\n`;
}
