import { child, type FieldPath } from '../field-path.ts';
import { map, present, text } from '../meta/fields.ts';
import { checkName, dns1123Label } from '../meta/names.ts';
import { reportInvalid, reportMissing, requireText } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

type ExtraCheck = (source: JsonObject, volume: string, path: FieldPath, problems: Problems) => void;

/** What is checked of a source in a PersistentVolume beyond what is checked of it in a pod. */
export const persistentExtras: ReadonlyMap<string, ExtraCheck> = new Map<string, ExtraCheck>([
  ['azureFile', checkAzureFile],
  ['cinder', checkSecretNamespace],
  ['glusterfs', checkGlusterfs],
  ['iscsi', checkIscsi],
  ['storageos', checkSecretNamespace],
]);

const longestInitiator = 64;

function checkIscsi(source: JsonObject, volume: string, path: FieldPath, problems: Problems): void {
  const secret = map(source, 'secretRef');
  if (secret) requireText(problems, secret, child(path, 'secretRef'), 'name');
  const portal = text(source, 'targetPortal');
  if (!present(source['initiatorName'])) return;
  if (Buffer.byteLength(`${volume}:${portal}`) <= longestInitiator) return;
  const words = `must have at most ${longestInitiator} characters together with the name of the volume`;
  reportInvalid(problems, child(path, 'targetPortal'), words);
}

function checkSecretNamespace(source: JsonObject, _: string, path: FieldPath, problems: Problems): void {
  const secret = map(source, 'secretRef');
  if (secret) requireText(problems, secret, child(path, 'secretRef'), 'namespace');
}

function checkGlusterfs(source: JsonObject, _: string, path: FieldPath, problems: Problems): void {
  if (!present(source['endpointsNamespace'])) return;
  checkName(text(source, 'endpointsNamespace'), dns1123Label, child(path, 'endpointsNamespace'), problems);
}

function checkAzureFile(source: JsonObject, _: string, path: FieldPath, problems: Problems): void {
  if (!present(source['secretNamespace']) || text(source, 'secretNamespace') !== '') return;
  reportMissing(problems, child(path, 'secretNamespace'));
}
