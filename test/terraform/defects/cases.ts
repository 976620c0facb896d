// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what this is about

/**
 * Modules with one defect each. `«` and `»` stand around the place where it must be reported; they are taken out
 * before anything is written. Without an end the finding has none either.
 */
export interface Case {
  readonly name: string;
  readonly check: string;
  readonly files: Readonly<Record<string, string>>;
}

/** A machine whose template is `node.yaml`, rendered with these values. */
function machine(template: string, values: string, more = ''): Readonly<Record<string, string>> {
  return {
    'main.tf': `${more}data "ct_config" "node" {
  strict  = true
  content = templatefile("\${path.module}/node.yaml", {${values === '' ? '' : `\n    ${values}\n  `}})
}
`,
    'node.yaml': template,
  };
}

/** A manifest whose template is `object.yaml`. */
function manifest(template: string, values = '', more = ''): Readonly<Record<string, string>> {
  return {
    'main.tf': `${more}resource "kubectl_manifest" "object" {
  yaml_body = templatefile("\${path.module}/object.yaml", {${values === '' ? '' : `\n    ${values}\n  `}})
}
`,
    'object.yaml': template,
  };
}

/** A bundle that a provisioner brings, of `object.yaml` under the name manifests/object.yaml. */
function bundle(template: string, values = ''): Readonly<Record<string, string>> {
  return {
    'main.tf': `locals {
  bundle = {
    "auth/note"             = "nothing"
    "manifests/object.yaml" = templatefile("\${path.module}/object.yaml", {${values}})
  }
}

resource "null_resource" "copy" {
  provisioner "file" {
    content     = join("\\n", [for name, text in local.bundle : format("##### %s\\n%s", name, text)])
    destination = "/home/core/assets"
  }
}
`,
    'object.yaml': template,
  };
}

const fcos = 'variant: fcos\nversion: 1.5.0\n';

