import { type CelType, dynType, formatType, sameType } from '../cel/types.ts';
import { type FieldPath, formatPath } from '../field-path.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import { compileTypes } from './compiled-types.ts';
import { namespaceType, requestType } from './expression-types.ts';

/** What a CEL expression of admission can use beside `object`, `oldObject`, `request` and `namespaceObject`. */
export interface ExpressionScope {
  /** `params` */
  readonly params: boolean;
  /** `authorizer` */
  readonly authorizer: boolean;
  /** What stands behind `variables.`; undefined where the policy has none. */
  readonly variables?: PolicyVariables;
}

/** Variables that a policy defines, by name. */
export interface PolicyVariables {
  readonly types: ReadonlyMap<string, CelType>;
  /** The names and expressions that the types follow from; undefined when they are too long to be of use. */
  readonly key: string | undefined;
}

/**
 * Adds a problem for an expression that the API server would not compile, and answers its type. `results` are the
 * types that it may have; none for any. What calls functions that we don't know is
 * said to be unchecked.
 */
export function checkExpression(
  expression: string,
  scope: ExpressionScope,
  results: readonly CelType[],
  path: FieldPath,
  { minor, problems, unchecked }: RuleContext,
): CelType {
  if (expression.trim() === '') {
    reportMissing(problems, path);
    return dynType;
  }
  const type = compileTypes(expression, keyOf(scope), () => variablesOf(scope), minor);
  if (type === undefined) {
    unchecked?.push(uncheckedExpression(path));
    return dynType;
  }
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

/** What to say of an expression that may be right or wrong, for all we know. */
export function uncheckedExpression(path: FieldPath): string {
  return `the CEL expression of ${formatPath(path)}: it calls or holds what we do not know`;
}

function keyOf({ params, authorizer, variables }: ExpressionScope): string | undefined {
  const own = (params ? 'p' : '') + (authorizer ? 'a' : '');
  if (!variables) return own;
  return variables.key === undefined ? undefined : `${own} ${variables.key}`;
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
    all.set('variables', {
      kind: 'object',
      name: 'kubernetes.variables',
      params: [],
      fields: variables.types,
    });
  return all;
}
