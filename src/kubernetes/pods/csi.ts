import { child, type FieldPath } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { checkName, dns1123Subdomain } from '../meta/names.ts';
import { reportMissing, reportTooLong, requireName } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const longestDriver = 63;

/** The name of a CSI driver: a domain, in any case. */
export function checkCsiDriver(driver: string, path: FieldPath, problems: Problems): void {
  if (driver === '') {
    reportMissing(problems, path);
    return;
  }
  if (Buffer.byteLength(driver) > longestDriver) reportTooLong(problems, path, longestDriver);
  if (dns1123Subdomain.test(driver.toLowerCase())) return;
  checkName(driver.toLowerCase(), dns1123Subdomain, path, problems);
}

/** `csi` of a pod's volume. */
export function checkCsi(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  checkCsiDriver(text(source, 'driver'), child(path, 'driver'), problems);
  const secret = map(source, 'nodePublishSecretRef');
  if (secret) requireName(problems, secret, child(path, 'nodePublishSecretRef'), 'name', dns1123Subdomain);
}
