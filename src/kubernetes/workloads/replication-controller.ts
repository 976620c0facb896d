import { child } from '../field-path.ts';
import { entryText, map } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportMissing } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkNotNegative } from './counts.ts';
import { reportMismatch } from './selector.ts';
import { checkLastingTemplate, templateLabels } from './template.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, resetsGeneration: true };
const specPath = child(undefined, 'spec');
const templatePath = child(specPath, 'template');

/** v1 ReplicationController. Its selector is a map of labels, and those of the template where it is absent. */
export function checkReplicationController(object: JsonObject, context: RuleContext): void {
  const { problems } = context;
  checkObjectMeta(object, meta, context);
  const spec = map(object, 'spec') ?? {};
  checkNotNegative(problems, spec, specPath, 'replicas', 'minReadySeconds');
  const template = map(spec, 'template');
  const labels = template && templateLabels(template);
  const selector = notEmpty(map(spec, 'selector')) ?? notEmpty(labels);
  if (!selector) reportMissing(problems, child(specPath, 'selector'), 'where the template has no labels');
  if (!template) {
    reportMissing(problems, templatePath);
    return;
  }
  if (selector && selector !== labels && !isPart(selector, labels)) {
    reportMismatch({ matchLabels: selector }, template, specPath, problems);
  }
  checkLastingTemplate(template, templatePath, context);
}

function notEmpty(labels: JsonObject | undefined): JsonObject | undefined {
  return labels && Object.keys(labels).length > 0 ? labels : undefined;
}

/** Labels of such a selector are not checked themselves, only compared. */
function isPart(selector: JsonObject, labels: JsonObject | undefined): boolean {
  return Object.keys(selector).every(
    (key) => labels && Object.hasOwn(labels, key) && entryText(labels[key]) === entryText(selector[key]),
  );
}
