import { compileExpression } from '../cel/compile.ts';
import { type CelType, dynType, formatType, sameType } from '../cel/types.ts';
import type { FieldPath } from '../field-path.ts';
import { reportInvalid, reportMissing } from '../pods/report.ts';
import type { RuleContext } from '../rule.ts';
import { namespaceType, requestType } from './expression-types.ts';

/** What a CEL expression of admission can use beside `object`, `oldObject`, `request` and `namespaceObject`. */
export interface ExpressionScope {
  /** `params` */
  readonly params: boolean;
  /** `authorizer` */
  readonly authorizer: boolean;
  /** Types of what stands behind `variables.`; undefined where the policy has none. */
  readonly variables?: ReadonlyMap<string, CelType>;
}

/**
 * Adds a problem for an expression that the API server would not compile, and answers its type. `results` are the
 * types that it may have; none for any. What calls functions that we don't know passes.
 */
export function checkExpression(
  expression: string,
  scope: ExpressionScope,
  results: readonly CelType[],
  path: FieldPath,
  { minor, problems }: RuleContext,
): CelType {
  if (expression.trim() === '') {
    reportMissing(problems, path);
    return dynType;
  }
  const type = compileTypes(expression, variablesOf(scope), minor);
  if (type === undefined) return dynType;
  if (typeof type === 'string') {
    reportInvalid(problems, path, `must be a valid CEL expression: ${type}`);
    return dynType;
  }
  if (results.length > 0 && !results.some((result) => sameType(result, type))) {
    reportInvalid(
      problems,
      path,
      `must give ${results.map(formatType).join(' or ')}, not ${formatType(type)}`,
    );
  }
  return type;
}

/** The type of an expression; why it has none, in words; undefined for what we cannot tell. */
export function compileTypes(
  expression: string,
  variables: ReadonlyMap<string, CelType>,
  minor: number,
): CelType | string | undefined {
  const compiled = compileExpression(expression, { variables, minor });
  if ('invalid' in compiled) return compiled.invalid;
  return 'unread' in compiled ? undefined : compiled.type;
}

function variablesOf({ params, authorizer, variables }: ExpressionScope): ReadonlyMap<string, CelType> {
  const all = new Map<string, CelType>([
    ['object', dynType],
    ['oldObject', dynType],
    ['namespaceObject', namespaceType],
    ['request', requestType],
  ]);
  if (params) all.set('params', dynType);
  if (authorizer) all.set('authorizer', dynType);
  if (variables)
    all.set('variables', { kind: 'object', name: 'kubernetes.variables', params: [], fields: variables });
  return all;
}
