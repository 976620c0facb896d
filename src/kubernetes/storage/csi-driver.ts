import { child } from '../field-path.ts';
import { map, text, whole } from '../meta/fields.ts';
import { eachItem, eachText } from '../meta/items.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import {
  checkPointedChoice,
  checkRange,
  reportDuplicate,
  reportInvalid,
  reportUnsupported,
} from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/storage/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false };
const specPath = child(undefined, 'spec');
const groupPolicies = ['File', 'None', 'ReadWriteOnceWithFSType'];
const lifecycleModes = ['Ephemeral', 'Persistent'];
/** Seconds: ten minutes, and 2^32. */
const leastTokenSeconds = 600;
const mostTokenSeconds = 2 ** 32;
const leastUpdateSeconds = 10;

/** Checks a CSIDriver. */
export function checkCsiDriverObject(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { minor, problems } = context;
  const spec = map(object, 'spec');
  if (!spec) return;
  checkPointedChoice(problems, spec, specPath, 'fsGroupPolicy', groupPolicies);
  checkTokenRequests(spec, problems);
  eachText(spec, 'volumeLifecycleModes', specPath, (mode, path) => {
    if (!lifecycleModes.includes(mode)) reportUnsupported(problems, path, mode, lifecycleModes);
  });
  // Gate MutableCSINodeAllocatableCount: the field is dropped without it.
  const period = minor >= 35 ? whole(spec, 'nodeAllocatableUpdatePeriodSeconds') : undefined;
  if (period === undefined || period >= leastUpdateSeconds) return;
  const at = child(specPath, 'nodeAllocatableUpdatePeriodSeconds');
  reportInvalid(problems, at, `must be at least ${leastUpdateSeconds}, not ${period}`);
}

function checkTokenRequests(spec: JsonObject, problems: Problems): void {
  const audiences = new Set<string>();
  eachItem(spec, 'tokenRequests', specPath, (request, path) => {
    const audience = text(request, 'audience');
    if (audiences.has(audience)) reportDuplicate(problems, child(path, 'audience'), audience);
    else checkRange(problems, request, path, 'expirationSeconds', leastTokenSeconds, mostTokenSeconds);
    audiences.add(audience);
  });
}
