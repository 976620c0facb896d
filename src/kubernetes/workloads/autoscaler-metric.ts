import { child, type FieldPath } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { checkName, dns1123Label, pathSegmentName } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import {
  reportForbidden,
  reportInvalid,
  reportMissing,
  reportUnsupported,
  requireName,
  requireText,
} from '../meta/report.ts';
import { isContainerResource } from '../meta/resource-names.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkAveragedTarget, checkPodTarget, checkValueTarget } from './metric-target.ts';
import { checkScaledReference } from './scaled-reference.ts';

type SourceCheck = (source: JsonObject, path: FieldPath, context: RuleContext) => void;

interface Source {
  readonly field: string;
  readonly check: SourceCheck;
}

// In the order in which the API server looks: only the first is checked when there are more.
const sources: Readonly<Record<string, Source>> = {
  Object: { field: 'object', check: checkObject },
  External: { field: 'external', check: checkExternal },
  Pods: { field: 'pods', check: checkPods },
  Resource: { field: 'resource', check: checkResource },
  ContainerResource: { field: 'containerResource', check: checkContainerResource },
};
const types = Object.keys(sources);

/** One item of `metrics`: a type, and the field of that type. */
export function checkMetric(metric: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  const type = text(metric, 'type');
  const expected = Object.hasOwn(sources, type) ? sources[type] : undefined;
  if (type === '') reportMissing(problems, child(path, 'type'));
  else if (!expected) reportUnsupported(problems, child(path, 'type'), type, types);
  const found = Object.values(sources).filter(({ field }) => map(metric, field));
  const [first] = found;
  if (first) first.check(map(metric, first.field) ?? {}, child(path, first.field), context);
  if (expected && !found.includes(expected)) {
    reportMissing(problems, child(path, expected.field), `where the type is ${type}`);
  }
  if (found.length === 1) return;
  for (const { field } of found) {
    if (field === expected?.field) continue;
    reportForbidden(problems, child(path, field), `must not be set where the type is ${type}`);
  }
}

function checkObject(source: JsonObject, path: FieldPath, context: RuleContext): void {
  checkScaledReference(map(source, 'describedObject') ?? {}, true, child(path, 'describedObject'), context);
  checkIdentifier(source, path, context);
  checkValueTarget(source, path, context.problems);
}

function checkExternal(source: JsonObject, path: FieldPath, context: RuleContext): void {
  checkIdentifier(source, path, context);
  const { value, averageValue } = checkValueTarget(source, path, context.problems);
  if (!value || !averageValue) return;
  const at = child(child(path, 'target'), 'value');
  reportForbidden(context.problems, at, 'must not be set beside averageValue');
}

function checkPods(source: JsonObject, path: FieldPath, context: RuleContext): void {
  checkIdentifier(source, path, context);
  checkPodTarget(source, path, context.problems);
}

function checkResource(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  requireText(problems, source, path, 'name');
  checkAveragedTarget(source, path, problems);
}

function checkContainerResource(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const name = text(source, 'name');
  if (name === '') reportMissing(problems, child(path, 'name'));
  else if (!isContainerResource(name)) {
    reportInvalid(problems, child(path, 'name'), `must be a resource of containers, not ${quoted(name)}`);
  }
  requireName(problems, source, path, 'container', dns1123Label);
  checkAveragedTarget(source, path, problems);
}

function checkIdentifier(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const name = text(map(source, 'metric'), 'name');
  const at = child(child(path, 'metric'), 'name');
  if (name === '') reportMissing(problems, at);
  else checkName(name, pathSegmentName, at, problems);
}
