import { changeLine, type Mutator, replace } from './mutator.ts';

const anyKey = /^\s+(- )?[a-z_]+:( |$)/;
const scalarKey = /^\s+(- )?[a-z_]+: [^|>{[]/;

/** Changes that are YAML still, but another document: keys, values, lists. */
export const structureMutators: readonly Mutator[] = [
  changeLine('drop-key-early', scalarKey, 0, () => '# gone'),
  changeLine('drop-key-middle', scalarKey, 0.5, () => '# gone'),
  changeLine('drop-key-late', scalarKey, 0.9, () => '# gone'),
  changeLine('misspell-early', anyKey, 0.1, misspelt),
  changeLine('misspell-middle', anyKey, 0.55, misspelt),
  changeLine('misspell-late', anyKey, 0.95, misspelt),
  changeLine('misspell-section', /^[a-z]+:$/, 0.5, misspelt),
  replace('capital-key', /^(\s+(?:- )?)(mode|path|name|contents):/m, '$1Mode:'),
  changeLine('duplicate-key', scalarKey, 0.5, (line) => `${line}\n${line.replace('- ', '  ')}`),
  changeLine('duplicate-item', /^\s+- [^{[]*$/, 0.3, (line) => `${line}\n${line}`),
  { name: 'duplicate-document', apply: (source) => `${source}---\n${source}` },
  {
    name: 'duplicate-section',
    apply: (source) => source + (/^systemd:(?:\n\s.*)+/m.exec(source)?.[0] ?? ''),
  },
  {
    name: 'duplicate-unit',
    apply: (source) =>
      source.replace(/^( +)- name: (\S+\.(?:service|network))$/m, '$1- name: $2\n$1- name: $2'),
  },
  changeLine('null-value', scalarKey, 0.4, (line) => line.replace(/: .*/, ':')),
  changeLine('tilde-value', scalarKey, 0.7, (line) => line.replace(/: .*/, ': ~')),
  changeLine('empty-string', scalarKey, 0.3, (line) => line.replace(/: .*/, ': ""')),
  changeLine('list-for-scalar', scalarKey, 0.2, (line) => line.replace(/: .*/, ': [a, b]')),
  changeLine('map-for-scalar', scalarKey, 0.8, (line) => line.replace(/: .*/, ': {a: b}')),
  changeLine('number-for-string', scalarKey, 0.6, (line) => line.replace(/: .*/, ': 17')),
  changeLine('string-for-any', scalarKey, 0.45, (line) => line.replace(/: .*/, ': "some words"')),
  changeLine('scalar-for-section', /^[a-z]+:$/, 0.9, (line) => `${line} none`),
  replace('scalar-for-list', /^(\s+(?:files|units|users|partitions|flags):)\n/m, '$1 x\n'),
  replace('null-section', /^(systemd|storage|passwd|etcd|update|docker):\n(\s.*\n)+/m, '$1:\n'),
  replace('null-list-item', /^(\s+)- (?=name|path|device)/m, '$1-\n$1- '),
  replace('yes-for-true', /: true$/m, ': yes'),
  replace('quoted-true', /: true$/m, ': "true"'),
  replace('on-for-true', /: (true|false)$/m, ': on'),
];

const mode = /mode: \S+/;

/** Values that the formats check: modes, paths, names, sources. */
export const valueMutators: readonly Mutator[] = [
  replace('mode-too-big', mode, 'mode: 99999'),
  replace('mode-negative', mode, 'mode: -1'),
  replace('mode-decimal', mode, 'mode: 644'),
  replace('mode-decimal-meant', mode, 'mode: 420'),
  replace('mode-octal-1.2', mode, 'mode: 0o644'),
  replace('mode-hexadecimal', mode, 'mode: 0x1a4'),
  replace('mode-quoted', mode, 'mode: "0644"'),
  replace('mode-exponent', mode, 'mode: 1e3'),
  replace('mode-setuid', mode, 'mode: 04755'),
  replace('mode-not-octal', mode, 'mode: 0889'),
  replace('relative-path', /path: \/?/, 'path: '),
  replace('unclean-path', /path: \/etc\//, 'path: /etc//./'),
  replace('empty-path', /path: \S+/, 'path: ""'),
  replace('tilde-path', /path: \S+/, 'path: ~/x'),
  replace('same-path', /path: \/etc\/\S+/g, 'path: /etc/same'),
  replace('unit-suffix', /name: (\S+)\.service/, 'name: $1'),
  replace('unit-slash', /name: (\S+)\.service/, 'name: a/$1.service'),
  replace('drop-in-suffix', /name: (\S+)\.conf/, 'name: $1.cfg'),
  replace('bad-unit-text', /contents: \|\n\s+\[(Unit|Service)\]/, 'contents: |\n            [$1'),
  replace('bad-url', /https:\/\/\S+/, 'ht!tp://%zz'),
  replace('unknown-scheme', /https:\/\//, 'gopher://'),
  replace('bad-hash', /(hash: |sum: )\S+/, '$1sha512-abc'),
  replace('relative-device', /(device: )\/dev/, '$1dev'),
  replace('bad-format', /format: \S+/, 'format: zfs'),
  replace('raid-level', /level: \S+/, 'level: raid7'),
  replace('escaping-file', /local: \S+/, 'local: ../../../package.json'),
  replace('absent-file', /local: \S+/, 'local: etc/nowhere'),
  replace('folder-for-file', /local: etc\/app\/\S+/, 'local: etc/app'),
  replace('file-for-tree', /local: tree/, 'local: etc/app/app.toml'),
  replace(
    'tree-mode',
    /local: tree/,
    'local: tree\n      file_mode: 0600\n      dir_mode: 0700\n      user: {name: core}',
  ),
];

/** YAML at its edges: anchors, tags, styles, indentation, and what is no YAML. */
export const syntaxMutators: readonly Mutator[] = [
  { name: 'comment-only', apply: () => '# nothing but words\n' },
  { name: 'document-start', apply: (source) => `---\n${source}` },
  { name: 'document-end', apply: (source) => `${source}...\ngarbage: [\n` },
  { name: 'directive', apply: (source) => `%YAML 1.2\n---\n${source}` },
  { name: 'scalar-document', apply: () => 'just words\n' },
  { name: 'list-document', apply: (source) => source.replace(/^(?=\S)/gm, '- ') },
  { name: 'null-document', apply: () => 'null\n' },
  changeLine('indent-more', anyKey, 0.5, (line) => ` ${line}`),
  changeLine('indent-less', anyKey, 0.6, (line) => line.slice(1)),
  changeLine('tab-indent', anyKey, 0.4, (line) => line.replace(/^ +/, '\t')),
  changeLine('tab-after-key', scalarKey, 0.4, (line) => line.replace(': ', ':\t')),
  changeLine('anchor-and-alias', scalarKey, 0.3, (line) => line.replace(/: .*/, ': *nowhere')),
  {
    name: 'alias-value',
    apply: (source) => source.replace(/name: (\S+)/, 'name: &n $1').replace(/name: (?!&)\S+/, 'name: *n'),
  },
  { name: 'recursive-alias', apply: (source) => `loop: &loop\n  again: *loop\n${source}` },
  {
    name: 'merge-key',
    apply: (source) => `base: &base\n  mode: 0600\n${source.replace(/^( +)mode: \S+$/m, '$1<<: *base')}`,
  },
  { name: 'merge-non-map', apply: (source) => source.replace(/^( +)mode: \S+$/m, '$1<<: 3') },
  { name: 'alias-bomb', apply: (source) => `${bomb(6)}${source}` },
  { name: 'deep-nesting', apply: (source) => `${source}deep: ${'['.repeat(300)}${']'.repeat(300)}\n` },
  replace('unclosed-quote', /: ([a-z])/, ': "$1'),
  replace('unclosed-bracket', /: ([a-z])/, ': [$1'),
  replace('bad-escape', /: ([a-z]+)$/m, ': "\\q$1"'),
  replace('colon-in-value', /: ([a-z]+)$/m, ': a: $1'),
  replace('complex-key', /^(\s+)(name|path): (\S+)/m, '$1? $2\n$1: $3'),
  replace('string-tag', /(mode|enabled?|number): /, '$1: !!str '),
  replace('unknown-tag', /(mode|enabled?|name|path): /, '$1: !thing '),
  replace('binary-tag', /inline: .*/, 'inline: !!binary aGVsbG8='),
  replace('bad-binary', /inline: .*/, 'inline: !!binary "%%%"'),
  replace('float-tag', /mode: /, 'mode: !!float '),
  replace('number-key', /^( +)(name|path): /m, '$117: x\n$1$2: '),
  replace('list-key', /^( +)(name|path): /m, '$1[a, b]: x\n$1$2: '),
  replace('long-line', /inline: .*/, `inline: "${'0123456789'.repeat(2000)}"`),
  replace('long-key', /^( +)(name|path): /m, `$1${'k'.repeat(1100)}: x\n$1$2: `),
  replace('folded-block', /: \|$/m, ': >-'),
  replace('kept-block', /: \|$/m, ': |2+'),
  replace('date-value', /name: \S+/, 'name: 2024-02-29'),
  replace('huge-number', mode, 'mode: 123456789012345678901234567890'),
];

const version = /^version: .*\n/m;
const variant = /^variant: .*\n/m;

/** The two keys by which Butane chooses a translator. */
export const headerMutators: readonly Mutator[] = [
  replace('no-version', version, ''),
  replace('no-variant', variant, ''),
  replace('variant-null', variant, 'variant:\n'),
  replace('variant-list', variant, 'variant: [fcos]\n'),
  replace('variant-unknown', variant, 'variant: gentoo\n'),
  replace('variant-capital', variant, 'variant: FCOS\n'),
  replace('variant-rhcos', /^variant: .*\nversion: .*/m, 'variant: rhcos\nversion: 0.1.0'),
  replace('variant-twice', variant, 'variant: fcos\nvariant: flatcar\n'),
  replace('version-unknown', version, 'version: 9.9.9\n'),
  replace('version-float', version, 'version: 1.5\n'),
  replace('version-v', version, 'version: v1.5.0\n'),
  replace('version-stable-of-experimental', version, 'version: 1.8.0\n'),
  replace('version-null', version, 'version:\n'),
];

/** Makes `source` a config of another variant and version, whether or not it fits. */
export function retarget(source: string, to: { variant: string; version: string }): string {
  return source.replace(variant, `variant: ${to.variant}\n`).replace(version, `version: ${to.version}\n`);
}

function misspelt(line: string): string {
  return line.replace(/([a-z_]+):/, '$1x:');
}

function bomb(levels: number): string {
  const lines = Array.from(
    { length: levels },
    (_, level) => `  b${level + 1}: &b${level + 1} [${`*b${level}, `.repeat(7)}*b${level}]\n`,
  );
  return `bomb:\n  b0: &b0 [x, x]\n${lines.join('')}`;
}
