import { child, type FieldPath } from '../field-path.ts';
import { map, text, whole } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportInvalid, reportUnsupported, requireName } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkFlowRule } from './flow-rule.ts';
import { checkMandatoryFlowSchema } from './mandatory-flow-control.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/flowcontrol/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false, resetsGeneration: true };
const specPath = child(undefined, 'spec');
const methods = ['ByNamespace', 'ByUser'];
const mostPrecedence = 10_000;
const defaultPrecedence = 1000;

/** Checks a FlowSchema. */
export function checkFlowSchema(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const name = text(map(object, 'metadata'), 'name');
  const spec = map(object, 'spec') ?? {};
  checkPrecedence(whole(spec, 'matchingPrecedence') || defaultPrecedence, name, problems);
  const method = map(spec, 'distinguisherMethod');
  const type = text(method, 'type');
  if (method && !methods.includes(type)) {
    reportUnsupported(problems, child(child(specPath, 'distinguisherMethod'), 'type'), type, methods);
  }
  const level = child(specPath, 'priorityLevelConfiguration');
  requireName(problems, map(spec, 'priorityLevelConfiguration') ?? {}, level, 'name', dns1123Subdomain);
  eachItem(spec, 'rules', specPath, (rule, path: FieldPath) => checkFlowRule(rule, path, problems));
  checkMandatoryFlowSchema(name, spec, specPath, problems);
}

function checkPrecedence(precedence: number, name: string, problems: Problems): void {
  const path = child(specPath, 'matchingPrecedence');
  if (precedence < 1 || precedence > mostPrecedence) {
    reportInvalid(problems, path, `must be between 1 and ${mostPrecedence}, not ${precedence}`);
  } else if (precedence === 1 && name !== 'exempt') {
    reportInvalid(problems, path, 'must be greater than 1, which is for the schema named exempt');
  }
}
