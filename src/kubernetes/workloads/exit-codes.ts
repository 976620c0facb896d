import { child, type FieldPath } from '../field-path.ts';
import { list, text } from '../meta/fields.ts';
import { checkCount } from '../meta/items.ts';
import { quoted } from '../meta/quoted.ts';
import { checkChoice, reportDuplicate, reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonArray, JsonObject } from '../value.ts';

const operators = ['In', 'NotIn'];
const mostValues = 255;

/** `onExitCodes` of a rule of a pod failure policy. */
export function checkExitCodes(
  exitCodes: JsonObject,
  containers: ReadonlySet<string>,
  path: FieldPath,
  problems: Problems,
): void {
  const operator = text(exitCodes, 'operator');
  if (operator === '') reportMissing(problems, child(path, 'operator'));
  else checkChoice(problems, exitCodes, path, 'operator', operators);
  const container = exitCodes['containerName'];
  if (typeof container === 'string' && !containers.has(container)) {
    const words = `must be the name of a container of the template, not ${quoted(container)}`;
    reportInvalid(problems, child(path, 'containerName'), words);
  }
  const values = list(exitCodes, 'values');
  const at = child(path, 'values');
  if (values.length === 0) reportInvalid(problems, at, 'must have at least one exit code');
  else checkCount(problems, at, values.length, mostValues);
  checkValues(values, operator, at, problems);
}

function checkValues(values: JsonArray, operator: string, path: FieldPath, problems: Problems): void {
  const seen = new Set<number>();
  let last = Number.NEGATIVE_INFINITY;
  let ordered = true;
  values.forEach((item, index) => {
    const value = Number(item ?? 0);
    if (operator === 'In' && value === 0) {
      reportInvalid(problems, child(path, index), 'must not be 0: that is no failure');
    }
    if (seen.has(value)) reportDuplicate(problems, child(path, index), String(value));
    seen.add(value);
    if (value < last) ordered = false;
    last = value;
  });
  if (!ordered) reportInvalid(problems, path, 'must be in ascending order');
}
