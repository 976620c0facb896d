import { child, type FieldPath } from '../field-path.ts';
import { list, whole } from '../meta/fields.ts';
import { checkCount, eachItem } from '../meta/items.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid, reportMissing, reportTooLong } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import { checkNotNegative } from './counts.ts';
import { countIndexes } from './index-list.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/batch/validation/validation.go
const mostRules = 20;
const longestIndexes = 64 * 1024;

/** `successPolicy` of an indexed Job. */
export function checkSuccessPolicy(
  policy: JsonObject,
  spec: JsonObject,
  path: FieldPath,
  problems: Problems,
): void {
  const count = list(policy, 'rules').length;
  const rules = child(path, 'rules');
  if (count === 0) reportMissing(problems, rules, 'to at least one rule');
  checkCount(problems, rules, count, mostRules);
  const completions = whole(spec, 'completions');
  // Its absence is a problem of its own.
  if (completions === undefined) return;
  eachItem(policy, 'rules', path, (rule, at) => checkRule(rule, completions, at, problems));
}

function checkRule(rule: JsonObject, completions: number, path: FieldPath, problems: Problems): void {
  const indexes = rule['succeededIndexes'];
  const count = whole(rule, 'succeededCount');
  if (typeof indexes !== 'string' && count === undefined) {
    reportMissing(problems, path, 'to succeededCount, succeededIndexes or both');
  }
  checkNotNegative(problems, rule, path, 'succeededCount');
  if (typeof indexes === 'string')
    checkIndexes(indexes, completions, child(path, 'succeededIndexes'), problems);
  if (count === undefined) return;
  const most = Math.min(
    completions,
    typeof indexes === 'string' ? (countIndexes(indexes, completions) ?? 0) : completions,
  );
  if (count <= most) return;
  const words = `must be at most ${most}, the number of indexes, not ${count}`;
  reportInvalid(problems, child(path, 'succeededCount'), words);
}

function checkIndexes(indexes: string, completions: number, path: FieldPath, problems: Problems): void {
  if (indexes.length > longestIndexes) reportTooLong(problems, path, longestIndexes);
  if (countIndexes(indexes, completions) !== undefined) return;
  const words = `must be indexes below ${completions} in ascending order, such as 0,2-4, not ${quoted(indexes)}`;
  reportInvalid(problems, path, words);
}
