import type { FieldPath } from '../field-path.ts';
import { type IpAddress, parseIp } from '../meta/address.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import { bytesOf } from './address-field.ts';

/**
 * An address that traffic can be sent to: not unspecified, loopback or link-local. `ValidateEndpointIP` of
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go
 */
export function checkEndpointIp(text: string, path: FieldPath, problems: Problems): void {
  const address = parseIp(text);
  const range = address && reservedRange(address);
  if (range !== undefined) reportInvalid(problems, path, `must not be ${range}, as ${quoted(text)} is`);
}

function reservedRange(address: IpAddress): string | undefined {
  const bytes = bytesOf(address);
  const [first = 0, second = 0, third = 0] = bytes;
  if (bytes.every((byte) => byte === 0)) return 'unspecified';
  if (bytes.length === 4) {
    if (first === 127) return 'in the loopback range 127.0.0.0/8';
    if (first === 169 && second === 254) return 'in the link-local range 169.254.0.0/16';
    if (first === 224 && second === 0 && third === 0) return 'in the link-local multicast range 224.0.0.0/24';
    return undefined;
  }
  if (bytes.every((byte, index) => byte === (index === 15 ? 1 : 0))) return 'the loopback address ::1';
  if (first === 0xfe && (second & 0xc0) === 0x80) return 'in the link-local range fe80::/10';
  if (first === 0xff && (second & 0x0f) === 2) return 'in the link-local multicast range ff02::/16';
  return undefined;
}
