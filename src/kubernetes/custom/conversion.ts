import { child, type FieldPath } from '../field-path.ts';
import { parseRequestUri } from '../golang/request-uri.ts';
import { list, map, present, text, whole } from '../meta/fields.ts';
import { dns1035Label, dns1123Subdomain } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import type { JsonObject } from '../value.ts';
import type { DefinitionReport } from './definition-report.ts';

/** Checks how objects of one version are made into those of another. */
export function checkConversion(
  conversion: JsonObject | undefined,
  path: FieldPath,
  report: DefinitionReport,
): void {
  if (!conversion || !report.require(conversion, 'strategy', path)) return;
  const { strategy } = conversion;
  const webhook = map(conversion, 'webhook');
  if (strategy === 'Webhook') {
    checkWebhook(webhook, child(path, 'webhook'), report);
    return;
  }
  if (strategy !== 'None')
    report.say(child(path, 'strategy'), `must be None or Webhook, not ${quoted(strategy)}`);
  if (!webhook) return;
  const isUsed = present(webhook['clientConfig']) || list(webhook, 'conversionReviewVersions').length > 0;
  if (isUsed) report.say(child(path, 'webhook'), 'must not be set when strategy is not Webhook');
}

function checkWebhook(webhook: JsonObject | undefined, path: FieldPath, report: DefinitionReport): void {
  const config = map(webhook, 'clientConfig');
  if (config) checkClient(config, child(path, 'clientConfig'), report);
  else report.say(child(path, 'clientConfig'), 'must be set when strategy is Webhook');
  checkReviewVersions(webhook, child(path, 'conversionReviewVersions'), report);
}

function checkClient(config: JsonObject, path: FieldPath, report: DefinitionReport): void {
  const service = map(config, 'service');
  const hasUrl = present(config['url']);
  if (hasUrl === (service !== undefined)) report.say(path, 'must have exactly one of url and service');
  else if (service) checkService(service, child(path, 'service'), report);
  else checkUrl(text(config, 'url'), child(path, 'url'), report);
}

function checkUrl(url: string, path: FieldPath, report: DefinitionReport): void {
  const parsed = parseRequestUri(url.replace(/#.*$/s, ''));
  const isGood = parsed?.scheme === 'https' && parsed.host !== '' && parsed.query === '';
  if (isGood && !/#./.test(url) && !/^https:\/\/[^/]*@/i.test(url)) return;
  report.say(path, `must be https://host[/path], without user, query and fragment, not ${quoted(url)}`);
}

const mostPorts = 65535;

function checkService(service: JsonObject, path: FieldPath, report: DefinitionReport): void {
  report.require(service, 'name', path);
  report.require(service, 'namespace', path);
  const port = whole(service, 'port');
  if (port !== undefined && (port < 1 || port > mostPorts)) {
    report.say(child(path, 'port'), `must be a port, 1 to ${mostPorts}, not ${port}`);
  }
  const urlPath = text(service, 'path');
  if (urlPath === '' || urlPath === '/') return;
  const steps = urlPath.slice(1).replace(/\/$/, '').split('/');
  const isGood = urlPath.startsWith('/') && steps.every((step) => dns1123Subdomain.test(step));
  if (!isGood)
    report.say(child(path, 'path'), `must be a path of DNS names, such as /convert, not ${quoted(urlPath)}`);
}

function checkReviewVersions(
  webhook: JsonObject | undefined,
  path: FieldPath,
  report: DefinitionReport,
): void {
  const versions = list(webhook, 'conversionReviewVersions');
  if (versions.length === 0) {
    report.say(path, 'must be set when strategy is Webhook');
    return;
  }
  for (const [index, version] of versions.entries()) {
    const at = child(path, index);
    if (versions.indexOf(version) < index) report.say(at, `must not repeat ${quoted(version)}`);
    else if (typeof version !== 'string' || !dns1035Label.test(version)) {
      report.say(at, `must be ${dns1035Label.words}, not ${quoted(version)}`);
    }
  }
  if (!versions.includes('v1') && !versions.includes('v1beta1')) {
    report.say(path, 'must include v1 or v1beta1, which are all that API servers know');
  }
}
