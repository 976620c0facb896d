import { child, type FieldPath } from '../field-path.ts';
import { map, present, text, whole } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import { checkRange, reportInvalid, reportMissing, requireText } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';
import { webhookUrlFault } from './webhook-url.ts';

// https://github.com/kubernetes/apiserver/blob/v0.34.3/pkg/util/webhook/validation.go

/** Checks `clientConfig` of a webhook: a URL or a service. */
export function checkWebhookClient(webhook: JsonObject, path: FieldPath, problems: Problems): void {
  const client = map(webhook, 'clientConfig');
  const at = child(path, 'clientConfig');
  const service = map(client, 'service');
  const hasUrl = present(client?.['url']);
  if (hasUrl === (service !== undefined)) {
    reportMissing(problems, at, 'with either url or service');
  } else if (service) {
    checkWebhookService(service, child(at, 'service'), problems);
  } else {
    const fault = webhookUrlFault(text(client, 'url'));
    if (fault !== undefined) reportInvalid(problems, child(at, 'url'), fault);
  }
}

/** A service that the API server calls. */
function checkWebhookService(service: JsonObject, path: FieldPath, problems: Problems): void {
  requireText(problems, service, path, 'name');
  requireText(problems, service, path, 'namespace');
  if (whole(service, 'port') !== undefined) checkRange(problems, service, path, 'port', 1, 65_535);
  const value = text(service, 'path');
  const at = child(path, 'path');
  if (value === '' || value === '/') return;
  if (!value.startsWith('/')) reportInvalid(problems, at, `must start with "/", not ${quoted(value)}`);
  // The API server drops the first character, whatever it is.
  const inner = value.slice(1);
  const steps = (inner.endsWith('/') ? inner.slice(0, -1) : inner).split('/');
  if (steps.every(dns1123Subdomain.test)) return;
  reportInvalid(problems, at, `must have DNS subdomains between its slashes, and is ${quoted(value)}`);
}
