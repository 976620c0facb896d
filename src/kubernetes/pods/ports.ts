import { child, type FieldPath, formatPath } from '../field-path.ts';
import { itemOf, list, text, whole } from '../meta/fields.ts';
import { checkName, ianaPortName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { checkChoice, reportDuplicate, reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonArray, JsonObject, JsonValue } from '../value.ts';
import type { PodScope } from './pod-scope.ts';

const protocols = ['TCP', 'UDP', 'SCTP'];
const mostPort = 65_535;

/** Ports of one container. */
export function checkPorts(ports: JsonArray, path: FieldPath, { problems }: PodScope): void {
  const names = ports.length > 1 ? new Set<string>() : undefined;
  for (let index = 0; index < ports.length; index += 1) {
    const port = itemOf(ports[index]);
    const at = child(path, index);
    checkPortName(port, at, names, problems);
    checkNumbers(port, at, problems);
    checkChoice(problems, port, at, 'protocol', protocols);
  }
}

function checkPortName(
  port: JsonObject,
  path: FieldPath,
  names: Set<string> | undefined,
  problems: Problems,
): void {
  const name = text(port, 'name');
  if (name === '') return;
  if (!ianaPortName.test(name)) checkName(name, ianaPortName, child(path, 'name'), problems);
  else if (names?.has(name)) reportDuplicate(problems, child(path, 'name'), name);
  names?.add(name);
}

function checkNumbers(port: JsonObject, path: FieldPath, problems: Problems): void {
  const number = whole(port, 'containerPort') ?? 0;
  if (number === 0) reportMissing(problems, child(path, 'containerPort'));
  else if (!isPortNumber(number)) reportPortNumber(problems, child(path, 'containerPort'), number);
  const hostPort = whole(port, 'hostPort') ?? 0;
  if (hostPort === 0 || isPortNumber(hostPort)) return;
  reportPortNumber(problems, child(path, 'hostPort'), hostPort);
}

function isPortNumber(value: number): boolean {
  return value >= 1 && value <= mostPort;
}

function reportPortNumber(problems: Problems, path: FieldPath, value: number): void {
  reportInvalid(problems, path, `must be a port from 1 to ${mostPort}, not ${value}`);
}

/** A port by number, or by the name of a port of the container, as probes have it. Absent is 0, which is none. */
export function checkPortReference(problems: Problems, path: FieldPath, port: JsonValue | undefined): void {
  if (typeof port === 'string') {
    if (!ianaPortName.test(port)) reportPortName(port, path, problems);
    return;
  }
  const number = port === undefined || port === null ? 0 : Number(port);
  if (isPortNumber(number)) return;
  if (number === 0) reportInvalid(problems, path, `must be a port from 1 to ${mostPort}, or a port's name`);
  else reportPortNumber(problems, path, number);
}

function reportPortName(port: string, path: FieldPath, problems: Problems): void {
  const message = `${formatPath(path)} must be ${ianaPortName.words}, not ${quoted(port)}`;
  const fix = /^[0-9]{1,5}$/.test(port) ? `write ${port} without quotes` : undefined;
  problems.value('manifest/name', path, message, fix);
}

/**
 * No two of the containers may take the same port of the node. With `hostNetwork` a pod's containers take their
 * own ports there; the template of a workload gets that default only when its pods are made.
 */
export function checkHostPorts(
  containers: JsonArray,
  path: FieldPath,
  scope: PodScope,
  taken: Set<string> = new Set(),
): void {
  for (let index = 0; index < containers.length; index += 1) {
    const ports = list(itemOf(containers[index]), 'ports');
    for (let at = 0; at < ports.length; at += 1) {
      const port = itemOf(ports[at]);
      const hostPort = hostPortOf(port, scope);
      if (hostPort === 0) continue;
      const key = `${text(port, 'protocol') || 'TCP'}/${text(port, 'hostIP')}/${hostPort}`;
      if (taken.has(key)) reportTaken(port, hostPort, child(child(child(path, index), 'ports'), at), scope);
      taken.add(key);
    }
  }
}

function reportTaken(port: JsonObject, number: number, path: FieldPath, { problems }: PodScope): void {
  const at = child(path, 'hostPort');
  const address = text(port, 'hostIP');
  const where = `${number}/${text(port, 'protocol') || 'TCP'}${address && ` of ${address}`}`;
  const message = `${formatPath(at)} must be unique, and ${where} is taken already`;
  problems.value('manifest/duplicate-value', at, message);
}

function hostPortOf(port: JsonObject, { isPod, hostNetwork }: PodScope): number {
  const hostPort = whole(port, 'hostPort') ?? 0;
  return hostPort === 0 && isPod && hostNetwork ? (whole(port, 'containerPort') ?? 0) : hostPort;
}

/** With `hostNetwork`, a container's port and its port of the node are the same one. */
export function checkHostNetworkPorts(containers: JsonArray, path: FieldPath, { problems }: PodScope): void {
  for (let index = 0; index < containers.length; index += 1) {
    const ports = list(itemOf(containers[index]), 'ports');
    for (let at = 0; at < ports.length; at += 1) {
      const port = itemOf(ports[at]);
      const hostPort = whole(port, 'hostPort') ?? 0;
      const number = whole(port, 'containerPort') ?? 0;
      if (hostPort === 0 || hostPort === number) continue;
      const here = child(child(child(child(path, index), 'ports'), at), 'hostPort');
      reportInvalid(problems, here, `must be containerPort, ${number}, with hostNetwork`);
    }
  }
}
