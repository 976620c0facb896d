import { child, type FieldPath } from '../field-path.ts';
import { map, present, text, whole } from '../meta/fields.ts';
import { checkName, ianaPortName, serviceName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { checkRange, reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkTypedReference } from './typed-reference.ts';

const pathTypes = ['Exact', 'ImplementationSpecific', 'Prefix'];
const forbiddenParts = ['//', '/./', '/../', '%2f', '%2F'];
const forbiddenEnds = ['/..', '/.'];

/** Checks a path of a rule of an Ingress, and its backend. */
export function checkIngressPath(item: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  if (!present(item['pathType'])) {
    reportMissing(problems, child(path, 'pathType'));
    return;
  }
  const type = text(item, 'pathType');
  if (!pathTypes.includes(type)) reportUnsupported(problems, child(path, 'pathType'), type, pathTypes);
  else checkPath(text(item, 'path'), type, child(path, 'path'), problems);
  checkIngressBackend(map(item, 'backend') ?? {}, child(path, 'backend'), context);
}

function checkPath(value: string, type: string, path: FieldPath, problems: Problems): void {
  const free = type === 'ImplementationSpecific';
  if (value === '' && free) return;
  if (!value.startsWith('/')) reportInvalid(problems, path, `must be an absolute path, not ${quoted(value)}`);
  if (free) return;
  for (const part of forbiddenParts) {
    if (value.includes(part)) reportInvalid(problems, path, `must not contain ${quoted(part)}`);
  }
  for (const end of forbiddenEnds) {
    if (value.endsWith(end)) reportInvalid(problems, path, `must not end with ${quoted(end)}`);
  }
}

/** Checks a backend, which is a service or a resource of another kind. */
export function checkIngressBackend(backend: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  const service = map(backend, 'service');
  const resource = map(backend, 'resource');
  if (service && resource) reportInvalid(problems, path, 'must not have both service and resource');
  else if (resource) checkTypedReference(resource, child(path, 'resource'), problems);
  else if (service) checkService(service, child(path, 'service'), context);
  else reportInvalid(problems, path, 'must have service or resource');
}

function checkService(service: JsonObject, path: FieldPath, { minor, problems }: RuleContext): void {
  const name = text(service, 'name');
  if (name === '') reportMissing(problems, child(path, 'name'));
  else checkName(name, serviceName(minor), child(path, 'name'), problems);
  const port = map(service, 'port');
  const at = child(path, 'port');
  const portName = text(port, 'name');
  const number = whole(port, 'number') ?? 0;
  if (portName !== '' && number !== 0) reportInvalid(problems, at, 'must not have both name and number');
  else if (portName !== '') checkName(portName, ianaPortName, child(at, 'name'), problems);
  else if (number === 0) reportMissing(problems, at, 'with a name or a number');
  else checkRange(problems, port ?? {}, at, 'number', 1, 65_535);
}
