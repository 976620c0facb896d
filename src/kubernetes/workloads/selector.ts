import { child, type FieldPath, formatPath } from '../field-path.ts';
import { map } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import { reportMissing } from '../meta/report.ts';
import { checkLabelSelector, isEmptySelector, selectorMatches } from '../meta/selector.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { templateLabels } from './template.ts';

/** `selector` of a workload, which must be there, select something, and select the pods of the template. */
export function checkWorkloadSelector(
  spec: JsonObject,
  template: JsonObject,
  path: FieldPath,
  { problems }: RuleContext,
): void {
  const selector = map(spec, 'selector');
  const at = child(path, 'selector');
  if (!selector) {
    reportMissing(problems, at);
    return;
  }
  checkLabelSelector(selector, at, problems);
  if (isEmptySelector(selector)) {
    const message = `${formatPath(at)} must not be empty: it would select every pod of the namespace`;
    problems.value('manifest/selector', at, message);
  } else if (selectorMatches(selector, templateLabels(template)) === false) {
    reportMismatch(selector, template, path, problems);
  }
}

/** The workload would never find its own pods. */
export function reportMismatch(
  selector: JsonObject,
  template: JsonObject,
  path: FieldPath,
  problems: Problems,
): void {
  const labels = child(child(child(path, 'template'), 'metadata'), 'labels');
  const wanted = quoted(map(selector, 'matchLabels') ?? selector);
  const found = quoted(templateLabels(template) ?? {});
  const message = `${formatPath(labels)} must match ${formatPath(child(path, 'selector'))} ${wanted}, but is ${found}`;
  problems.value('manifest/selector', labels, message);
}
