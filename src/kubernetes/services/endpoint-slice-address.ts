import type { FieldPath } from '../field-path.ts';
import { parseIp } from '../meta/address.ts';
import { fullyQualifiedDomainName } from '../meta/domains.ts';
import { checkName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import { checkCanonicalIp, checkOldIp, familyOf } from './address-field.ts';
import { checkEndpointIp } from './endpoint-address.ts';

/** Checks an address of an EndpointSlice of the given type; of an unknown type nothing is known. */
export function checkSliceAddress(text: string, type: string, path: FieldPath, context: RuleContext): void {
  const { minor, problems } = context;
  if (type === 'FQDN' && text === '') reportMissing(problems, path);
  else if (type === 'FQDN')
    checkName(text, fullyQualifiedDomainName, path, problems, 'manifest/invalid-value');
  if (type !== 'IPv4' && type !== 'IPv6') return;
  // From 1.33 on an IPv6 address has to be written as it is printed.
  const canonical = type === 'IPv6' && minor >= 33;
  if (!(canonical ? checkCanonicalIp(text, path, problems) : checkOldIp(text, path, context))) return;
  const address = parseIp(text);
  if (address && `IPv${familyOf(address)}` !== type) {
    reportInvalid(problems, path, `must be an ${type} address, not ${quoted(text)}`);
  }
  checkEndpointIp(text, path, problems);
}
