import { child, type FieldPath } from '../field-path.ts';
import { map, present, text } from '../meta/fields.ts';
import { reportForbidden, reportUnsupported } from '../meta/report.ts';
import { checkPodTemplate } from '../pods/pod-template.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const restartPolicies = ['Always'];
const noTemplate: JsonObject = {};

/** `template` of a spec; an absent one has no fields. */
export function templateOf(spec: JsonObject): JsonObject {
  return map(spec, 'template') ?? noTemplate;
}

/** Labels of the pods. */
export function templateLabels(template: JsonObject): JsonObject | undefined {
  return map(map(template, 'metadata'), 'labels');
}

/** The template of pods that are replaced whenever they end. */
export function checkLastingTemplate(template: JsonObject, path: FieldPath, context: RuleContext): void {
  checkPodTemplate(template, path, context);
  checkLasting(template, path, context);
}

/** Such pods restart always, and have no end in time. */
export function checkLasting(template: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const spec = map(template, 'spec');
  const at = child(path, 'spec');
  const restartPolicy = text(spec, 'restartPolicy');
  if (restartPolicy !== '' && restartPolicy !== 'Always') {
    reportUnsupported(problems, child(at, 'restartPolicy'), restartPolicy, restartPolicies);
  }
  if (present(spec?.['activeDeadlineSeconds'])) {
    reportForbidden(
      problems,
      child(at, 'activeDeadlineSeconds'),
      'must not be set: only a Job has a deadline',
    );
  }
}
