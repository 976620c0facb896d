import { child, type FieldPath } from '../field-path.ts';
import { text } from '../meta/fields.ts';
import { reportInvalid, reportMissing, requireText } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const longestTenant = 64;

/** `quobyte` of a pod's volume. */
export function checkQuobyte(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const registry = text(source, 'registry');
  const at = child(path, 'registry');
  if (registry === '') reportMissing(problems, at);
  else if (Buffer.byteLength(text(source, 'tenant')) > longestTenant) {
    reportMissing(problems, child(path, 'tenant'), `to a UUID of at most ${longestTenant} characters`);
  } else if (!registry.split(',').every(isHostAndPort)) {
    reportInvalid(problems, at, 'must be host:port, or several of them with commas between');
  }
  requireText(problems, source, path, 'volume');
}

/** What Go's `net.SplitHostPort` takes: a colon before the port, and IPv6 addresses in brackets. */
function isHostAndPort(pair: string): boolean {
  const colon = pair.lastIndexOf(':');
  if (colon < 0) return false;
  const host = pair.slice(0, colon);
  const port = pair.slice(colon + 1);
  if (/[[\]]/.test(port)) return false;
  if (!pair.startsWith('[')) return !/[:[\]]/.test(host);
  return host.endsWith(']') && !/[[\]]/.test(host.slice(1, -1));
}
