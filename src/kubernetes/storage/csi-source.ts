import { child, type FieldPath } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { requireName, requireText } from '../meta/report.ts';
import { checkCsiDriver } from '../pods/csi.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const secrets = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
];

/** `csi` of a PersistentVolume; the secret for staging is not looked at, as it never was. */
export function checkPersistentCsi(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  checkCsiDriver(text(source, 'driver'), child(path, 'driver'), problems);
  requireText(problems, source, path, 'volumeHandle');
  for (const key of secrets) {
    const secret = map(source, key);
    if (!secret) continue;
    requireName(problems, secret, child(path, key), 'name', dns1123Subdomain);
    requireName(problems, secret, child(path, key), 'namespace', dns1123Label);
  }
}
