import { child, type FieldPath } from '../field-path.ts';
import { present, whole } from '../meta/fields.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

// The status lists indexes in text, which must stay short:
// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/batch/validation/validation.go
const most = 100_000;
const mostBesideManyCompletions = 10_000;

/** What depends on the mode Indexed. */
export function checkIndexed(spec: JsonObject, path: FieldPath, problems: Problems): void {
  const completions = whole(spec, 'completions');
  const failed = whole(spec, 'maxFailedIndexes');
  if (completions === undefined) {
    reportMissing(problems, child(path, 'completions'), 'where completionMode is Indexed');
  } else if (failed !== undefined && failed > completions) {
    reportInvalid(problems, child(path, 'maxFailedIndexes'), `must be at most completions, ${completions}`);
  }
  checkMost(spec, 'parallelism', most, path, problems);
  checkMost(spec, 'maxFailedIndexes', most, path, problems);
  if (completions === undefined || completions <= most || !present(spec['backoffLimitPerIndex'])) return;
  if (failed === undefined) {
    const why = `where completions is above ${most} and backoffLimitPerIndex is set`;
    reportMissing(problems, child(path, 'maxFailedIndexes'), why);
  }
  checkMost(spec, 'parallelism', mostBesideManyCompletions, path, problems);
  checkMost(spec, 'maxFailedIndexes', mostBesideManyCompletions, path, problems);
}

function checkMost(spec: JsonObject, key: string, limit: number, path: FieldPath, problems: Problems): void {
  const value = whole(spec, key);
  if (value === undefined || value <= limit) return;
  reportInvalid(problems, child(path, key), `must be at most ${limit} here, not ${value}`);
}

/** What only the mode Indexed has. */
export function checkNotIndexed(spec: JsonObject, path: FieldPath, problems: Problems): void {
  for (const key of ['backoffLimitPerIndex', 'maxFailedIndexes']) {
    if (!present(spec[key])) continue;
    reportInvalid(problems, child(path, key), 'must not be set unless completionMode is Indexed');
  }
}
