import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { askConsole, type ConsoleAnswer } from './console.ts';
import {
  expressionsOf,
  groups,
  type Recorded,
  recordedOf,
  signaturesFile,
  workspace,
  writeRecorded,
} from './recordings.ts';

// Asks the `terraform` executable for the value of every expression below
// test/terraform/functions/expressions, and for the signatures of its functions.
// Expressions that have an answer keep it, unless --all is given.
const asksAll = process.argv.includes('--all');
const version: string = JSON.parse(
  execFileSync('terraform', ['version', '-json'], { encoding: 'utf8' }),
).terraform_version;

const notKnown = '(known after apply)';

recordSignatures();
for (const group of groups()) await recordGroup(group);

async function recordGroup(group: string): Promise<void> {
  const known = new Map(asksAll ? [] : recordedOf(group).map((each) => [each.expression, each]));
  const expressions = expressionsOf(group);
  const asked = expressions.filter((expression) => !known.has(expression));
  for (const each of await record(asked)) known.set(each.expression, each);
  const values = expressions.map((expression) => known.get(expression));
  writeRecorded(
    group,
    version,
    values.filter((each) => each !== undefined),
  );
  process.stdout.write(`${group}: ${asked.length} asked, ${values.length} in all\n`);
}

async function record(expressions: readonly string[]): Promise<readonly Recorded[]> {
  if (expressions.length === 0) return [];
  const plain = await askConsole(workspace, expressions);
  const [types, marks, json] = await Promise.all(
    ['type(X)', 'issensitive(jsonencode(X))', 'nonsensitive(jsonencode(X))'].map((question) =>
      askConsole(
        workspace,
        expressions.map((expression) => question.replace('X', () => expression)),
      ),
    ),
  );
  return expressions.map((expression, index) =>
    recordOf(expression, plain[index]?.error ?? null, types?.[index], marks?.[index], json?.[index]),
  );
}

function recordOf(
  expression: string,
  error: string | null,
  type: ConsoleAnswer | undefined,
  marks: ConsoleAnswer | undefined,
  json: ConsoleAnswer | undefined,
): Recorded {
  if (error !== null)
    return { expression, json: null, type: null, isKnown: false, isSensitive: false, error };
  if (!type || !marks || !json || type.error) throw new Error(`no answer to ${expression}`);
  const isKnown = json.printed !== notKnown;
  // Infinity has no JSON.
  const value = isKnown && json.error === null ? unquote(json.printed) : null;
  return {
    expression,
    json: value,
    type: type.printed,
    isKnown,
    isSensitive: marks.printed === 'true',
    error,
  };
}

/** Reads a text as the console quotes it: JSON's escapes, and `$` or `%` in front of a brace twice. */
function unquote(printed: string): string {
  return JSON.parse(printed.replace(/([$%])\1\{/g, '$1{'));
}

function recordSignatures(): void {
  const said = execFileSync('terraform', ['metadata', 'functions', '-json'], { encoding: 'utf8' });
  const signatures: Record<string, unknown> = JSON.parse(said).function_signatures;
  const names = Object.keys(signatures).filter((name) => !name.startsWith('core::'));
  const lines = names
    .sort()
    .map((name) => `${JSON.stringify(name)}: ${JSON.stringify(withoutProse(signatures[name]))}`);
  const head = `{"generatedBy": "scripts/terraform/record-functions.ts", "terraform": ${JSON.stringify(version)}, "functions": {`;
  writeFileSync(signaturesFile, `${head}\n${lines.join(',\n')}\n}}\n`);
}

/** Leaves the descriptions out: they are Terraform's prose. */
function withoutProse(signature: unknown): unknown {
  return JSON.parse(JSON.stringify(signature), (key, value) => (key === 'description' ? undefined : value));
}
