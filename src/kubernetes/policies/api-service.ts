import { child } from '../field-path.ts';
import { flag, map, present, text, whole } from '../meta/fields.ts';
import { checkName, dns1035Label, dns1123Subdomain, pathSegmentName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { checkRange, reportInvalid, reportMissing, requireText } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

// https://github.com/kubernetes/kube-aggregator/blob/v0.34.3/pkg/apis/apiregistration/validation/validation.go

const meta: ObjectMetaOptions = { name: pathSegmentName, namespaced: false, anyFinalizer: true };
const specPath = child(undefined, 'spec');
const mostGroupPriority = 20_000;
const mostVersionPriority = 1000;

/** Checks an APIService. */
export function checkApiService(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const spec = map(object, 'spec') ?? {};
  const group = text(spec, 'group');
  const version = text(spec, 'version');
  checkNames(map(object, 'metadata'), `${version}.${group}`, problems);
  if (group !== '') checkName(group, dns1123Subdomain, child(specPath, 'group'), problems);
  else if (version !== 'v1') reportMissing(problems, child(specPath, 'group'), 'unless the version is v1');
  checkName(version, dns1035Label, child(specPath, 'version'), problems);
  checkPriority(spec, 'groupPriorityMinimum', mostGroupPriority, problems);
  checkPriority(spec, 'versionPriority', mostVersionPriority, problems);
  checkService(spec, problems);
}

/** A name that the API server makes up can never be right. */
function checkNames(metadata: JsonObject | undefined, wanted: string, problems: Problems): void {
  for (const key of ['name', 'generateName']) {
    const name = text(metadata, key);
    if (name === '' || (name === wanted && text(metadata, 'name') !== '')) continue;
    const message = `metadata.${key} must be ${quoted(wanted)}, the version and the group`;
    problems.value('manifest/name', child(child(undefined, 'metadata'), key), message);
  }
}

function checkPriority(spec: JsonObject, key: string, most: number, problems: Problems): void {
  const value = whole(spec, key) ?? 0;
  if (value >= 1 && value <= most) return;
  reportInvalid(problems, child(specPath, key), `must be between 1 and ${most}, not ${value}`);
}

function checkService(spec: JsonObject, problems: Problems): void {
  const service = map(spec, 'service');
  const hasBundle = present(spec['caBundle']) && spec['caBundle'] !== '';
  const insecure = flag(spec, 'insecureSkipTLSVerify') === true;
  const insecurePath = child(specPath, 'insecureSkipTLSVerify');
  if (!service) {
    const local = 'must not be set without a service';
    if (hasBundle) reportInvalid(problems, child(specPath, 'caBundle'), local);
    if (insecure) reportInvalid(problems, insecurePath, local);
    return;
  }
  const path = child(specPath, 'service');
  requireText(problems, service, path, 'namespace');
  requireText(problems, service, path, 'name');
  checkRange(problems, service, path, 'port', 1, 65_535);
  if (insecure && hasBundle) reportInvalid(problems, insecurePath, 'must not be true where caBundle is set');
}