const inButane: readonly Case[] = [
  {
    name: 'unknown key',
    check: 'translate/unused-key',
    files: machine(`${fcos}storage:\n  files:\n    - path: /etc/\${name}\n      «mod»: 0644\n`, 'name = "a"'),
  },
  {
    name: 'unknown key behind a loop',
    check: 'translate/unused-key',
    files: machine(
      `${fcos}storage:\n  files:\n%{ for name in names ~}\n    - path: /etc/\${name}\n      mode: 0644\n%{ endfor ~}\n    - path: /etc/last\n      «overwrit»: true\n`,
      'names = ["a", "b", "c"]',
    ),
  },
  {
    name: 'unknown key inside a loop',
    check: 'translate/unused-key',
    files: machine(
      `${fcos}storage:\n  files:\n%{ for name in names ~}\n    - path: /etc/\${name}\n      «permissions»: 0644\n%{ endfor ~}\n`,
      'names = ["a", "b"]',
    ),
  },
  {
    name: 'unknown key inside a condition',
    check: 'translate/unused-key',
    files: machine(
      `${fcos}%{ if debug }\nsystemd:\n  units:\n    - name: a.service\n      «enable»: true\n%{ endif }\n`,
      'debug = true',
    ),
  },
  {
    name: 'unknown key inside else',
    check: 'translate/unused-key',
    files: machine(
      `${fcos}%{ if debug }\n%{ else }\nsystemd:\n  units:\n    - name: a.service\n      «maskd»: true\n%{ endif }\n`,
      'debug = false',
    ),
  },
  {
    name: 'unknown key behind an indented block of many lines',
    check: 'translate/unused-key',
    files: machine(
      `${fcos}storage:\n  files:\n    - path: /etc/text\n      contents:\n        inline: |\n          \${text}\n      «mods»: 0644\n`,
      'text = indent(10, "one\\ntwo\\nthree")',
    ),
  },
  {
    name: 'wrong type written out',
    check: 'translate/wrong-type',
    files: machine(
      `${fcos}systemd:\n  units:\n    - name: \${name}\n      enabled: «sometimes»\n`,
      'name = "a.service"',
    ),
  },
  {
    name: 'wrong type of an interpolated value',
    check: 'translate/wrong-type',
    files: machine(
      `${fcos}systemd:\n  units:\n    - name: a.service\n      enabled: \${«enabled»}\n`,
      'enabled = "sometimes"',
    ),
  },
  {
    name: 'wrong type of a computed value',
    check: 'translate/wrong-type',
    files: machine(
      `${fcos}storage:\n  files:\n    - path: /etc/a\n      mode: \${«upper(mode)»}\n`,
      'mode = "rw"',
    ),
  },
  {
    name: 'duplicate unit of two loops',
    check: 'translate/duplicate-entry',
    files: machine(
      `${fcos}systemd:\n  units:\n    - name: a.service\n      enabled: true\n    - name: \${«"a.service"»}\n      enabled: true\n`,
      '',
    ),
  },
  {
    name: 'directive of a unit',
    check: 'unit/unknown-directive',
    files: machine(
      `${fcos}systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        ExecStart=/usr/bin/\${program}\n        «Restrat»=always\n`,
      'program = "true"',
    ),
  },
  {
    name: 'value of a directive that is interpolated',
    check: 'unit/invalid-value',
    files: machine(
      `${fcos}systemd:\n  units:\n    - name: a.service\n      contents: |\n        [Service]\n        ExecStart=/usr/bin/true\n        RestartSec=\${«delay»}\n`,
      'delay = "ten"',
    ),
  },
  {
    name: 'script of a file',
    check: 'contents/shell-syntax',
    files: machine(
      `${fcos}storage:\n  files:\n    - path: /opt/run\n      mode: 0755\n      contents:\n        inline: |\n          #!/bin/bash\n          echo \${name}\n          «»if true; then\n            echo a\n`,
      'name = "a"',
    ),
  },
  {
    name: 'flag of the kubelet',
    check: 'component/unknown-flag',
    files: machine(
      `${fcos}systemd:\n  units:\n    - name: kubelet.service\n      contents: |\n        [Service]\n        ExecStart=/usr/bin/kubelet \\\n          --node-ip=\${ip} \\\n          «--node-labls»=a=b\n`,
      'ip = "10.0.0.1"',
    ),
  },
  {
    name: 'kubelet configuration',
    check: 'schema/unknown-field',
    files: machine(
      `${fcos}storage:\n  files:\n    - path: /etc/kubernetes/kubelet.yaml\n      contents:\n        inline: |\n          apiVersion: kubelet.config.k8s.io/v1beta1\n          kind: KubeletConfiguration\n          clusterDNS:\n            - \${dns}\n          «clusterDomian»: cluster.local\n`,
      'dns = "10.3.0.10"',
    ),
  },
  {
    name: 'template with Windows line ends',
    check: 'translate/unused-key',
    files: machine(
      `${fcos}storage:\n  files:\n    - path: /etc/\${name}\n      «mod»: 0644\n`.replaceAll('\n', '\r\n'),
      'name = "a"',
    ),
  },
  {
    name: 'template with letters beyond ASCII',
    check: 'translate/unused-key',
    files: machine(
      `${fcos}storage:\n  files:\n    - {path: /etc/a, contents: {inline: "größe 🚀 \${name}"}, «mod»: 0644}\n`,
      'name = "ä🚀"',
    ),
  },
  {
    name: 'escaped interpolation on the line',
    check: 'translate/unused-key',
    files: machine(
      `${fcos}storage:\n  files:\n    - {path: /etc/a, contents: {inline: "$\${HOME} \${name}"}, «mod»: 0644}\n`,
      'name = "a"',
    ),
  },
];

