import { child, type FieldPath } from '../field-path.ts';
import { list, present, text, whole } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { checkName, dns1123Label, ianaPortName, qualifiedName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { reportDuplicate, reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject, JsonValue } from '../value.ts';
import type { ServiceView } from './service-view.ts';

/** Protocols of ports. */
export const protocols: readonly string[] = ['SCTP', 'TCP', 'UDP'];

/** Checks the ports of a Service, each and all together. */
export function checkServicePorts(view: ServiceView, path: FieldPath, problems: Problems): void {
  const several = list(view.spec, 'ports').length > 1;
  const seen = several ? new Set<string>() : undefined;
  eachItem(view.spec, 'ports', path, (port, at) => {
    const name = text(port, 'name');
    if (name !== '') checkName(name, dns1123Label, child(at, 'name'), problems);
    else if (several) reportMissing(problems, child(at, 'name'), 'where there are several ports');
    checkPort(port, at, problems);
    if (seen) checkUnique(port, at, seen, problems);
  });
}

function checkPort(port: JsonObject, path: FieldPath, problems: Problems): void {
  const number = whole(port, 'port') ?? 0;
  if (!isPortNumber(number)) reportInvalid(problems, child(path, 'port'), portRange(number));
  const protocol = text(port, 'protocol') || 'TCP';
  if (!protocols.includes(protocol))
    reportUnsupported(problems, child(path, 'protocol'), protocol, protocols);
  const target = port['targetPort'];
  // Both mean the port itself.
  if (present(target) && target !== 0 && target !== '') {
    checkPortNumberOrName(target, child(path, 'targetPort'), problems);
  }
  if (present(port['appProtocol'])) {
    checkName(text(port, 'appProtocol'), qualifiedName, child(path, 'appProtocol'), problems);
  }
}

function checkUnique(port: JsonObject, path: FieldPath, seen: Set<string>, problems: Problems): void {
  const name = text(port, 'name');
  if (name !== '' && wasSeen(seen, `name ${name}`)) reportDuplicate(problems, child(path, 'name'), name);
  const protocol = text(port, 'protocol') || 'TCP';
  const number = whole(port, 'port') ?? 0;
  if (wasSeen(seen, `port ${protocol} ${number}`)) {
    reportDuplicate(problems, child(path, 'port'), `${number}/${protocol}`);
  }
}

function wasSeen(seen: Set<string>, key: string): boolean {
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}

/** True from 1 to 65535. */
export function isPortNumber(value: number): boolean {
  return value >= 1 && value <= 65_535;
}

/** Words for a number that is none of a port. */
export function portRange(value: number): string {
  return `must be between 1 and 65535, not ${value}`;
}

/** A port by its number or by its name. */
function checkPortNumberOrName(value: JsonValue | undefined, path: FieldPath, problems: Problems): void {
  if (typeof value === 'string') {
    if (!ianaPortName.test(value))
      reportInvalid(problems, path, `must be ${ianaPortName.words}, not ${quoted(value)}`);
  } else if (typeof value === 'number' && !isPortNumber(value)) {
    reportInvalid(problems, path, portRange(value));
  }
}
