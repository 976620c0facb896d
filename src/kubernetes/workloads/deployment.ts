import { child } from '../field-path.ts';
import { map, text, whole } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportInvalid } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { readInt64 } from './annotated-number.ts';
import { checkNotNegative } from './counts.ts';
import { checkDeploymentStrategy } from './deployment-strategy.ts';
import { checkWorkloadSelector } from './selector.ts';
import { checkLastingTemplate, templateOf } from './template.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/apps/validation/validation.go
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, resetsGeneration: true };
const specPath = child(undefined, 'spec');
const templatePath = child(specPath, 'template');
const deadlinePath = child(specPath, 'progressDeadlineSeconds');
const defaultDeadline = 600;

/** apps/v1 Deployment. */
export function checkDeployment(object: JsonObject, context: RuleContext): void {
  const { problems } = context;
  checkObjectMeta(object, meta, context);
  checkRollback(object, context);
  const spec = map(object, 'spec') ?? {};
  const template = templateOf(spec);
  checkNotNegative(problems, spec, specPath, 'replicas', 'minReadySeconds', 'revisionHistoryLimit');
  checkWorkloadSelector(spec, template, specPath, context);
  checkLastingTemplate(template, templatePath, context);
  checkDeploymentStrategy(map(spec, 'strategy'), child(specPath, 'strategy'), problems);
  const deadline = whole(spec, 'progressDeadlineSeconds') ?? defaultDeadline;
  const ready = whole(spec, 'minReadySeconds') ?? 0;
  if (deadline < 0 || deadline <= ready) {
    reportInvalid(
      problems,
      deadlinePath,
      `must be more than minReadySeconds, which is ${ready}, not ${deadline}`,
    );
  }
}

const rollbackAnnotation = 'deprecated.deployment.rollback.to';

/** The annotation was a field once, and is read as one. */
function checkRollback(object: JsonObject, { problems }: RuleContext): void {
  const annotations = map(map(object, 'metadata'), 'annotations');
  const revision = text(annotations, rollbackAnnotation);
  if (revision === '') return;
  const number = readInt64(revision);
  if (number !== undefined && number >= 0n) return;
  const path = child(child(child(undefined, 'metadata'), 'annotations'), rollbackAnnotation);
  reportInvalid(problems, path, 'must be the number of a revision');
}