const pod = (image: string, rest = ''): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n      image: ${image}\n${rest}`;

const inManifests: readonly Case[] = [
  {
    name: 'unknown field',
    check: 'schema/unknown-field',
    files: manifest(pod('${image}', '      «imagePullPolcy»: Always\n'), 'image = "a:1"'),
  },
  {
    name: 'unknown field inside a condition',
    check: 'schema/unknown-field',
    files: manifest(
      pod(
        '${image}',
        '%{ if privileged ~}\n      securityContext:\n        «priviledged»: true\n%{ endif ~}\n',
      ),
      'image = "a:1"\n    privileged = true',
    ),
  },
  {
    name: 'unknown field inside nested directives',
    check: 'schema/unknown-field',
    files: manifest(
      pod(
        '${image}',
        '      env:\n%{ for name, value in env ~}\n%{ if value != "" ~}\n        - name: ${name}\n          «vaule»: "${value}"\n%{ endif ~}\n%{ endfor ~}\n',
      ),
      'image = "a:1"\n    env = { A = "1" }',
    ),
  },
  {
    name: 'wrong type that is interpolated',
    check: 'schema/wrong-type',
    files: manifest(
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  replicas: ${«count»}\n  selector:\n    matchLabels: {a: b}\n  template:\n    metadata:\n      labels: {a: b}\n    spec:\n      containers: [{name: a, image: "a:1"}]\n',
      'count = "two"',
    ),
  },
  {
    name: 'wrong type of a sum',
    check: 'schema/wrong-type',
    files: manifest(pod('a:1', '      ports:\n        - containerPort: «"${80 + offset}"»\n'), 'offset = 1'),
  },
  {
    name: 'name that is interpolated in part',
    check: 'manifest/name',
    files: manifest('apiVersion: v1\nkind: Namespace\nmetadata:\n  name: «team_${team»}\n', 'team = "a"'),
  },
  {
    name: 'missing field',
    check: 'schema/missing-field',
    files: manifest(pod('${image}', '      ports:\n        - «name»: http\n'), 'image = "a:1"'),
  },
  {
    name: 'removed version',
    check: 'schema/removed-version',
    files: manifest(
      'apiVersion: «policy/v1beta1»\nkind: PodDisruptionBudget\nmetadata:\n  name: ${name}\n',
      'name = "a"',
    ),
  },
  {
    name: 'unknown field in a bundle',
    check: 'schema/unknown-field',
    files: bundle(pod('${image}', '      «comand»: [a]\n'), ' image = "a:1" '),
  },
  {
    name: 'unknown field in the second document of a bundle',
    check: 'schema/unknown-field',
    files: bundle(
      `${pod('${image}')}---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\n«dta»: {}\n`,
      ' image = "a:1" ',
    ),
  },
  {
    name: 'heredoc in the module',
    check: 'schema/unknown-field',
    files: {
      'main.tf': `locals {
  name = "a"
}

