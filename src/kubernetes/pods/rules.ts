import { child } from '../field-path.ts';
import { map } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import type { KindRules, RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkPodAnnotations } from './pod-annotations.ts';
import { podScope } from './pod-scope.ts';
import { checkPodSpec } from './pod-spec.ts';
import { checkPodTemplate } from './pod-template.ts';

const podMeta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, resetsGeneration: true };
const metadataPath = child(undefined, 'metadata');
const templatePath = child(undefined, 'template');

/** Rules of `pkg/apis/core/validation` for pods and their templates. */
export const podRules: KindRules = { 'v1/Pod': checkPod, 'v1/PodTemplate': checkTemplateObject };

function checkPod(pod: JsonObject, context: RuleContext): void {
  checkObjectMeta(pod, podMeta, context);
  const scope = podScope(pod, true, undefined, context);
  checkPodAnnotations(metadataPath, scope);
  checkPodSpec(scope);
}

function checkTemplateObject(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, podMeta, context);
  checkPodTemplate(map(object, 'template') ?? {}, templatePath, context);
}
