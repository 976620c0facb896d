import { child, type FieldPath } from '../field-path.ts';
import { map, present, text } from '../meta/fields.ts';
import { checkAtMostAll, checkCountOrPercent, isNothing } from '../meta/int-or-string.ts';
import { reportForbidden, reportInvalid, reportUnsupported } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

const strategies = ['Recreate', 'RollingUpdate'];

/** `strategy` of a Deployment. What is absent is 25%. */
export function checkDeploymentStrategy(
  strategy: JsonObject | undefined,
  path: FieldPath,
  problems: Problems,
): void {
  if (!strategy) return;
  const type = text(strategy, 'type') || 'RollingUpdate';
  const at = child(path, 'rollingUpdate');
  if (type === 'Recreate') {
    if (!present(strategy['rollingUpdate'])) return;
    reportForbidden(problems, at, 'must not be set where the type is Recreate');
  } else if (type === 'RollingUpdate') {
    const rollingUpdate = map(strategy, 'rollingUpdate');
    if (rollingUpdate) checkRollingUpdate(rollingUpdate, at, problems);
  } else {
    reportUnsupported(problems, child(path, 'type'), type, strategies);
  }
}

function checkRollingUpdate(rollingUpdate: JsonObject, path: FieldPath, problems: Problems): void {
  const { maxUnavailable, maxSurge } = rollingUpdate;
  const unavailablePath = child(path, 'maxUnavailable');
  checkCountOrPercent(maxUnavailable, unavailablePath, problems);
  checkCountOrPercent(maxSurge, child(path, 'maxSurge'), problems);
  checkAtMostAll(maxUnavailable, unavailablePath, problems);
  if (isNothing(maxUnavailable) && isNothing(maxSurge)) {
    reportInvalid(problems, unavailablePath, 'must not be 0 where maxSurge is 0: no pod could be replaced');
  }
}
