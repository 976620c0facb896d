import { child, type FieldPath } from '../field-path.ts';
import { list, map, text, whole } from '../meta/fields.ts';
import { checkCount, eachItem } from '../meta/items.ts';
import { checkName, dns1123Label, dns1123Subdomain, labelValue, qualifiedName } from '../meta/names.ts';
import {
  checkChoice,
  reportDuplicate,
  reportInvalid,
  reportMissing,
  reportUnsupported,
  requireName,
} from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkDeviceSelectors } from './device-selector.ts';

const mostAlternatives = 8;
const modes = ['All', 'ExactCount'];
const operators = ['Equal', 'Exists'];
const effects = ['NoExecute', 'NoSchedule'];
const laterEffects = [...effects, 'None'];

/** Checks a request for devices: one way, or several in the order of preference. */
export function checkDeviceRequest(request: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  checkName(text(request, 'name'), dns1123Label, child(path, 'name'), problems);
  const exactly = map(request, 'exactly');
  const count = list(request, 'firstAvailable').length;
  if (count > 0) checkAlternatives(request, count, path, context);
  if (exactly) checkDevices(exactly, child(path, 'exactly'), context);
  if (exactly && count > 0) reportInvalid(problems, path, 'must not have both exactly and firstAvailable');
  else if (!exactly && count === 0) reportMissing(problems, path, 'with exactly or firstAvailable');
}

function checkAlternatives(request: JsonObject, count: number, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  checkCount(problems, child(path, 'firstAvailable'), count, mostAlternatives);
  const names = new Set<string>();
  eachItem(request, 'firstAvailable', path, (alternative, at) => {
    const name = text(alternative, 'name');
    checkName(name, dns1123Label, child(at, 'name'), problems);
    if (names.has(name)) reportDuplicate(problems, child(at, 'name'), name);
    names.add(name);
    checkDevices(alternative, at, context);
  });
}

function checkDevices(request: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  requireName(problems, request, path, 'deviceClassName', dns1123Subdomain);
  checkDeviceSelectors(request, path, context);
  checkChoice(problems, request, path, 'allocationMode', modes);
  checkDeviceCount(request, path, context);
  eachItem(request, 'tolerations', path, (toleration, at) => checkToleration(toleration, at, context));
}

function checkDeviceCount(request: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  const mode = text(request, 'allocationMode') || 'ExactCount';
  const count = whole(request, 'count') ?? 0;
  const at = child(path, 'count');
  if (mode === 'All' && count !== 0) reportInvalid(problems, at, 'must not be set for the mode All');
  if (mode === 'ExactCount' && count < 0) reportInvalid(problems, at, `must be greater than 0, not ${count}`);
}

function checkToleration(toleration: JsonObject, path: FieldPath, { minor, problems }: RuleContext): void {
  const key = text(toleration, 'key');
  if (key !== '') checkName(key, qualifiedName, child(path, 'key'), problems, 'manifest/label');
  const operator = text(toleration, 'operator') || 'Equal';
  const value = text(toleration, 'value');
  const at = child(path, 'value');
  if (!operators.includes(operator))
    reportUnsupported(problems, child(path, 'operator'), operator, operators);
  else if (operator === 'Equal') checkName(value, labelValue, at, problems, 'manifest/label');
  else if (value !== '') reportInvalid(problems, at, 'must be empty for the operator Exists');
  checkChoice(problems, toleration, path, 'effect', minor >= 35 ? laterEffects : effects);
}
