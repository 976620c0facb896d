import { child } from '../field-path.ts';
import { map, text, whole } from '../meta/fields.ts';
import { dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, nameOf, type ObjectMetaOptions } from '../meta/object-meta.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { hasGate } from './gates.ts';
import { checkJobSelector } from './job-selector.ts';
import { checkJobSpec } from './job-spec.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/batch/validation/validation.go
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, resetsGeneration: true };
const namePath = child(child(undefined, 'metadata'), 'name');
const specPath = child(undefined, 'spec');

/** batch/v1 Job. */
export function checkJob(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const name = nameOf(object);
  const spec = withDefaults(map(object, 'spec') ?? {}, context);
  checkJobSpec(spec, specPath, context);
  checkJobSelector(spec, name, specPath, context);
  checkPodNames(spec, name, context);
}

/** One run of one pod where a Job says neither how many nor how many at a time. */
function withDefaults(spec: JsonObject, context: RuleContext): JsonObject {
  const single = whole(spec, 'completions') === undefined && whole(spec, 'parallelism') === undefined;
  const drops = text(spec, 'managedBy') !== '' && !hasGate(context, 'JobManagedBy');
  // Only what has an index is checked further.
  if (!drops && !(single && text(spec, 'completionMode') === 'Indexed')) return spec;
  return { ...spec, ...(single && { completions: 1 }), ...(drops && { managedBy: null }) };
}

/** Pods of an indexed Job are named for it, and their names become names of hosts. */
function checkPodNames(spec: JsonObject, name: string, { problems }: RuleContext): void {
  const completions = whole(spec, 'completions') ?? 0;
  if (text(spec, 'completionMode') !== 'Indexed' || completions <= 0 || name === '') return;
  const host = `${name}-${completions - 1}`;
  if (dns1123Label.test(host)) return;
  const message = `metadata.name must leave the hostnames of the pods, such as ${host}, ${dns1123Label.words}`;
  problems.value('manifest/name', namePath, message);
}
