import { child, type FieldPath } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { qualifiedName } from '../meta/names.ts';
import { checkRange, reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import { takePath } from './key-files.ts';
import { checkVolumeFilePath } from './paths.ts';
import type { PodScope } from './pod-scope.ts';
import { checkSignerName, isKubernetesSigner } from './signer-name.ts';

const keyTypes = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
const paths = ['credentialBundlePath', 'keyPath', 'certificateChainPath'];
const hour = 3600;
const day = 24 * hour;

/** A key and a certificate for the pod. */
export function checkPodCertificate(
  source: JsonObject,
  path: FieldPath,
  { problems }: PodScope,
  taken: Set<string>,
): void {
  const signer = text(source, 'signerName');
  checkSignerName(signer, child(path, 'signerName'), problems);
  const keyType = text(source, 'keyType');
  if (!keyTypes.includes(keyType)) reportUnsupported(problems, child(path, 'keyType'), keyType, keyTypes);
  const most = isKubernetesSigner(signer) ? day : 91 * day;
  checkRange(problems, source, path, 'maxExpirationSeconds', hour, most);
  checkUserAnnotations(source, child(path, 'userAnnotations'), problems);
  let count = 0;
  for (const key of paths) {
    const file = text(source, key);
    if (file === '') continue;
    count += 1;
    checkVolumeFilePath(problems, child(path, key), file);
    takePath(file, child(path, key), problems, taken);
  }
  if (count === 0)
    reportMissing(problems, child(path, 'credentialBundlePath'), 'where there is no other path');
}

/** Annotations of the certificate's request, whose keys have a domain. */
function checkUserAnnotations(source: JsonObject, path: FieldPath, problems: Problems): void {
  for (const key of Object.keys(map(source, 'userAnnotations') ?? {})) {
    if (key.includes('/') && qualifiedName.test(key.toLowerCase())) continue;
    reportInvalid(problems, child(path, key), 'must have a key behind a domain, example.com/key');
  }
}
