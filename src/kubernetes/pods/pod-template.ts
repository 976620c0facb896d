import { child, type FieldPath } from '../field-path.ts';
import { map } from '../meta/fields.ts';
import { checkAnnotations, checkLabels } from '../meta/labels.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkPodAnnotations } from './pod-annotations.ts';
import { podScope } from './pod-scope.ts';
import { checkPodSpec } from './pod-spec.ts';

/**
 * A pod template of a workload, which stands at `path`. What depends on the workload (labels against its selector,
 * its restart policy) is the workload's to check.
 */
export function checkPodTemplate(
  template: JsonObject,
  path: FieldPath | undefined,
  context: RuleContext,
): void {
  const metadata = map(template, 'metadata');
  const at = child(path, 'metadata');
  const scope = podScope(template, false, path, context);
  if (metadata) {
    checkLabels(metadata['labels'], child(at, 'labels'), context.problems);
    checkAnnotations(metadata['annotations'], child(at, 'annotations'), context.problems);
    checkPodAnnotations(at, scope);
  }
  checkPodSpec(scope);
}
