import { child, type FieldPath } from '../field-path.ts';
import { map, text } from '../meta/fields.ts';
import { reportMissing, reportTooLong } from '../meta/report.ts';
import { checkCsiDriver } from '../pods/csi.ts';
import type { Problems } from '../problem.ts';
import type { JsonObject } from '../value.ts';

/** The most configurations of a class or of a claim. */
export const mostConfigs = 32;

const mostParameterBytes = 10 * 1024;

/** Checks one configuration for a driver of devices. */
export function checkDeviceConfig(config: JsonObject, path: FieldPath, problems: Problems): void {
  const opaque = map(config, 'opaque');
  const at = child(path, 'opaque');
  if (!opaque) {
    reportMissing(problems, at);
    return;
  }
  checkCsiDriver(text(opaque, 'driver'), child(at, 'driver'), problems);
  const parameters = map(opaque, 'parameters');
  if (!parameters) reportMissing(problems, child(at, 'parameters'));
  else if (jsonBytes(parameters) > mostParameterBytes) {
    reportTooLong(problems, child(at, 'parameters'), mostParameterBytes);
  }
}

function jsonBytes(value: JsonObject): number {
  const json = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'bigint' ? inner.toString() : inner,
  );
  return Buffer.byteLength(json);
}
