import { child } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportForbidden } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkVolumeSpec } from './volume-spec.ts';

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false };
const specPath = child(undefined, 'spec');
const mountOptions = 'volume.beta.kubernetes.io/mount-options';

/** https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/volume/validation/pv_validation.go */
const withMountOptions = [
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'nfs',
  'rbd',
  'quobyte',
  'iscsi',
  'cinder',
  'cephfs',
  'azureFile',
  'vsphereVolume',
  'azureDisk',
  'photonPersistentDisk',
];

/** Checks a PersistentVolume. */
export function checkPersistentVolume(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const spec = map(object, 'spec') ?? {};
  const metadata = map(object, 'metadata');
  checkVolumeSpec(spec, text(metadata, 'name'), specPath, context);
  const annotations = map(metadata, 'annotations');
  if (!annotations || !Object.hasOwn(annotations, mountOptions)) return;
  if (withMountOptions.some((source) => map(spec, source))) return;
  const path = child(child(child(undefined, 'metadata'), 'annotations'), mountOptions);
  reportForbidden(context.problems, path, 'must not be set for a volume of this type');
}
