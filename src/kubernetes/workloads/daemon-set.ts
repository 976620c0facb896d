import { child } from '../field-path.ts';
import { entryText, map } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportInvalid } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { readInt64 } from './annotated-number.ts';
import { checkNotNegative } from './counts.ts';
import { checkDaemonSetStrategy } from './daemon-set-strategy.ts';
import { checkWorkloadSelector } from './selector.ts';
import { checkLastingTemplate, templateOf } from './template.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/apps/validation/validation.go
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, resetsGeneration: true };
const specPath = child(undefined, 'spec');
const templatePath = child(specPath, 'template');
const strategyPath = child(specPath, 'updateStrategy');

/** apps/v1 DaemonSet. */
export function checkDaemonSet(object: JsonObject, context: RuleContext): void {
  const { problems } = context;
  checkObjectMeta(object, meta, context);
  checkGeneration(object, context);
  const spec = map(object, 'spec') ?? {};
  const template = templateOf(spec);
  checkNotNegative(problems, spec, specPath, 'minReadySeconds', 'revisionHistoryLimit');
  checkWorkloadSelector(spec, template, specPath, context);
  checkLastingTemplate(template, templatePath, context);
  checkDaemonSetStrategy(map(spec, 'updateStrategy'), strategyPath, problems);
}

const generationAnnotation = 'deprecated.daemonset.template.generation';

/** The annotation was a field once, and is read as one. */
function checkGeneration(object: JsonObject, { problems }: RuleContext): void {
  const annotations = map(map(object, 'metadata'), 'annotations');
  if (!annotations || !Object.hasOwn(annotations, generationAnnotation)) return;
  if (readInt64(entryText(annotations[generationAnnotation])) !== undefined) return;
  const path = child(child(child(undefined, 'metadata'), 'annotations'), generationAnnotation);
  reportInvalid(problems, path, 'must be a whole number');
}
