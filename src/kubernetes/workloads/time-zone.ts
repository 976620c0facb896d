import { didYouMean } from '../../model/did-you-mean.ts';
import { type FieldPath, formatPath } from '../field-path.ts';
import { quoted } from '../meta/quoted.ts';
import type { Problems } from '../problem.ts';
import type { JsonValue } from '../value.ts';
import { timeZoneNames } from './time-zone-names.ts';

/**
 * `timeZone` of a CronJob: a name of the IANA database, in its letter case. The API server brings the database of
 * its Go release: https://github.com/kubernetes/kubernetes/blob/v1.34.3/cmd/kube-apiserver/apiserver.go
 */
export function checkTimeZone(zone: JsonValue | undefined, path: FieldPath, problems: Problems): void {
  if (typeof zone !== 'string' || timeZoneNames().has(zone)) return;
  const near = didYouMean(zone, timeZoneNames());
  const message = `${formatPath(path)} must be a name of the IANA time zones, such as Europe/Berlin, not ${quoted(zone)}`;
  problems.value('manifest/invalid-value', path, message, near && `did you mean ${near}?`);
}
