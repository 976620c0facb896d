import { child, type FieldPath } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { checkAtMostAll, checkCountOrPercent, isNothing } from '../meta/int-or-string.ts';
import { reportInvalid, reportMissing, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

const strategies = ['RollingUpdate', 'OnDelete'];

/** `updateStrategy` of a DaemonSet: one of `maxUnavailable` (1 where absent) and `maxSurge` (0) is not zero. */
export function checkDaemonSetStrategy(
  strategy: JsonObject | undefined,
  path: FieldPath,
  problems: Problems,
): void {
  const type = text(strategy, 'type') || 'RollingUpdate';
  if (type === 'OnDelete') return;
  if (type !== 'RollingUpdate') {
    reportUnsupported(problems, child(path, 'type'), type, strategies);
    return;
  }
  const rollingUpdate = map(strategy, 'rollingUpdate');
  if (rollingUpdate) checkRollingUpdate(rollingUpdate, child(path, 'rollingUpdate'), problems);
}

function checkRollingUpdate(rollingUpdate: JsonObject, path: FieldPath, problems: Problems): void {
  const { maxUnavailable, maxSurge } = rollingUpdate;
  const unavailablePath = child(path, 'maxUnavailable');
  const surgePath = child(path, 'maxSurge');
  checkCountOrPercent(maxUnavailable, unavailablePath, problems);
  checkCountOrPercent(maxSurge, surgePath, problems);
  checkAtMostAll(maxUnavailable, unavailablePath, problems);
  checkAtMostAll(maxSurge, surgePath, problems);
  const unavailable = !isNothing(maxUnavailable);
  const surge = !isNothing(maxSurge ?? 0);
  if (unavailable && surge) {
    reportInvalid(problems, surgePath, 'must be 0 unless maxUnavailable, which is 1 where absent, is 0');
  } else if (!unavailable && !surge) {
    reportMissing(problems, unavailablePath, 'to more than 0 where maxSurge is 0: no pod could be replaced');
  }
}
