import { isArray, isObject, type JsonObject, type JsonValue } from '../value.ts';

/** One entry of `x-kubernetes-validations`. */
export interface ValidationRule {
  /** Where it stands in the list. */
  readonly index: number;
  readonly rule: string;
  readonly message: string | undefined;
  readonly messageExpression: string | undefined;
  readonly reason: string | undefined;
  readonly fieldPath: string | undefined;
  readonly optionalOldSelf: boolean | undefined;
}

/** The rules of a schema; what is not an object is left out, and an absent rule is empty. */
export function readValidations(value: JsonValue | undefined): ValidationRule[] {
  if (!isArray(value)) return [];
  return value.flatMap((entry, index) => (isObject(entry) ? [readRule(entry, index)] : []));
}

function readRule(entry: JsonObject, index: number): ValidationRule {
  const { optionalOldSelf } = entry;
  return {
    index,
    rule: text(entry['rule']) ?? '',
    message: text(entry['message']),
    messageExpression: text(entry['messageExpression']),
    reason: text(entry['reason']),
    fieldPath: text(entry['fieldPath']),
    optionalOldSelf: typeof optionalOldSelf === 'boolean' ? optionalOldSelf : undefined,
  };
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
