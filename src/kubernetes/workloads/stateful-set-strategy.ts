import { child, type FieldPath } from '../field-path.ts';
import { map, present, text } from '../meta/fields.ts';
import { checkAtMostAll, checkCountOrPercent, isNothing } from '../meta/int-or-string.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkNotNegative } from './counts.ts';
import { hasGate } from './gates.ts';

/** `updateStrategy` of a StatefulSet. */
export function checkStatefulSetStrategy(
  strategy: JsonObject | undefined,
  path: FieldPath,
  context: RuleContext,
): void {
  if (!strategy) return;
  const { problems } = context;
  const type = text(strategy, 'type') || 'RollingUpdate';
  const at = child(path, 'rollingUpdate');
  if (type === 'OnDelete') {
    if (!present(strategy['rollingUpdate'])) return;
    reportInvalid(problems, at, 'must not be set where the type is OnDelete');
  } else if (type === 'RollingUpdate') {
    const rollingUpdate = map(strategy, 'rollingUpdate');
    if (rollingUpdate) checkRollingUpdate(rollingUpdate, at, context);
  } else {
    reportInvalid(problems, child(path, 'type'), `must be RollingUpdate or OnDelete, not ${quoted(type)}`);
  }
}

function checkRollingUpdate(rollingUpdate: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  checkNotNegative(problems, rollingUpdate, path, 'partition');
  const { maxUnavailable } = rollingUpdate;
  if (!present(maxUnavailable) || !hasGate(context, 'MaxUnavailableStatefulSet')) return;
  const at = child(path, 'maxUnavailable');
  checkCountOrPercent(maxUnavailable, at, problems);
  checkAtMostAll(maxUnavailable, at, problems);
  if (isNothing(maxUnavailable)) reportInvalid(problems, at, 'must not be 0');
}
