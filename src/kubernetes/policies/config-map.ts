import { child, type FieldPath, formatPath } from '../field-path.ts';
import { decodeBase64, mostBytes } from '../meta/base64.ts';
import { entryText, map } from '../meta/fields.ts';
import { configMapKey, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/validation.go (ValidateConfigMap)

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const dataPath = child(undefined, 'data');
const binaryPath = child(undefined, 'binaryData');

/** Bytes of all values of a ConfigMap or a Secret: 1 MiB. */
const mostDataBytes = 1024 * 1024;

/** Checks a ConfigMap. */
export function checkConfigMap(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const data = map(object, 'data');
  const binary = map(object, 'binaryData');
  if (data) checkKeys(data, dataPath, problems);
  if (binary) checkKeys(binary, binaryPath, problems);
  if (data && binary) {
    for (const key of Object.keys(data)) {
      if (!Object.hasOwn(binary, key)) continue;
      reportInvalid(problems, child(dataPath, key), 'must not be in binaryData too');
    }
  }
  checkSize(textSize(data) + base64Size(binary), () => exactSize(data, binary), problems);
}

/** Keys of `data` of ConfigMaps and Secrets. */
export function checkKeys(data: JsonObject, path: FieldPath, problems: Problems): void {
  for (const key of Object.keys(data)) {
    if (configMapKey.test(key)) continue;
    const message = `${formatPath(path)} has the key ${quoted(key)}, which must be ${configMapKey.words}`;
    problems.key('manifest/name', child(path, key), message);
  }
}

/** Adds a problem when all values together are too large; counts only where an estimate is over the limit. */
export function checkSize(estimate: number, count: () => number, problems: Problems): void {
  if (estimate <= mostDataBytes) return;
  const bytes = count();
  if (bytes <= mostDataBytes) return;
  const message = `data must be at most ${mostDataBytes} bytes in all, and has ${bytes}`;
  problems.key('manifest/too-long', dataPath, message);
}

/** An upper limit of the bytes of texts: a UTF-16 unit takes at most three. */
export function textSize(data: JsonObject | undefined): number {
  let size = 0;
  for (const key of data ? Object.keys(data) : []) size += entryText(data?.[key]).length * 3;
  return size;
}

/** An upper limit of the bytes of base64 values. */
export function base64Size(data: JsonObject | undefined): number {
  let size = 0;
  for (const key of data ? Object.keys(data) : []) size += mostBytes(data?.[key]);
  return size;
}

function exactSize(data: JsonObject | undefined, binary: JsonObject | undefined): number {
  let size = 0;
  for (const key of Object.keys(data ?? {})) size += Buffer.byteLength(entryText(data?.[key]));
  for (const key of Object.keys(binary ?? {})) size += decodeBase64(binary?.[key])?.length ?? 0;
  return size;
}
