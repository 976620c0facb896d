import { child, type FieldPath } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { reportForbidden, reportMissing } from '../meta/report.ts';
import { checkNoBackstep } from '../pods/paths.ts';
import { storageSources } from '../pods/storage-sources.ts';
import { checkHostPath, checkNfs } from '../pods/volume-sources.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkPersistentCsi } from './csi-source.ts';
import { persistentExtras } from './persistent-extras.ts';

type SourceCheck = (source: JsonObject, path: FieldPath, context: RuleContext) => void;

const checks: ReadonlyMap<string, SourceCheck> = new Map<string, SourceCheck>([
  ...storageSources,
  ['csi', checkPersistentCsi],
  ['hostPath', checkHostPath],
  ['local', checkLocal],
  ['nfs', checkNfs],
]);

/** In the order of the API server, which takes flexVolume together with any that comes before it. */
const order = [
  'hostPath',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'flocker',
  'nfs',
  'rbd',
  'quobyte',
  'cephfs',
  'iscsi',
  'cinder',
  'fc',
  'flexVolume',
  'azureFile',
  'vsphereVolume',
  'photonPersistentDisk',
  'portworxVolume',
  'azureDisk',
  'scaleIO',
  'local',
  'storageos',
  'csi',
];

/** Checks the one source of a PersistentVolume of the given name. */
export function checkVolumeSource(
  spec: JsonObject,
  name: string,
  path: FieldPath,
  context: RuleContext,
): void {
  let first: string | undefined;
  for (const key of order) {
    const source = map(spec, key);
    if (!source) continue;
    const at = child(path, key);
    if (first !== undefined && key !== 'flexVolume') {
      reportForbidden(context.problems, at, `must not be set beside ${first}`);
      continue;
    }
    first ??= key;
    checks.get(key)?.(source, at, context);
    persistentExtras.get(key)?.(source, name, at, context.problems);
  }
  if (first === undefined) reportMissing(context.problems, path, 'with a source, such as csi or nfs');
}

function checkLocal(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const at = child(path, 'path');
  const value = text(source, 'path');
  if (value === '') reportMissing(problems, at);
  else checkNoBackstep(problems, at, value);
}
