import { child, type FieldPath } from '../field-path.ts';
import { map, pointedText, text } from '../meta/fields.ts';
import { checkName, dns1123Subdomain } from '../meta/names.ts';
import { reportInvalid, reportMissing, requireText } from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { JsonObject } from '../value.ts';
import { takePath } from './key-files.ts';
import { checkVolumeFilePath } from './paths.ts';
import type { PodScope } from './pod-scope.ts';
import { checkSignerName } from './signer-name.ts';

/** Certificates of authorities, from one bundle or from all of a signer. */
export function checkTrustBundle(
  source: JsonObject,
  path: FieldPath,
  scope: PodScope,
  taken: Set<string>,
): void {
  const { problems } = scope;
  checkOrigin(source, path, scope);
  requireText(problems, source, path, 'path');
  const file = text(source, 'path');
  const at = child(path, 'path');
  checkVolumeFilePath(problems, at, file);
  takePath(file, at, problems, taken);
}

function checkOrigin(source: JsonObject, path: FieldPath, { problems }: PodScope): void {
  const name = pointedText(source, 'name');
  const signer = pointedText(source, 'signerName');
  if (name === undefined) {
    if (signer === undefined) {
      reportMissing(problems, path, 'to a name or a signerName');
      return;
    }
    checkSignerName(signer, child(path, 'signerName'), problems);
    checkLabelSelector(source['labelSelector'], child(path, 'labelSelector'), problems);
    return;
  }
  if (signer !== undefined) {
    reportInvalid(problems, path, 'must have one of name and signerName, not both');
    return;
  }
  // Bundles of a signer are named for it: example.com:signer:name.
  const colon = name.lastIndexOf(':');
  const own = colon > 0 && !name.includes('/') ? name.slice(colon + 1) : name;
  checkName(own, dns1123Subdomain, child(path, 'name'), problems);
  if (map(source, 'labelSelector')) {
    reportInvalid(problems, child(path, 'labelSelector'), 'must not be set beside name');
  }
}
