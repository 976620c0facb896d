import type { FieldPath } from '../field-path.ts';
import { isStrictIp, parseIp } from '../meta/address.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import { hasFeature } from './features.ts';

/** An IP address in a field that once took more than it does now. */
export function checkIp(address: string, path: FieldPath, context: RuleContext): void {
  const strict = hasFeature(context, 'StrictIPCIDRValidation');
  if (strict ? isStrictIp(address) : parseIp(address)) return;
  const plain = strict ? ' without leading zeros, not an IPv4 address in IPv6 form' : '';
  reportInvalid(context.problems, path, `must be an IP address${plain}, not ${quoted(address)}`);
}
