import { child, type FieldPath } from '../field-path.ts';
import { itemOf, list, map, text, whole } from '../meta/fields.ts';
import { reportForbidden, reportInvalid, requireText } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import { checkTrustBundle } from './cluster-trust-bundle.ts';
import { checkDownwardFiles } from './downward-files.ts';
import { hasFeature } from './features.ts';
import { checkFileMode, checkKeyFiles } from './key-files.ts';
import { checkVolumeFilePath } from './paths.ts';
import { checkPodCertificate } from './pod-certificate.ts';
import type { PodScope } from './pod-scope.ts';

/** What makes files of one source; `taken` are the paths of the whole volume. */
type ProjectionCheck = (source: JsonObject, path: FieldPath, scope: PodScope, taken: Set<string>) => void;

const projections: readonly (readonly [string, ProjectionCheck])[] = [
  ['secret', checkKeys],
  ['configMap', checkKeys],
  ['downwardAPI', checkFields],
  ['serviceAccountToken', checkToken],
];

const withCertificates: readonly (readonly [string, ProjectionCheck])[] = [
  ...projections,
  ['clusterTrustBundle', checkTrustBundle],
  ['podCertificate', checkPodCertificate],
];

/** A volume of files from several sources. */
export function checkProjected(volume: JsonObject, path: FieldPath, scope: PodScope): void {
  checkFileMode(volume, path, 'defaultMode', scope.problems);
  const sources = list(volume, 'sources');
  const taken = new Set<string>();
  const kinds = hasFeature(scope, 'PodCertificateRequest') ? withCertificates : projections;
  for (let index = 0; index < sources.length; index += 1) {
    const source = itemOf(sources[index]);
    const at = child(child(path, 'sources'), index);
    let count = 0;
    for (const [kind, check] of kinds) {
      const projection = map(source, kind);
      if (!projection) continue;
      count += 1;
      check(projection, child(at, kind), scope, taken);
    }
    if (count > 1) reportForbidden(scope.problems, at, `must have one source, not ${count}`);
  }
}

function checkKeys(source: JsonObject, path: FieldPath, { problems }: PodScope, taken: Set<string>): void {
  requireText(problems, source, path, 'name');
  checkKeyFiles(list(source, 'items'), child(path, 'items'), problems, taken);
}

function checkFields(source: JsonObject, path: FieldPath, { problems }: PodScope, taken: Set<string>): void {
  checkDownwardFiles(list(source, 'items'), child(path, 'items'), problems, taken);
}

const leastTokenSeconds = 600;
const mostTokenSeconds = 2 ** 32;

/**
 * Validation alone would forbid tokens in pods without serviceAccountName, but admission has set it before:
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/plugin/pkg/admission/serviceaccount/admission.go
 */
function checkToken(source: JsonObject, path: FieldPath, { problems }: PodScope): void {
  const seconds = whole(source, 'expirationSeconds');
  if (seconds !== undefined && (seconds < leastTokenSeconds || seconds > mostTokenSeconds)) {
    const words = `must be from ${leastTokenSeconds} to ${mostTokenSeconds}, not ${seconds}`;
    reportInvalid(problems, child(path, 'expirationSeconds'), words);
  }
  requireText(problems, source, path, 'path');
  checkVolumeFilePath(problems, child(path, 'path'), text(source, 'path'));
}
