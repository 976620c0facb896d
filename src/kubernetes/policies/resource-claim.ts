import { child, type FieldPath } from '../field-path.ts';
import { itemOf, list, map, present, text } from '../meta/fields.ts';
import { checkCount, eachItem, eachText } from '../meta/items.ts';
import { checkName, dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { reportDuplicate, reportInvalid, reportMissing } from '../meta/report.ts';
import { checkTemplateMeta } from '../pods/claim-template.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkDeviceConfig, mostConfigs } from './device-config.ts';
import { checkDeviceRequest } from './device-request.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/resource/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const specPath = child(undefined, 'spec');
const mostRequests = 32;
const longestDomain = 63;
const longestAttribute = 32;
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Checks a ResourceClaim. */
export function checkResourceClaim(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  checkDevices(map(map(object, 'spec'), 'devices'), child(specPath, 'devices'), context);
}

/** Checks a ResourceClaimTemplate. */
export function checkResourceClaimTemplate(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const spec = map(object, 'spec');
  const metadata = map(spec, 'metadata');
  if (metadata) checkTemplateMeta(metadata, child(specPath, 'metadata'), context);
  const devices = map(map(spec, 'spec'), 'devices');
  checkDevices(devices, child(child(specPath, 'spec'), 'devices'), context);
}

function checkDevices(devices: JsonObject | undefined, path: FieldPath, context: RuleContext): void {
  if (!devices) return;
  const { problems } = context;
  for (const key of ['requests', 'constraints', 'config']) {
    checkCount(problems, child(path, key), list(devices, key).length, mostConfigs);
  }
  const names = new Set<string>();
  eachItem(devices, 'requests', path, (request, at) => {
    checkDeviceRequest(request, at, context);
    const name = text(request, 'name');
    if (names.has(name)) reportDuplicate(problems, child(at, 'name'), name);
    names.add(name);
    for (const alternative of list(request, 'firstAvailable')) {
      names.add(`${name}/${text(itemOf(alternative), 'name')}`);
    }
  });
  eachItem(devices, 'constraints', path, (constraint, at) => {
    checkRequestNames(constraint, names, at, problems);
    checkAttribute(constraint, at, problems);
  });
  eachItem(devices, 'config', path, (config, at) => {
    checkRequestNames(config, names, at, problems);
    checkDeviceConfig(config, at, problems);
  });
}

function checkRequestNames(
  object: JsonObject,
  known: ReadonlySet<string>,
  path: FieldPath,
  problems: Problems,
): void {
  checkCount(problems, child(path, 'requests'), list(object, 'requests').length, mostRequests);
  const seen = new Set<string>();
  eachText(object, 'requests', path, (name, at) => {
    if (seen.has(name)) reportDuplicate(problems, at, name);
    seen.add(name);
    if (known.has(name) && name.split('/').every(dns1123Label.test)) return;
    reportInvalid(problems, at, `must name a request of the claim, and there is no ${quoted(name)}`);
  });
}

function checkAttribute(constraint: JsonObject, path: FieldPath, problems: Problems): void {
  const key = present(constraint['matchAttribute']) ? 'matchAttribute' : 'distinctAttribute';
  if (!present(constraint[key])) {
    reportMissing(problems, child(path, 'matchAttribute'));
    return;
  }
  const name = text(constraint, key);
  const at = child(path, key);
  const [domain = '', attribute, more] = name.split('/', 3);
  if (name === '') reportMissing(problems, at);
  else if (attribute === undefined || more !== undefined || domain === '') {
    // More slashes than one are not looked at, as they never were.
    if (more === undefined)
      reportInvalid(problems, at, `must be a name behind a domain, not ${quoted(name)}`);
  } else {
    const fits = attribute.length <= longestAttribute && domain.length <= longestDomain;
    if (!fits)
      reportInvalid(problems, at, 'must have at most 63 characters before the slash and 32 behind it');
    checkName(domain.toLowerCase(), dns1123Subdomain, at, problems);
    if (!identifier.test(attribute))
      reportInvalid(problems, at, `must end with an identifier, not ${quoted(name)}`);
  }
}
