import { child } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { checkClaimSpec } from '../pods/claim-spec.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const specPath = child(undefined, 'spec');

/** Checks a PersistentVolumeClaim. */
export function checkPersistentVolumeClaim(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  checkClaimSpec(withoutDroppedSources(map(object, 'spec') ?? {}), specPath, context);
}

/**
 * The API server drops sources before it looks at them:
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/api/persistentvolumeclaim/util.go
 */
function withoutDroppedSources(spec: JsonObject): JsonObject {
  const source = map(spec, 'dataSource');
  const reference = map(spec, 'dataSourceRef');
  if (!source && !reference) return spec;
  // Gate CrossNamespaceVolumeDataSource, which is off in all versions.
  const dropped = reference && text(reference, 'namespace') !== '';
  if (reference && !dropped) return spec;
  const { dataSource: _, dataSourceRef: __, ...rest } = spec;
  return source && isKnownSource(source) ? { ...rest, dataSource: source } : rest;
}

function isKnownSource(source: JsonObject): boolean {
  const kind = text(source, 'kind');
  const group = text(source, 'apiGroup');
  if (kind === 'PersistentVolumeClaim') return group === '';
  return kind === 'VolumeSnapshot' && group === 'snapshot.storage.k8s.io';
}
