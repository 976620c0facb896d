import type { Expression } from './expression.ts';

/** `a.b.c` as one name, for names of functions and types that hold dots; undefined for anything else. */
export function qualifiedName(expression: Expression): string | undefined {
  if (expression.op === 'ident') return expression.name;
  if (expression.op !== 'select' || expression.form !== 'value') return undefined;
  const operand = qualifiedName(expression.operand);
  return operand === undefined ? undefined : `${operand}.${expression.field}`;
}
