import { child, type FieldPath } from '../field-path.ts';
import { entryText, itemOf, list, map, text } from '../meta/fields.ts';
import { checkName, dns1123Subdomain } from '../meta/names.ts';
import { checkChoice, reportInvalid, reportMissing } from '../meta/report.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { hasFeature } from './features.ts';
import { checkIp } from './ip.ts';
import type { PodScope } from './pod-scope.ts';

const policies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];
const mostNameservers = 3;
const mostSearches = 32;
const mostSearchBytes = 2048;

/** `dnsPolicy` and `dnsConfig`. */
export function checkDns(scope: PodScope): void {
  const { spec, path, problems } = scope;
  checkChoice(problems, spec, path, 'dnsPolicy', policies);
  const config = map(spec, 'dnsConfig');
  const nameservers = list(config, 'nameservers');
  const at = child(path, 'dnsConfig');
  if (text(spec, 'dnsPolicy') === 'None' && nameservers.length === 0) {
    reportMissing(problems, config ? child(at, 'nameservers') : at, 'with dnsPolicy: None');
    return;
  }
  if (config) checkConfig(config, at, scope);
}

function checkConfig(config: JsonObject, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  const nameservers = list(config, 'nameservers');
  const at = child(path, 'nameservers');
  if (nameservers.length > mostNameservers) {
    reportInvalid(problems, at, `must have at most ${mostNameservers} servers, not ${nameservers.length}`);
  }
  for (let index = 0; index < nameservers.length; index += 1) {
    checkIp(entryText(nameservers[index]), child(at, index), scope);
  }
  checkSearches(list(config, 'searches'), child(path, 'searches'), scope);
  const options = list(config, 'options');
  for (let index = 0; index < options.length; index += 1) {
    if (text(itemOf(options[index]), 'name') !== '') continue;
    reportMissing(problems, child(child(child(path, 'options'), index), 'name'));
  }
}

function checkSearches(searches: JsonArray, path: FieldPath, scope: PodScope): void {
  const { problems } = scope;
  if (searches.length > mostSearches) {
    reportInvalid(problems, path, `must have at most ${mostSearches} domains, not ${searches.length}`);
  }
  if (Buffer.byteLength(searches.map(entryText).join(' ')) > mostSearchBytes) {
    reportInvalid(problems, path, `must have at most ${mostSearchBytes} characters, spaces between included`);
  }
  const relaxed = hasFeature(scope, 'RelaxedDNSSearchValidation');
  for (let index = 0; index < searches.length; index += 1) {
    const written = entryText(searches[index]);
    if (relaxed && written === '.') continue;
    const search = written.endsWith('.') ? written.slice(0, -1) : written;
    if (relaxed && isDomainWithUnderscores(search)) continue;
    checkName(search, dns1123Subdomain, child(path, index), problems);
  }
}

const longestDomain = 253;
const partWithUnderscores = /^_?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/;

function isDomainWithUnderscores(domain: string): boolean {
  return domain.length <= longestDomain && domain.split('.').every((part) => partWithUnderscores.test(part));
}
