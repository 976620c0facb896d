import { child, type FieldPath, formatPath } from '../field-path.ts';
import { itemOf, text } from '../meta/fields.ts';
import { labelValue, qualifiedName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { reportDuplicate, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonArray } from '../value.ts';

const effects = ['NoExecute', 'NoSchedule', 'PreferNoSchedule'];

/** Checks the taints of a node. */
export function checkTaints(taints: JsonArray, path: FieldPath, problems: Problems): void {
  const seen = new Set<string>();
  taints.forEach((value, index) => {
    const taint = itemOf(value);
    const at = child(path, index);
    const key = text(taint, 'key');
    const effect = text(taint, 'effect');
    if (!qualifiedName.test(key)) reportLabel(child(at, 'key'), qualifiedName.words, key, problems);
    const setting = text(taint, 'value');
    if (!labelValue.test(setting)) reportLabel(child(at, 'value'), labelValue.words, setting, problems);
    if (effect === '') reportMissing(problems, child(at, 'effect'));
    else if (!effects.includes(effect)) reportUnsupported(problems, child(at, 'effect'), effect, effects);
    const pair = `${key}:${effect}`;
    if (seen.has(pair)) reportDuplicate(problems, at, pair);
    seen.add(pair);
  });
}

function reportLabel(path: FieldPath, words: string, value: string, problems: Problems): void {
  problems.value('manifest/label', path, `${formatPath(path)} must be ${words}, not ${quoted(value)}`);
}
