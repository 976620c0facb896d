import { child, type FieldPath, formatPath } from '../field-path.ts';
import { entryText, map } from '../meta/fields.ts';
import { labelValue } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import { checkLabelSelector, selectorMatches } from '../meta/selector.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { reportMismatch } from './selector.ts';
import { templateLabels, templateOf } from './template.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/registry/batch/job/strategy.go (generateSelector)
const uidLabels = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
const nameLabels = ['job-name', 'batch.kubernetes.io/job-name'];
const selectedLabel = 'batch.kubernetes.io/controller-uid';
// Stands for the one that the API server makes: no file can know it.
const uid = '00000000-0000-4000-8000-000000000000';

/** `selector` of a Job, which the API server makes, unless `manualSelector` is true. */
export function checkJobSelector(
  spec: JsonObject,
  name: string,
  path: FieldPath,
  context: RuleContext,
): void {
  const { problems } = context;
  const selector = map(spec, 'selector');
  if (selector) checkLabelSelector(selector, child(path, 'selector'), problems);
  if (spec['manualSelector'] !== true) checkGenerated(spec, selector, name, path, problems);
  else if (!selector) reportMissing(problems, child(path, 'selector'), 'where manualSelector is true');
  else if (selectorMatches(selector, templateLabels(templateOf(spec))) === false) {
    reportMismatch(selector, templateOf(spec), path, problems);
  }
}

function checkGenerated(
  spec: JsonObject,
  selector: JsonObject | undefined,
  name: string,
  path: FieldPath,
  problems: Problems,
): void {
  const labels = templateLabels(templateOf(spec));
  const at = child(child(child(path, 'template'), 'metadata'), 'labels');
  if (labels) checkGeneratedLabels(labels, name, at, problems);
  if (name !== '' && !labelValue.test(name)) {
    const message = `metadata.name must be ${labelValue.words}, because it becomes a label of the pods`;
    problems.value('manifest/name', child(child(undefined, 'metadata'), 'name'), message);
  }
  if (!selector || selectsGenerated(selector, name)) return;
  const words = 'must not be set, because the API server makes it; manualSelector: true turns that off';
  problems.key(
    'manifest/selector',
    child(path, 'selector'),
    `${formatPath(child(path, 'selector'))} ${words}`,
  );
}

function checkGeneratedLabels(labels: JsonObject, name: string, path: FieldPath, problems: Problems): void {
  for (const key of uidLabels) {
    if (Object.hasOwn(labels, key)) {
      reportInvalid(problems, child(path, key), 'must not be set, because the API server does so');
    }
  }
  for (const key of nameLabels) {
    if (!Object.hasOwn(labels, key) || entryText(labels[key]) === name) continue;
    reportInvalid(problems, child(path, key), `must be the name of the Job, ${quoted(name)}`);
  }
}

/** True for a selector that asks for nothing but the labels that the API server makes, or is itself wrong. */
function selectsGenerated(selector: JsonObject, name: string): boolean {
  const generated: Record<string, string> = {};
  for (const key of uidLabels) generated[key] = uid;
  for (const key of nameLabels) generated[key] = name;
  const matchLabels = { [selectedLabel]: uid, ...map(selector, 'matchLabels') };
  return selectorMatches({ ...selector, matchLabels }, generated) !== false;
}