resource "kubectl_manifest" "object" {
  yaml_body = <<-YAML
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: \${local.name}
    «binarydata»: {}
  YAML
}
`,
    },
  },
  {
    name: 'file without interpolations',
    check: 'schema/unknown-field',
    files: {
      'main.tf':
        'resource "kubectl_manifest" "object" {\n  yaml_body = file("${path.module}/object.yaml")\n}\n',
      'object.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n«dat»: {}\n',
    },
  },
  {
    name: 'two hops: a kubeconfig inside Butane',
    check: 'component/invalid-kubeconfig',
    files: {
      ...machine(
        `${fcos}storage:\n  files:\n    - path: /etc/kubernetes/kubeconfig\n      contents:\n        inline: |\n          \${kubeconfig}\n`,
        'kubeconfig = indent(10, templatefile("${path.module}/kubeconfig", { server = "https://a:6443" }))',
      ),
      kubeconfig:
        'apiVersion: v1\nkind: Config\nclusters:\n  - name: local\n    cluster:\n      server: ${server}\nusers:\n  - name: kubelet\n    user: {}\ncontexts:\n  - name: local\n    context:\n      cluster: «locale»\n      user: kubelet\ncurrent-context: local\n',
    },
  },
  {
    name: 'two hops: a script inside a snippet',
    check: 'contents/shell-syntax',
    files: {
      'main.tf': `data "ct_config" "node" {
  strict  = true
  content = "variant: fcos\\nversion: 1.5.0\\n"
  snippets = [
    templatefile("\${path.module}/snippet.yaml", { script = indent(10, file("\${path.module}/run.sh")) })
  ]
}
`,
      'snippet.yaml': `${fcos}storage:\n  files:\n    - path: /opt/run\n      mode: 0755\n      contents:\n        inline: |\n          \${script}\n`,
      'run.sh': '#!/bin/bash\necho a\n«»while true; do\n  echo b\n',
    },
  },
];

const null_ = 'variable "suffix" {\n  type    = string\n  default = null\n}\n\n';

const inTemplates: readonly Case[] = [
  {
    name: 'null in a template',
    check: 'terraform/null-in-template',
    files: machine(
      `${fcos}storage:\n  files:\n    - path: /etc/\${«suffix»}\n`,
      'suffix = var.suffix',
      null_,
    ),
  },
  {
    name: 'null in a string of the module',
    check: 'terraform/null-in-template',
    files: machine(fcos, '', `${null_}locals {\n  host = "node-\${«var.suffix»}"\n}\n\n`),
  },
  {
    name: 'null inside a loop',
    check: 'terraform/null-in-template',
    files: machine(
      `${fcos}storage:\n  files:\n%{ for name in names ~}\n    - path: /etc/\${«name»}\n%{ endfor ~}\n`,
      'names = ["a", null]',
    ),
  },
  {
    name: 'missing variable',
    check: 'terraform/unknown-reference',
    files: machine(`${fcos}storage:\n  files:\n    - path: /etc/\${«nmae»}\n`, 'name = "a"'),
  },
  {
    name: 'missing variable in a directive',
    check: 'terraform/unknown-reference',
    files: machine(`${fcos}%{ if «debug» }\nsystemd: {}\n%{ endif }\n`, 'name = "a"'),
  },
  {
    name: 'list in a text',
    check: 'terraform/wrong-type',
    files: machine(`${fcos}storage:\n  files:\n    - path: /etc/\${«names»}\n`, 'names = ["a", "b"]'),
  },
  {
    name: 'object in a text',
    check: 'terraform/wrong-type',
    files: machine(`${fcos}storage:\n  files:\n    - path: /etc/\${«node»}\n`, 'node = { name = "a" }'),
  },
  {
    name: 'missing attribute in a template',
    check: 'terraform/unknown-reference',
    files: machine(`${fcos}storage:\n  files:\n    - path: /etc/\${node«.nmae»}\n`, 'node = { name = "a" }'),
  },
  {
    name: 'index out of range in a template',
    check: 'terraform/unknown-reference',
    files: machine(`${fcos}storage:\n  files:\n    - path: /etc/\${names«[2]»}\n`, 'names = ["a", "b"]'),
  },
  {
    name: 'function in a template',
    check: 'terraform/function-call',
    files: machine(
      `${fcos}storage:\n  files:\n    - path: /etc/\${«cidrhost(»network, 10)}\n`,
      'network = "10.3.0.0"',
    ),
  },
  {
    name: 'unknown function in a template',
    check: 'terraform/function-call',
    files: machine(`${fcos}storage:\n  files:\n    - path: /etc/\${«uper»(name)}\n`, 'name = "a"'),
  },
  {
    name: 'unclosed directive',
    check: 'terraform/syntax',
    files: machine(`${fcos}«%{ if true }»\nsystemd: {}\n`, ''),
  },
  {
    name: 'unclosed interpolation',
    check: 'terraform/syntax',
    files: machine(`${fcos}storage:\n  files:\n    - path: /etc/«\${»name\n`, 'name = "a"'),
  },
  {
    name: 'shell variable that was not escaped',
    check: 'terraform/unknown-reference',
    files: machine(
      `${fcos}storage:\n  files:\n    - path: /opt/run\n      contents:\n        inline: echo \${«HOME»}\n`,
      '',
    ),
  },
  {
    name: 'template inside a template',
    check: 'terraform/null-in-template',
    files: {
      ...machine(
        `${fcos}storage:\n  files:\n    - path: /etc/a\n      contents:\n        inline: |\n          \${inner}\n`,
        'inner = indent(10, templatefile("${path.module}/inner", { value = null }))',
      ),
      inner: 'one\ntwo ${«value»}\n',
    },
  },
  {
    name: 'reference in the module',
    check: 'terraform/unknown-reference',
    files: machine(fcos, '', 'locals {\n  one = «local.tow»\n  two = "a"\n}\n\n'),
  },
];

export const cases: readonly Case[] = [...inButane, ...inManifests, ...inTemplates];
