/**
 * A folder of some sixty configs of all dialects, valid and invalid, with the snippets, scripts and settings
 * that go with them. Paths, and what stands in each file.
 */
export function mixedWorkspace(): Readonly<Record<string, string>> {
  const files: Record<string, string> = { ...settings };
  for (const [index, word] of words.entries()) {
    const folder = ['machines', 'edge', 'lab/old'][index % 3];
    for (const [name, write] of Object.entries(templates)) {
      files[`${folder}/${word}-${name}`] = write(word, index);
    }
  }
  return files;
}

const words = ['anvil', 'basalt', 'cinder', 'dune', 'ember'];

type Template = (word: string, index: number) => string;

const templates: Readonly<Record<string, Template>> = {
  'plain.bu': (word) =>
    fcos(unit(word, '[Service]\nExecStart=/usr/bin/true\n[Install]\nWantedBy=multi-user.target')),
  'directive.bu': (word, index) =>
    fcos(unit(word, `[Service]\nExecStrat=/usr/bin/${word}\nRestartSec=${index}q\nNonsense${index}=1`)),
  'same-mistake.bu': () => fcos(unit('common', '[Service]\nExecStart=bin/relative\nMemoryMaximum=2G')),
  'key.yaml': (word) => `${fcos('')}stroage:\n  files: []\npasswd:\n  users:\n    - nmae: ${word}\n`,
  'syntax.yaml': (word, index) => `${fcos('')}storage:\n  files: [${word}\n${' '.repeat(index)}]]\n`,
  'script.bu': (word, index) =>
    fcos(
      `${file(`/opt/${word}.sh`, '#!/bin/bash', `if [ -e /run/${word} ]; then`, 'echo "$1')}` +
        `${item(`/etc/${word}.json`, `{"size": ${index},}`)}${item(`/etc/${word}.toml`, 'a = [1,', 'a = 2')}` +
        `${item(`/etc/${word}.yaml`, 'a: 1', 'a: 2', 'b: [')}`,
    ),
  'twice.bu': (word) =>
    `${fcos('')}systemd:\n  units:\n    - name: ${word}.service\n    - name: ${word}.service\n`,
  'container.yaml': (word, index) =>
    `etcd:\n  version: 3.${index}.0\n  naem: ${word}\nstorage:\n  files:\n    - path: /etc/${word}\n      filesystem: root\n      mode: 0644\n      contents:\n        inline: ${word}\n`,
  'flatcar.bu': (word) =>
    `variant: flatcar\nversion: 1.1.0\nstorage:\n  directories:\n    - path: /opt\n      mode: 755\n  files:\n    - path: /opt\n      contents:\n        inline: ${word}\n`,
  'old.ign': (word) =>
    `{"ignition": {"version": "2.3.0"}, "systemd": {"units": [{"name": "${word}", "enabled": true}]}}\n`,
  'new.ign': (word) =>
    `{"ignition": {"version": "3.4.0", "config": {"merge": [{"source": "https://example.com/${word}.ign"}]}}, "storage": {"files": [{"path": "${word}"}]}}\n`,
  'accepted.bu': (word) =>
    fcos(
      unit(
        word,
        '[Service]\nExecStart=/usr/bin/true\n# windtunnel: ignore unit/unknown-directive patched here\nPatched=1',
      ),
    ),
  'template.bu': (word) => `${fcos('')}passwd:\n  users:\n    - name: \${${word}}\n`,
};

/** Files that are there once: machines of the configuration share a snippet. */
const settings: Readonly<Record<string, string>> = {
  'windtunnel.yaml': `platform: aws
os: fedora-coreos
os-version: 36.20220505.3.2
machines:
  - {name: one, config: pool/one.yaml, snippets: [pool/shared.yaml]}
  - {name: two, config: pool/two.yaml, snippets: [pool/shared.yaml], platform: azure}
  - {name: three, config: pool/three.yaml, snippets: [pool/shared.yaml, pool/missing-parts.yaml], os: flatcar}
suppressions:
  - {check: unit/invalid-value, entries: ["edge/*"], reason: known}
  - {check: unit/no-exec-start, reason: was known, until: 2020-01-01}
  - {check: machine/mount-conflict, reason: never there}
`,
  'pool/one.yaml': fcos(file('/etc/hostname', 'one')),
  'pool/two.yaml': fcos(file('/etc/hostname', 'two') + item('/etc/large', 'x'.repeat(20_000))),
  'pool/three.yaml': 'variant: flatcar\nversion: 1.0.0\n',
  'pool/shared.yaml': fcos(unit('shared', '[Service]\nExecStart=/usr/bin/true\nNonsense=1')),
  'pool/missing-parts.yaml': fcos(
    'storage:\n  files:\n    - path: /etc/a\n      contents:\n        local: not-there\n',
  ),
  'manifests/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n',
  'manifests/widgets.yaml':
    'apiVersion: example.org/v1\nkind: Widget\nmetadata: {name: A}\nspec: {size: large, colour: red}\n',
  'manifests/services.yaml': words
    .map(
      (word) => `apiVersion: v1\nkind: Service\nmetadata: {name: ${word}_1}\nspec: {ports: [{prot: 80}]}\n`,
    )
    .join('---\n'),
  'manifests/definition.yaml': widgetDefinition(),
  'manifests/elsewhere.yaml': 'apiVersion: elsewhere.example/v1\nkind: Thing\nmetadata: {name: a}\n',
  'notes/readme.yaml': 'replicas: 3\n',
};

function widgetDefinition(): string {
  return `apiVersion: apiextensions.k8s.io/v1
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
}

function fcos(rest: string): string {
  return `variant: fcos\nversion: 1.5.0\n${rest}`;
}

function unit(name: string, contents: string): string {
  return `systemd:\n  units:\n    - name: ${name}.service\n      enabled: true\n      contents: |\n${indented(contents.split('\n'), 8)}`;
}

function file(path: string, ...lines: string[]): string {
  return `storage:\n  files:\n${item(path, ...lines)}`;
}

function item(path: string, ...lines: string[]): string {
  return `    - path: ${path}\n      contents:\n        inline: |\n${indented(lines, 10)}`;
}

function indented(lines: readonly string[], by: number): string {
  return lines.map((line) => `${' '.repeat(by)}${line}\n`).join('');
}
