import { child, type FieldPath } from '../field-path.ts';
import { map, whole } from '../meta/fields.ts';
import { reportInvalid } from '../meta/report.ts';
import type { JsonObject } from '../value.ts';
import { checkProbeHandler } from './handlers.ts';
import type { PodScope } from './pod-scope.ts';

const notNegative = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
];

/** The three probes of a container. */
export function checkProbes(container: JsonObject, path: FieldPath, scope: PodScope): void {
  const liveness = map(container, 'livenessProbe');
  if (liveness) checkOnceSuccessful(liveness, child(path, 'livenessProbe'), scope);
  const startup = map(container, 'startupProbe');
  if (startup) checkOnceSuccessful(startup, child(path, 'startupProbe'), scope);
  const readiness = map(container, 'readinessProbe');
  if (!readiness) return;
  const at = child(path, 'readinessProbe');
  checkProbe(readiness, at, scope);
  if (whole(readiness, 'terminationGracePeriodSeconds') !== undefined) {
    reportInvalid(
      scope.problems,
      child(at, 'terminationGracePeriodSeconds'),
      'must not be set in a readiness probe',
    );
  }
}

/** A probe that ends a container or a start: one success is all that it may ask for. */
function checkOnceSuccessful(probe: JsonObject, path: FieldPath, scope: PodScope): void {
  checkProbe(probe, path, scope);
  const successes = whole(probe, 'successThreshold') ?? 1;
  if (successes > 1) reportInvalid(scope.problems, child(path, 'successThreshold'), 'must be 1');
}

function checkProbe(probe: JsonObject, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  checkProbeHandler(probe, path, scope);
  for (const key of notNegative) {
    const value = whole(probe, key);
    if (value !== undefined && value < 0) reportInvalid(problems, child(path, key), 'must not be negative');
  }
  const seconds = whole(probe, 'terminationGracePeriodSeconds');
  if (seconds !== undefined && seconds <= 0) {
    reportInvalid(problems, child(path, 'terminationGracePeriodSeconds'), 'must be greater than 0');
  }
}
