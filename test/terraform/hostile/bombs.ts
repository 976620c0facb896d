// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates are what this is about

/** A module that asks for more than a run may take. */
export interface Bomb {
  readonly files: Readonly<Record<string, string>>;
  /** What must be said of it; undefined where it only looks dangerous. */
  readonly says: RegExp | undefined;
}

/** Ten thousand characters. */
const long = 'join("", [for i in range(1000) : "0123456789"])';
const tooLarge = /terraform\/limit .* (?:text|collection|value|part)s?\b/;
/** A limit, or the end of the time that an entry has. */
const tooMuch = /terraform\/limit |took longer than|ran out of memory/;

const growing: Readonly<Record<string, Bomb>> = {
  range: content('join(",", range(1000000000))', /function-call .* "range" failed: more than 1024 values/),
  'a loop in loops': content(
    '[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]][0][0][0]',
    tooMuch,
  ),
  'a text that doubles': doubling((before) => `"\${${before}}\${${before}}"`, '"abcdefgh"', tooLarge),
  'a list that doubles': doubling((before) => `concat(${before}, ${before})`, '["a"]', tooMuch),
  'an object that doubles': doubling((before) => `{ a = ${before}, b = ${before} }`, '"a"', tooMuch),
  join: content(`join(${long}, setproduct(range(1000), range(100))[*][0])`, tooMuch),
  format: content('format("%1000000000d", 1)', tooLarge),
  replace: content(`replace(${long}, "0", replace(${long}, "0", ${long}))`, tooLarge),
  // Upstream's regular expressions take linear time.
  regexall: content(`length(regexall("(\\\\d+)+x", ${long}))`, undefined),
  setproduct: content('length(setproduct(range(1000), range(1000), range(1000)))', tooLarge),
  'a template of loops': content('templatefile("${path.module}/loop.tftpl", { n = range(1000) })', tooMuch, {
    'loop.tftpl': '%{ for a in n }%{ for b in n }%{ for c in n }${a}%{ endfor }%{ endfor }%{ endfor }\n',
  }),
  'a template of itself': content(
    'templatefile("${path.module}/self.tftpl", {})',
    /function-call .*cannot call templatefile from inside a template/,
    { 'self.tftpl': '${templatefile("self.tftpl", {})}\n' },
  ),
  'YAML aliases': content('jsonencode(yamldecode(file("${path.module}/aliases.tftpl")))', tooLarge, {
    'aliases.tftpl': `a: &a [x]\n${[...'bcdefghij'].map(aliases).join('\n')}\n`,
  }),
};

function aliases(letter: string, index: number): string {
  const before = 'abcdefghi'.charAt(index);
  return `${letter}: &${letter} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`;
}

const tooDeep = /terraform\/limit .*nested/;

const deep: Readonly<Record<string, Bomb>> = {
  operators: content(`1${' + 1'.repeat(10_000)}`, tooDeep),
  brackets: content(`${'['.repeat(10_000)}${']'.repeat(10_000)}`, tooDeep),
  parentheses: content(`${'('.repeat(10_000)}1${')'.repeat(10_000)}`, tooDeep),
  conditions: content(`${'true ? 1 : '.repeat(10_000)}1`, tooDeep),
  calls: content(`${'upper('.repeat(10_000)}"a"${')'.repeat(10_000)}`, tooDeep),
  templates: content(`${'"${'.repeat(10_000)}1${'}"'.repeat(10_000)}`, tooDeep),
  blocks: {
    files: { 'main.tf': `${'resource "a" "b" {\n'.repeat(10_000)}${'}\n'.repeat(10_000)}` },
    says: tooDeep,
  },
  JSON: {
    files: { 'main.tf.json': `{"locals":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}` },
    says: tooDeep,
  },
  values: doubling((before) => `[${before}]`, '[]', tooDeep, 2000),
};

const tooManyInstances = /terraform\/limit .*more than 20000 instances|took longer than/;

const many: Readonly<Record<string, Bomb>> = {
  'resources with count': {
    files: { 'main.tf': repeat(1000, (n) => `resource "null_resource" "r${n}" {\n  count = 10000\n}\n`) },
    says: tooManyInstances,
  },
  'a large for_each': {
    files: {
      'main.tf':
        'resource "null_resource" "r" {\n  for_each = toset([for pair in setproduct(range(300), range(300)) : join("-", pair)])\n}\n',
    },
    says: tooManyInstances,
  },
  'modules with count': {
    files: {
      'main.tf': 'module "a" {\n  source = "./a"\n  count  = 100000\n}\n',
      'a/main.tf': 'resource "null_resource" "r" {\n  count = 1000\n}\n',
    },
    says: tooManyInstances,
  },
  'modules that call two each': {
    files: Object.fromEntries(
      Array.from({ length: 15 }, (_, n) => [n === 0 ? 'main.tf' : `${n}/main.tf`, twoCalls(n)]),
    ),
    says: /terraform\/limit .*more than 2000 modules/,
  },
  'a large variable file': {
    files: {
      'main.tf': 'variable "names" {\n  type = list(string)\n}\n',
      'terraform.tfvars': `names = [\n${'  "a name that is long enough",\n'.repeat(300_000)}]\n`,
    },
    says: /terraform\/limit .*terraform\.tfvars:1:1-1:1 The variable file terraform\.tfvars is not read/,
  },
  'a template of one long line': content(
    'templatefile("${path.module}/line.tftpl", { a = "x" })',
    /terraform\/limit .*templates of more than 1 MiB/,
    { 'line.tftpl': `${'${a} and so on '.repeat(350_000)}\n` },
  ),
  'properties of JSON': {
    files: {
      'main.tf.json': `{"locals":{${repeat(200_000, (n) => `"l${n}":"\${local.l${n + 1}}",`)}"l200001":"a"}}`,
    },
    says: /terraform\/limit .*a file may have 4 MiB/,
  },
  // Long, and no bomb: the cost of a chain grows with its length alone.
  'locals in a row': {
    files: {
      'main.tf': `locals {\n${repeat(5000, (n) => `  l${n} = local.l${n + 1}\n`)}  l5001 = "a"\n}\noutput "a" {\n  value = local.l1\n}\n`,
    },
    says: undefined,
  },
};

/** All of them; the neighbour of each must be checked all the same. */
export const bombs: Readonly<Record<string, Bomb>> = {
  ...growing,
  ...named('nested ', deep),
  ...named('many: ', many),
};

function named(prefix: string, some: Readonly<Record<string, Bomb>>): Record<string, Bomb> {
  return Object.fromEntries(Object.entries(some).map(([name, bomb]) => [prefix + name, bomb]));
}

function content(
  expression: string,
  says: RegExp | undefined,
  more: Readonly<Record<string, string>> = {},
): Bomb {
  const main = `resource "local_file" "told" {\n  filename = "told.txt"\n  content  = ${expression}\n}\n`;
  return { files: { 'main.tf': main, ...more }, says };
}

function doubling(next: (before: string) => string, first: string, says: RegExp, count = 40): Bomb {
  const { files } = content(`jsonencode(local.t${count})`, says);
  const locals = repeat(count, (n) => `  t${n} = ${next(`local.t${n - 1}`)}\n`);
  return { files: { ...files, 'locals.tf': `locals {\n  t0 = ${first}\n${locals}}\n` }, says };
}

function twoCalls(step: number): string {
  const source = step === 0 ? './1' : `../${step + 1}`;
  if (step === 14) return '';
  return `module "a" {\n  source = "${source}"\n}\nmodule "b" {\n  source = "${source}"\n}\n`;
}

function repeat(count: number, line: (step: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index + 1)).join('');
}
