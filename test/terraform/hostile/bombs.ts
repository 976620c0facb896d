/** Modules that grow beyond all measure, by what they try: each asks for more than a run may take. */
export const bombs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  range: { 'main.tf': told('join(",", range(1000000000))') },
  'nested-for': {
    'main.tf': told('[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]][0][0][0]'),
  },
  'doubling-text': {
    'main.tf': `locals {\n${steps(40, (n) => `  t${n} = "\${local.t${n - 1}}\${local.t${n - 1}}"\n`)}  t0 = "abcdefgh"\n}\n${told('local.t40')}`,
  },
  'doubling-list': {
    'main.tf': `locals {\n${steps(40, (n) => `  t${n} = concat(local.t${n - 1}, local.t${n - 1})\n`)}  t0 = ["a"]\n}\n${told('length(local.t40)')}`,
  },
  'doubling-object': {
    'main.tf': `locals {\n${steps(40, (n) => `  t${n} = { a = local.t${n - 1}, b = local.t${n - 1} }\n`)}  t0 = "a"\n}\n${told('jsonencode(local.t40)')}`,
  },
  'join-bomb': {
    'main.tf': told('join(join("", [for i in range(4000) : "0123456789"]), [for i in range(100000) : "x"])'),
  },
  'format-bomb': { 'main.tf': told('format("%1000000000d", 1)') },
  'replace-bomb': {
    'main.tf': `locals {\n  a = join("", [for i in range(10000) : "a"])\n}\n${told('replace(local.a, "a", replace(local.a, "a", local.a))')}`,
  },
  'regex-bomb': {
    'main.tf': told('regexall("(a+)+b", join("", [for i in range(100000) : "a"]))'),
  },
  setproduct: {
    'main.tf': told('length(setproduct(range(1000), range(1000), range(1000)))'),
  },
  'yaml-aliases': {
    'main.tf': told('jsonencode(yamldecode(file("${path.module}/bomb.yml")))'),
    'bomb.yml': `a: &a [${'x, '.repeat(8)}x]\n${[...'bcdefghij']
      .map((letter, at) => `${letter}: &${letter} [${'*'.concat('abcdefghi'[at] ?? 'a', ', ').repeat(8)}*${'abcdefghi'[at]}]`)
      .join('\n')}\n`,
  },
  'template-loop': {
    'main.tf': told('templatefile("${path.module}/loop.tftpl", { n = range(100000) })'),
    'loop.tftpl': '%{ for a in n }%{ for b in n }${a}${b}%{ endfor }%{ endfor }\n',
  },
  'template-calls-itself': {
    'main.tf': told('templatefile("${path.module}/self.tftpl", {})'),
    'self.tftpl': '${templatefile("self.tftpl", {})}\n',
  },
  'deep-operators': { 'main.tf': told(`1${' + 1'.repeat(10_000)}`) },
  'deep-brackets': { 'main.tf': told(`${'['.repeat(10_000)}${']'.repeat(10_000)}`) },
  'deep-parentheses': { 'main.tf': told(`${'('.repeat(10_000)}1${')'.repeat(10_000)}`) },
  'deep-conditions': { 'main.tf': told('true ? 1 : '.repeat(10_000).concat('1')) },
  'deep-calls': { 'main.tf': told(`${'upper('.repeat(10_000)}"a"${')'.repeat(10_000)}`) },
  'deep-templates': { 'main.tf': told(`${'"${'.repeat(10_000)}1${'}"'.repeat(10_000)}`) },
  'deep-blocks': { 'main.tf': `${'resource "a" "b" {\n'.repeat(10_000)}${'}\n'.repeat(10_000)}` },
  'deep-json': {
    'main.tf.json': `{"locals":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
  },
  'deep-values': {
    'main.tf': `locals {\n${steps(2000, (n) => `  t${n} = [local.t${n - 1}]\n`)}  t0 = []\n}\n${told('jsonencode(local.t2000)')}`,
  },
  'many-instances': {
    'main.tf': steps(1000, (n) => `resource "null_resource" "r${n}" {\n  count = 10000\n}\n`),
  },
  'huge-for-each': {
    'main.tf': 'resource "null_resource" "r" {\n  for_each = toset([for i in range(1000000) : tostring(i)])\n}\n',
  },
  'many-modules': {
    'main.tf': 'module "a" {\n  source = "./a"\n  count  = 100000\n}\n',
    'a/main.tf': 'resource "null_resource" "r" {\n  count = 1000\n}\n',
  },
  'huge-variable-file': {
    'main.tf': 'variable "names" {\n  type = list(string)\n}\n',
    'terraform.tfvars': `names = [\n${'  "a name that is long enough",\n'.repeat(400_000)}]\n`,
  },
  'long-line': {
    'main.tf': told('templatefile("${path.module}/line.tftpl", { a = "x" })'),
    'line.tftpl': `${'${a} and so on '.repeat(350_000)}\n`,
  },
  'json-properties': {
    'main.tf.json': `{"locals":{${steps(200_000, (n) => `"l${n}":"\${local.l${n + 1}}",`)}"l200001":"a"}}`,
  },
};

function told(expression: string): string {
  return `resource "local_file" "told" {\n  filename = "told.txt"\n  content  = ${expression}\n}\n`;
}

function steps(count: number, line: (step: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index + 1)).join('');
}
