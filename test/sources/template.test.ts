// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what this is about
import { describe, expect, test } from 'vitest';
import { templateKind, templateReasons } from '../../src/sources/files/template.ts';

const head = 'variant: fcos\nversion: 1.5.0\n';

/** A config with this file in it, a script for instance. */
function script(...lines: string[]): string {
  const body = lines.map((line) => `          ${line}\n`).join('');
  return `${head}storage:\n  files:\n    - path: /opt/x\n      contents:\n        inline: |\n${body}`;
}

/** A config with this unit in it. */
function unit(...lines: string[]): string {
  const body = lines.map((line) => `        ${line}\n`).join('');
  return `${head}systemd:\n  units:\n    - name: x.service\n      contents: |\n        [Service]\n${body}`;
}

function files(...lines: string[]): string {
  return `${head}storage:\n  files:\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

describe('ready to be translated', () => {
  test.each([
    ['no dollar at all', unit('ExecStart=/bin/true')],
    ['a systemd variable', unit('ExecStart=/bin/x --node=${HOSTNAME}')],
    ['a shell variable in lower case', script('for n in a b; do', '  echo "${n}"', 'done')],
    ['shell expansions', script('echo ${name:-none} ${#list[@]} ${path##*/} ${1}')],
    ['a command in a shell', script('echo $(hostname) $$')],
    ['a dollar that systemd keeps', unit("ExecStart=/bin/sh -c 'echo $${x}'")],
    ['the same over several lines', unit("ExecStart=/bin/sh -c 'a; \\", '  echo $${x}; \\', "  b'")],
    ['curl and its format', script("curl -w '%{http_code}' x", 'echo %{time_total}')],
    ['a percent sign that systemd keeps', unit("ExecStart=/bin/curl -w '%%{http_code}' x")],
    ['podman and its format', unit("ExecStart=/usr/bin/podman ps --format '{{.Names}}'")],
    ['a template that the machine fills in', script('{{ range .Items }}', '{{ .Name }}', '{{ end }}')],
    ['JavaScript', script('const a = `${row.name}`')],
    ['contents on one line', files('- path: /a', '  contents:', '    inline: "echo ${x}"')],
    ['contents in flow style', files('- {path: /a, contents: {inline: "echo ${x}"}}')],
    [
      'quoted contents over several lines',
      files('- path: /a', '  contents:', '    inline: "echo ${x}', '      echo ${y}"'),
    ],
    ['a comment', `${head}# was ${'${var.name}'} once, {{ .name }} before\n`],
    ['a comment behind a value', files('- path: /a # ${name}')],
    ['a folded scalar', files('- path: /a', '  contents:', '    inline: >-', '      ${x}', '      ${y}')],
    [
      'a block with its indentation given',
      files('- path: /a', '  contents:', '    inline: |2-', '        ${x}'),
    ],
    ['a password hash', 'passwd:\n  users:\n    - name: core\n      password_hash: $6$ab$cd.ef\n'],
    [
      'dynamic data of the config transpiler',
      'etcd:\n  name: "{HOSTNAME}"\n  listen_peer_urls: http://{PRIVATE_IPV4}:2380\n',
    ],
    [
      'Ignition',
      '{"ignition":{"version":"3.4.0"},"systemd":{"units":[{"name":"a","contents":"ExecStart=/a ${B} $${c}"}]}}',
    ],
    [
      'a list of block scalars',
      'passwd:\n  users:\n    - ssh_authorized_keys:\n        - |\n          ${x}\n',
    ],
    ['Ruby in a script', script('puts "<%= 1 %>"')],
  ])('%s', (_, text) => expect(templateKind(text)).toBeUndefined());
});

