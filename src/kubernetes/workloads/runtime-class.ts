import { child, type FieldPath, formatPath } from '../field-path.ts';
import { itemOf, list, map, text } from '../meta/fields.ts';
import { checkLabels } from '../meta/labels.ts';
import { checkName, dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { checkLimits } from '../pods/container-resources.ts';
import { checkTolerations } from '../pods/tolerations.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonArray, JsonObject } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/node/validation/validation.go
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false, anyFinalizer: true };
const overheadPath = child(child(undefined, 'overhead'), 'podFixed');
const schedulingPath = child(undefined, 'scheduling');

/** node.k8s.io/v1 RuntimeClass. */
export function checkRuntimeClass(object: JsonObject, context: RuleContext): void {
  const { problems } = context;
  checkObjectMeta(object, meta, context);
  checkName(text(object, 'handler'), dns1123Label, child(undefined, 'handler'), problems);
  const overhead = map(map(object, 'overhead'), 'podFixed');
  if (overhead) checkLimits(overhead, overheadPath, problems);
  const scheduling = map(object, 'scheduling');
  if (!scheduling) return;
  checkLabels(scheduling['nodeSelector'], child(schedulingPath, 'nodeSelector'), problems);
  const tolerations = list(scheduling, 'tolerations');
  const at = child(schedulingPath, 'tolerations');
  checkTolerations(tolerations, at, context);
  checkRepeated(tolerations, at, problems);
}

const keys = ['key', 'operator', 'value', 'effect'];

function checkRepeated(tolerations: JsonArray, path: FieldPath, problems: Problems): void {
  const seen = new Set<string>();
  tolerations.forEach((item, index) => {
    const toleration = JSON.stringify(keys.map((key) => text(itemOf(item), key)));
    if (seen.has(toleration)) {
      const at = child(path, index);
      problems.value(
        'manifest/duplicate-value',
        at,
        `${formatPath(at)} must be unique, and is there already`,
      );
    }
    seen.add(toleration);
  });
}
