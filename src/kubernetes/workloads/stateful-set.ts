import { child } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { dns1123Label } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { checkChoice, checkOptionalName, reportInvalid } from '../meta/report.ts';
import { checkPodTemplate } from '../pods/pod-template.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkVolumeClaimTemplates, withClaims } from './claim-templates.ts';
import { checkNotNegative } from './counts.ts';
import { checkWorkloadSelector } from './selector.ts';
import { checkStatefulSetStrategy } from './stateful-set-strategy.ts';
import { checkLasting, templateOf } from './template.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/apps/validation/validation.go
const meta: ObjectMetaOptions = { name: dns1123Label, namespaced: true, resetsGeneration: true };
const specPath = child(undefined, 'spec');
const templatePath = child(specPath, 'template');
const strategyPath = child(specPath, 'updateStrategy');
const retentionPath = child(specPath, 'persistentVolumeClaimRetentionPolicy');
const retentions = ['Retain', 'Delete'];

// The first version that checks the name of the service.
const minorOfServiceName = 33;

/** apps/v1 StatefulSet. */
export function checkStatefulSet(object: JsonObject, context: RuleContext): void {
  const { minor, problems } = context;
  checkObjectMeta(object, meta, context);
  const spec = map(object, 'spec') ?? {};
  const template = templateOf(spec);
  checkNotNegative(problems, spec, specPath, 'replicas', 'minReadySeconds');
  checkPodManagement(spec, context);
  if (minor >= minorOfServiceName) checkOptionalName(problems, spec, specPath, 'serviceName', dns1123Label);
  const ordinals = map(spec, 'ordinals');
  if (ordinals) checkNotNegative(problems, ordinals, child(specPath, 'ordinals'), 'start');
  checkStatefulSetStrategy(map(spec, 'updateStrategy'), strategyPath, context);
  const retention = map(spec, 'persistentVolumeClaimRetentionPolicy');
  if (retention) {
    checkChoice(problems, retention, retentionPath, 'whenDeleted', retentions);
    checkChoice(problems, retention, retentionPath, 'whenScaled', retentions);
  }
  checkVolumeClaimTemplates(spec, specPath, context);
  checkWorkloadSelector(spec, template, specPath, context);
  // Up to 1.33 such a template is stored, and then each of its pods is refused.
  checkPodTemplate(withClaims(template, spec), templatePath, context);
  checkLasting(template, templatePath, context);
}

function checkPodManagement(spec: JsonObject, { problems }: RuleContext): void {
  const policy = text(spec, 'podManagementPolicy');
  if (policy === '' || policy === 'OrderedReady' || policy === 'Parallel') return;
  reportInvalid(problems, child(specPath, 'podManagementPolicy'), 'must be OrderedReady or Parallel');
}