describe('Terraform templates', () => {
  test.each([
    ['a name in a path', files('- path: /etc/${name}.conf')],
    ['a name in a list', 'passwd:\n  users:\n    - ssh_authorized_keys:\n        - ${ssh_key}\n'],
    ['a quoted name', 'passwd:\n  users:\n    - ssh_authorized_keys: ["${ssh_key}"]\n'],
    ['a call', 'passwd:\n  users:\n    - ssh_authorized_keys: ${jsonencode(keys)}\n'],
    ['all of the contents', files('- path: /a', '  contents:', '    inline: ${ca_certificate}')],
    ['a variable in contents', script('echo ${var.name}')],
    ['a call in contents', script('${indent(10, certificate)}')],
    ['a directive in contents', script('%{ if enabled }', 'echo', '%{ endif }')],
    ['a directive that eats blanks', script('%{~ for n in nodes ~}', 'echo', '%{~ endfor ~}')],
    [
      'a directive among the structure',
      `${head}storage:\n  files:\n%{ for f in files ~}\n    - path: /a\n%{ endfor ~}\n`,
    ],
    ['an escaped variable in a script', script('echo $${HOSTNAME}')],
    ['an escaped variable in an environment', unit('Environment=A=$${B}')],
    ['an escaped variable after a command line', unit('ExecStart=/bin/a', 'Environment=A=$${B}')],
    ['a version to be filled in', 'variant: fcos\nversion: ${butane_version}\n'],
    ['an index', files('- path: /${names[0]}')],
    ['a condition', files('- path: /${big ? "a" : "b"}')],
    ['a number of a loop', `${head}systemd:\n  units:\n    - name: x\${count.index}.service\n`],
    ['Ignition with a path', '{"ignition":{"version":"3.4.0"},"storage":{"files":[{"path":"/${name}"}]}}'],
    ['Ignition that is no JSON yet', '{"ignition":{"version":"3.4.0"},"storage": ${storage}}'],
    ['kernel arguments', `${head}kernel_arguments:\n  should_exist:\n    - console=\${console}\n`],
  ])('%s', (_, text) => expect(templateKind(text)).toBe('terraform'));
});

describe('templates of other programs', () => {
  test.each([
    ['a Go field', `${head}systemd:\n  units:\n    - name: {{.name}}.service\n`],
    ['a Go range', `${head}storage:\n  files:\n{{- range .Files }}\n    - path: /a\n{{- end }}\n`],
    [
      'a Jinja statement',
      `${head}storage:\n  files:\n  {% for f in files %}\n    - path: /a\n  {% endfor %}\n`,
    ],
    ['a Jinja value', files('- path: /etc/{{ name }}')],
    ['all of the contents', files('- path: /a', '  contents:', '    inline: {{ secret }}')],
    ['ERB', files('- path: /etc/<%= name %>')],
    ['Mako', 'passwd:\n  users:\n    - ssh_authorized_keys:\n% for key in keys:\n        - a\n% endfor\n'],
    ['Ignition', '{"ignition":{"version":"3.4.0"},"storage": {{ .storage }} }'],
  ])('%s', (_, text) => expect(templateKind(text)).toBe('go-or-jinja'));

  test.each([
    ['a path', files('- path: /etc/${HOSTNAME}')],
    ['a default', 'passwd:\n  users:\n    - ssh_authorized_keys: ["${SSH_KEY:-none}"]\n'],
    ['all of the contents', files('- path: /a', '  contents:', '    inline: ${TOKEN}')],
  ])('environment variables: %s', (_, text) => expect(templateKind(text)).toBe('environment'));
});

test('the reason of Terraform templates is what the documentation says', () => {
  expect(templateReasons.terraform).toBe('template; the terraform source renders it');
});

test('eight megabytes that are made to be slow are told at once', () => {
  const size = 8 * 1024 * 1024;
  const parts = [
    '${',
    '${A:-',
    '${  ',
    '%{ ',
    '$${',
    'inline: "',
    '- ',
    'a: ',
    '"\\"',
    '{"inline": "${',
    "'",
    ' #',
    '{{',
  ];
  for (const part of parts) templateKind(`x: \${Y}\n${part.repeat(size / part.length)}`);
  for (const part of parts)
    templateKind(`x: \${Y}\n${`${part.repeat(300)}\n`.repeat(size / part.length / 300)}`);
  expect(templateKind(`x: \${Y}\n${'{"a":'.repeat(10_000)}`)).toBe('environment');
  expect(templateKind(`${'{"a":'.repeat(100_000)}"\${x}"${'}'.repeat(100_000)}`)).toBeUndefined();
});
