import { child, type FieldPath } from '../field-path.ts';
import { list, map, text, whole } from '../meta/fields.ts';
import { dns1123Label } from '../meta/names.ts';
import {
  checkOptionalName,
  checkRange,
  reportInvalid,
  reportMissing,
  requireName,
  requireText,
} from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkAzureDisk } from './azure-disk.ts';
import { checkIscsi } from './iscsi.ts';
import { checkQuobyte } from './quobyte.ts';

type StorageCheck = (source: JsonObject, path: FieldPath, context: RuleContext) => void;

/** Volumes of storage systems, most of which CSI drivers have replaced; the API server still checks them. */
export const storageSources: readonly (readonly [string, StorageCheck])[] = [
  ['awsElasticBlockStore', checkAwsDisk],
  ['azureDisk', checkAzureDisk],
  ['azureFile', requireAll('secretName', 'shareName')],
  ['cephfs', checkCephFs],
  ['cinder', checkCinder],
  ['fc', checkFibreChannel],
  ['flexVolume', checkFlex],
  ['flocker', checkFlocker],
  ['gcePersistentDisk', checkGceDisk],
  ['glusterfs', requireAll('endpoints', 'path')],
  ['iscsi', checkIscsi],
  ['photonPersistentDisk', requireAll('pdID')],
  ['portworxVolume', requireAll('volumeID')],
  ['quobyte', checkQuobyte],
  ['rbd', checkRbd],
  ['scaleIO', requireAll('gateway', 'system', 'volumeName')],
  ['storageos', checkStorageOs],
  ['vsphereVolume', requireAll('volumePath')],
];

function requireAll(...keys: readonly string[]): StorageCheck {
  return (source, path, { problems }) => {
    for (const key of keys) requireText(problems, source, path, key);
  };
}

const mostPartition = 255;
const mostLun = 255;

function checkAwsDisk(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  requireText(problems, source, path, 'volumeID');
  checkRange(problems, source, path, 'partition', 0, mostPartition);
}

function checkGceDisk(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  requireText(problems, source, path, 'pdName');
  checkRange(problems, source, path, 'partition', 0, mostPartition);
}

function checkCephFs(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  if (list(source, 'monitors').length === 0) reportMissing(problems, child(path, 'monitors'));
}

function checkRbd(source: JsonObject, path: FieldPath, context: RuleContext): void {
  checkCephFs(source, path, context);
  requireText(context.problems, source, path, 'image');
}

function checkCinder(source: JsonObject, path: FieldPath, context: RuleContext): void {
  requireText(context.problems, source, path, 'volumeID');
  requireSecretName(source, path, context);
}

function requireSecretName(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const secret = map(source, 'secretRef');
  if (secret) requireText(problems, secret, child(path, 'secretRef'), 'name');
}

function checkStorageOs(source: JsonObject, path: FieldPath, context: RuleContext): void {
  requireName(context.problems, source, path, 'volumeName', dns1123Label);
  checkOptionalName(context.problems, source, path, 'volumeNamespace', dns1123Label);
  requireSecretName(source, path, context);
}

function checkFibreChannel(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const names = list(source, 'targetWWNs').length;
  const ids = list(source, 'wwids').length;
  const at = child(path, 'targetWWNs');
  if (names === 0 && ids === 0) reportMissing(problems, at, 'where there are no wwids');
  if (names > 0 && ids > 0) reportInvalid(problems, at, 'must not be set beside wwids');
  if (names === 0) return;
  if (whole(source, 'lun') === undefined) reportMissing(problems, child(path, 'lun'), 'beside targetWWNs');
  checkRange(problems, source, path, 'lun', 0, mostLun);
}

function checkFlocker(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const name = text(source, 'datasetName');
  const at = child(path, 'datasetName');
  const hasId = text(source, 'datasetUUID') !== '';
  if (name === '' && !hasId) reportMissing(problems, at, 'where there is no datasetUUID');
  if (name !== '' && hasId) reportInvalid(problems, at, 'must not be set beside datasetUUID');
  if (name.includes('/')) reportInvalid(problems, at, 'must not contain "/"');
}

function checkFlex(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  requireText(problems, source, path, 'driver');
  for (const key of Object.keys(map(source, 'options') ?? {})) {
    const [domain = ''] = key.toLowerCase().split('/', 1);
    if (!/(?:^|\.)(?:kubernetes|k8s)\.io$/.test(domain)) continue;
    const at = child(child(path, 'options'), key);
    reportInvalid(
      problems,
      at,
      'must not be in a domain of Kubernetes: kubernetes.io and k8s.io are reserved',
    );
  }
}
