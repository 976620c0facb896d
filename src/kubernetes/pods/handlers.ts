import { child, type FieldPath } from '../field-path.ts';
import { alternatives } from '../meta/alternatives.ts';
import { itemOf, list, map, text, whole } from '../meta/fields.ts';
import { checkChoice, reportForbidden, reportInvalid, reportMissing } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import { hasFeature } from './features.ts';
import type { PodScope } from './pod-scope.ts';
import { checkPortReference } from './ports.ts';

const probeHandlers = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const hookHandlers = ['exec', 'httpGet', 'tcpSocket', 'sleep'];

/** How a probe asks: one way. */
export function checkProbeHandler(probe: JsonObject, path: FieldPath, scope: PodScope): void {
  checkOneHandler(probe, path, probeHandlers, scope);
}

/** What `postStart` or `preStop` does: one thing. */
export function checkHook(hook: JsonObject, path: FieldPath, scope: PodScope): void {
  checkOneHandler(hook, path, hookHandlers, scope);
}

function checkOneHandler(
  owner: JsonObject,
  path: FieldPath,
  kinds: readonly string[],
  scope: PodScope,
): void {
  let first: string | undefined;
  for (const kind of kinds) {
    const handler = map(owner, kind);
    if (!handler) continue;
    if (first === undefined) checkHandler(kind, handler, child(path, kind), scope);
    else reportForbidden(scope.problems, child(path, kind), `must not be set beside ${first}`);
    first ??= kind;
  }
  if (first === undefined) reportMissing(scope.problems, path, `to one of ${alternatives(kinds)}`);
}

function checkHandler(kind: string, handler: JsonObject, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  if (kind === 'exec') {
    if (list(handler, 'command').length === 0) reportMissing(problems, child(path, 'command'));
  } else if (kind === 'httpGet') {
    checkHttpGet(handler, path, scope);
  } else if (kind === 'sleep') {
    checkSleep(handler, path, scope);
  } else {
    checkPortReference(problems, child(path, 'port'), handler['port']);
  }
}

const schemes = ['HTTP', 'HTTPS'];
const headerName = /^[-A-Za-z0-9]+$/;

function checkHttpGet(request: JsonObject, path: FieldPath, { problems }: PodScope): void {
  checkPortReference(problems, child(path, 'port'), request['port']);
  checkChoice(problems, request, path, 'scheme', schemes);
  const headers = list(request, 'httpHeaders');
  for (let index = 0; index < headers.length; index += 1) {
    if (headerName.test(text(itemOf(headers[index]), 'name'))) continue;
    const at = child(child(child(path, 'httpHeaders'), index), 'name');
    reportInvalid(problems, at, 'must be the name of a header: letters, digits and "-"');
  }
}

function checkSleep(sleep: JsonObject, path: FieldPath, scope: PodScope): void {
  const seconds = whole(sleep, 'seconds') ?? 0;
  const least = hasFeature(scope, 'PodLifecycleSleepActionAllowZero') ? 0 : 1;
  if (seconds >= least && seconds <= scope.gracePeriod) return;
  const words = `must be from ${least} to terminationGracePeriodSeconds, ${scope.gracePeriod}`;
  reportInvalid(scope.problems, child(path, 'seconds'), words);
}
