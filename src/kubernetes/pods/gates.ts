import { child } from '../field-path.ts';
import { itemOf, list, text } from '../meta/fields.ts';
import { checkName, qualifiedName } from '../meta/names.ts';
import { reportDuplicate, reportForbidden } from '../meta/report.ts';
import type { PodScope } from './pod-scope.ts';

/** Conditions that others set before the pod is ready. */
export function checkReadinessGates({ spec, path, problems }: PodScope): void {
  const gates = list(spec, 'readinessGates');
  for (let index = 0; index < gates.length; index += 1) {
    const type = text(itemOf(gates[index]), 'conditionType');
    if (qualifiedName.test(type)) continue;
    const at = child(child(child(path, 'readinessGates'), index), 'conditionType');
    checkName(type, qualifiedName, at, problems);
  }
}

/** What keeps a pod from being scheduled: each once, and no node is chosen yet. */
export function checkSchedulingGates({ spec, path, problems, isPod }: PodScope): void {
  const gates = list(spec, 'schedulingGates');
  if (gates.length === 0) return;
  const names = new Set<string>();
  for (let index = 0; index < gates.length; index += 1) {
    const name = text(itemOf(gates[index]), 'name');
    const at = child(child(child(path, 'schedulingGates'), index), 'name');
    checkName(name, qualifiedName, at, problems);
    if (names.has(name)) reportDuplicate(problems, at, name);
    names.add(name);
  }
  if (isPod && text(spec, 'nodeName') !== '') {
    reportForbidden(problems, child(path, 'nodeName'), 'must not be set while there are schedulingGates');
  }
}
