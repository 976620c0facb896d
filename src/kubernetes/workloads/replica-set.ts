import { child } from '../field-path.ts';
import { map } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkNotNegative } from './counts.ts';
import { checkWorkloadSelector } from './selector.ts';
import { checkLastingTemplate, templateOf } from './template.ts';

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, resetsGeneration: true };
const specPath = child(undefined, 'spec');
const templatePath = child(specPath, 'template');

/** apps/v1 ReplicaSet. */
export function checkReplicaSet(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const spec = map(object, 'spec') ?? {};
  const template = templateOf(spec);
  checkNotNegative(context.problems, spec, specPath, 'replicas', 'minReadySeconds');
  checkWorkloadSelector(spec, template, specPath, context);
  checkLastingTemplate(template, templatePath, context);
}
