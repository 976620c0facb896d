import { child, type FieldPath } from '../field-path.ts';
import { reportQuantity } from '../meta/amounts.ts';
import { list, map, text } from '../meta/fields.ts';
import { parseQuantity, signOf } from '../meta/quantity.ts';
import {
  checkChoice,
  checkPointedChoice,
  reportForbidden,
  reportInvalid,
  reportMissing,
  requireText,
} from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkClaimTemplate } from './claim-template.ts';
import { pullPolicies } from './container.ts';
import { checkCsi } from './csi.ts';
import { checkDownwardFiles } from './downward-files.ts';
import { checkFileMode, checkKeyFiles } from './key-files.ts';
import { checkDescendingPath, checkNoBackstep } from './paths.ts';
import type { PodScope } from './pod-scope.ts';
import { checkProjected } from './projected.ts';
import { storageSources } from './storage-sources.ts';

/** Checks one source of a volume. */
export type SourceCheck = (source: JsonObject, path: FieldPath, scope: PodScope) => void;

/** All sources that a volume can have, of which it has one; without any it is an emptyDir. */
export const volumeSources: ReadonlyMap<string, SourceCheck> = new Map<string, SourceCheck>([
  ['configMap', checkConfigMap],
  ['csi', checkCsi],
  ['downwardAPI', checkDownwardApi],
  ['emptyDir', checkEmptyDir],
  ['ephemeral', checkEphemeral],
  ['gitRepo', checkGitRepo],
  ['hostPath', checkHostPath],
  ['image', checkImageVolume],
  ['nfs', checkNfs],
  ['persistentVolumeClaim', checkClaim],
  ['projected', checkProjected],
  ['secret', checkSecret],
  ...storageSources,
]);

function checkEmptyDir(source: JsonObject, path: FieldPath, { problems }: PodScope): void {
  const limit = source['sizeLimit'];
  if (limit === undefined || limit === null) return;
  const at = child(path, 'sizeLimit');
  const quantity = parseQuantity(limit);
  if (!quantity) reportQuantity(problems, at, limit);
  else if (signOf(quantity) < 0) reportForbidden(problems, at, 'must not be negative');
}

const hostPathTypes = [
  '',
  'DirectoryOrCreate',
  'Directory',
  'FileOrCreate',
  'File',
  'Socket',
  'CharDevice',
  'BlockDevice',
];

/** `hostPath` of a pod's volume or of a persistent volume. */
export function checkHostPath(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const hostPath = text(source, 'path');
  if (hostPath === '') {
    reportMissing(problems, child(path, 'path'));
    return;
  }
  checkNoBackstep(problems, child(path, 'path'), hostPath);
  checkPointedChoice(problems, source, path, 'type', hostPathTypes);
}

function checkGitRepo(source: JsonObject, path: FieldPath, { problems }: PodScope): void {
  requireText(problems, source, path, 'repository');
  checkDescendingPath(problems, child(path, 'directory'), text(source, 'directory'));
}

function checkSecret(source: JsonObject, path: FieldPath, { problems }: PodScope): void {
  requireText(problems, source, path, 'secretName');
  checkFileMode(source, path, 'defaultMode', problems);
  checkKeyFiles(list(source, 'items'), child(path, 'items'), problems);
}

function checkConfigMap(source: JsonObject, path: FieldPath, { problems }: PodScope): void {
  requireText(problems, source, path, 'name');
  checkFileMode(source, path, 'defaultMode', problems);
  checkKeyFiles(list(source, 'items'), child(path, 'items'), problems);
}

function checkDownwardApi(source: JsonObject, path: FieldPath, { problems }: PodScope): void {
  checkFileMode(source, path, 'defaultMode', problems);
  checkDownwardFiles(list(source, 'items'), child(path, 'items'), problems);
}

function checkClaim(source: JsonObject, path: FieldPath, { problems }: PodScope): void {
  requireText(problems, source, path, 'claimName');
}

/** `nfs` of a pod's volume or of a persistent volume. */
export function checkNfs(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  requireText(problems, source, path, 'server');
  const exported = text(source, 'path');
  if (exported === '') reportMissing(problems, child(path, 'path'));
  else if (!exported.startsWith('/'))
    reportInvalid(problems, child(path, 'path'), 'must be an absolute path');
}

function checkEphemeral(source: JsonObject, path: FieldPath, scope: PodScope): void {
  const template = map(source, 'volumeClaimTemplate');
  const at = child(path, 'volumeClaimTemplate');
  if (template) checkClaimTemplate(template, at, scope);
  else reportMissing(scope.problems, at);
}

const firstMinorOfTemplateReference = 37;

/** A template may leave the image to whoever makes its pods; from 1.37 on it may not. */
function checkImageVolume(source: JsonObject, path: FieldPath, scope: PodScope): void {
  if (scope.isPod || scope.minor >= firstMinorOfTemplateReference) {
    requireText(scope.problems, source, path, 'reference');
  }
  checkChoice(scope.problems, source, path, 'pullPolicy', pullPolicies);
}
