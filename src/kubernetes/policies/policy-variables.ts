import type { CelType } from '../cel/types.ts';
import { child, type FieldPath, formatPath } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { quoted } from '../meta/quoted.ts';
import { reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkExpression, type ExpressionScope, type PolicyVariables } from './expression.ts';

// A longer one would be put together and compared for each of many variables.
const longestKey = 4096;

/** Checks `variables` of an admission policy, each of which sees those before it; undefined when there are none. */
export function checkPolicyVariables(
  spec: JsonObject,
  scope: ExpressionScope,
  path: FieldPath,
  context: RuleContext,
): PolicyVariables | undefined {
  const { problems } = context;
  const types = new Map<string, CelType>();
  let key: string | undefined = 'v';
  eachItem(spec, 'variables', path, (variable, at) => {
    const name = text(variable, 'name');
    if (name.trim() === '') reportMissing(problems, child(at, 'name'));
    else if (!isCelIdentifier(name)) reportName(name, child(at, 'name'), problems);
    const expression = text(variable, 'expression');
    const inner: ExpressionScope = { ...scope, variables: { types, key } };
    types.set(name, checkExpression(expression, inner, [], child(at, 'expression'), context));
    key = key === undefined ? undefined : longerKey(key, name, expression);
  });
  return types.size > 0 ? { types, key } : undefined;
}

function longerKey(key: string, name: string, expression: string): string | undefined {
  if (key.length + name.length + expression.length > longestKey) return undefined;
  return `${key} ${name.length} ${name} ${expression.length} ${expression}`;
}

function reportName(name: string, path: FieldPath, problems: Problems): void {
  const words = 'letters, digits and "_", without a digit at the start, and not a word that CEL reserves';
  problems.value('manifest/name', path, `${formatPath(path)} must be ${words}, not ${quoted(name)}`);
}

// https://github.com/google/cel-spec/blob/v0.24.0/doc/langdef.md#syntax
const identifier = /^[_a-zA-Z][_a-zA-Z0-9]*$/;
const reserved: ReadonlySet<string> = new Set(
  'as break const continue else false for function if import in let loop namespace null package return true var void while'.split(
    ' ',
  ),
);

function isCelIdentifier(name: string): boolean {
  return identifier.test(name) && !reserved.has(name);
}
