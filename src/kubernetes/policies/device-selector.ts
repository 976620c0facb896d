import { boolType, type CelType, dynType, mapType, opaqueType, stringType } from '../cel/types.ts';
import { child, type FieldPath } from '../field-path.ts';
import { list, map, text } from '../meta/fields.ts';
import { checkCount, eachItem } from '../meta/items.ts';
import { reportInvalid, reportMissing, reportTooLong } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { compileTypes } from './compiled-types.ts';
import { uncheckedExpression } from './expression.ts';

const mostSelectors = 32;
const longestExpression = 10 * 1024;

// https://github.com/kubernetes/dynamic-resource-allocation/blob/v0.34.3/cel/compile.go
const deviceFields: readonly (readonly [string, CelType])[] = [
  ['driver', stringType],
  ['attributes', mapType(stringType, mapType(stringType, dynType))],
  ['capacity', mapType(stringType, mapType(stringType, opaqueType('kubernetes.Quantity')))],
];

function deviceType(fields: readonly (readonly [string, CelType])[]): ReadonlyMap<string, CelType> {
  return new Map([
    ['device', { kind: 'object', name: 'kubernetes.DRADevice', params: [], fields: new Map(fields) }],
  ]);
}

const device = deviceType(deviceFields);
// Gate DRAConsumableCapacity.
const sharedDevice = deviceType([...deviceFields, ['allowMultipleAllocations', boolType]]);

/** Checks `selectors` of a class or a request, which are expressions about a device. */
export function checkDeviceSelectors(object: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  const count = list(object, 'selectors').length;
  if (count === 0) return;
  checkCount(problems, child(path, 'selectors'), count, mostSelectors);
  eachItem(object, 'selectors', path, (selector, at) => {
    const cel = map(selector, 'cel');
    const celPath = child(at, 'cel');
    if (cel) checkSelector(text(cel, 'expression'), child(celPath, 'expression'), context);
    else reportMissing(problems, celPath);
  });
}

function checkSelector(
  expression: string,
  path: FieldPath,
  { minor, problems, unchecked }: RuleContext,
): void {
  if (Buffer.byteLength(expression) > longestExpression) {
    reportTooLong(problems, path, longestExpression);
    return;
  }
  // Our CEL has not the macro that binds a name.
  const binds = /\bcel\s*\.\s*bind\b/.test(expression);
  const variables = () => (minor >= 36 ? sharedDevice : device);
  const type = binds ? undefined : compileTypes(expression, 'device', variables, minor);
  if (type === undefined) unchecked?.push(uncheckedExpression(path));
  else if (typeof type === 'string') reportInvalid(problems, path, `must be a valid CEL expression: ${type}`);
  else if (type.kind !== 'bool' && type.kind !== 'dyn') {
    reportInvalid(problems, path, `must give bool, not ${type.name}`);
  }
}
