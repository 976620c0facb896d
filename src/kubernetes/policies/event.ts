import { child } from '../field-path.ts';
import { map, present, text, whole } from '../meta/fields.ts';
import { checkName, dns1123Subdomain, pathSegmentName, qualifiedName } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid, reportMissing } from '../meta/report.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/validation/events.go

const coreMeta: ObjectMetaOptions = { name: pathSegmentName, namespaced: true };
const eventsMeta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const types = ['Normal', 'Warning'];
const longestField = 128;
const longestNote = 1024;

/** The names of an event's fields in one of the two API groups that it is served in. */
interface EventFields {
  readonly object: string;
  readonly controller: string;
  readonly note: string;
}

const coreFields: EventFields = {
  object: 'involvedObject',
  controller: 'reportingComponent',
  note: 'message',
};
const eventsFields: EventFields = { object: 'regarding', controller: 'reportingController', note: 'note' };

/** Checks an Event of v1. */
export function checkCoreEvent(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, coreMeta, context);
  checkEither(object, coreFields, context.problems);
}

/** Checks an Event of events.k8s.io/v1, which leaves no field open. */
export function checkEvent(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, eventsMeta, context);
  const { problems } = context;
  checkEither(object, eventsFields, problems);
  if (!hasTime(object, 'eventTime')) reportMissing(problems, child(undefined, 'eventTime'));
  checkSeries(object, problems);
  const type = text(object, 'type');
  if (!types.includes(type)) {
    reportInvalid(problems, child(undefined, 'type'), `must be Normal or Warning, not ${quoted(type)}`);
  }
  const unset = (key: string) =>
    reportInvalid(problems, child(undefined, key), 'must not be set: it is of the old API');
  if (hasTime(object, 'deprecatedFirstTimestamp')) unset('deprecatedFirstTimestamp');
  if (hasTime(object, 'deprecatedLastTimestamp')) unset('deprecatedLastTimestamp');
  if ((whole(object, 'deprecatedCount') ?? 0) !== 0) unset('deprecatedCount');
  const source = map(object, 'deprecatedSource');
  if (text(source, 'component') !== '' || text(source, 'host') !== '') unset('deprecatedSource');
}

function hasTime(object: JsonObject, key: string): boolean {
  return present(object[key]) && !text(object, key).startsWith('0001-01-01T00:00:00');
}

function checkSeries(object: JsonObject, problems: Problems): void {
  const series = map(object, 'series');
  if (!series) return;
  const path = child(undefined, 'series');
  const count = whole(series, 'count') ?? 0;
  if (count < 2) reportInvalid(problems, child(path, 'count'), `must be at least 2, not ${count}`);
  if (!hasTime(series, 'lastObservedTime')) reportMissing(problems, child(path, 'lastObservedTime'));
}

function checkEither(object: JsonObject, fields: EventFields, problems: Problems): void {
  const namespace = text(map(object, 'metadata'), 'namespace') || 'default';
  const about = text(map(object, fields.object), 'namespace');
  const dated = hasTime(object, 'eventTime');
  if (!fits(namespace, about, dated)) {
    const path = child(child(undefined, fields.object), 'namespace');
    reportInvalid(problems, path, `must be ${quoted(namespace)}, the namespace of the event`);
  }
  if (dated) checkDated(object, fields, problems);
  checkName(namespace, dns1123Subdomain, child(child(undefined, 'metadata'), 'namespace'), problems);
}

/** Whether an event of one namespace may be about an object of the other, which is empty for the whole cluster. */
function fits(namespace: string, about: string, dated: boolean): boolean {
  if (about === '') return namespace === 'default' || (dated && namespace === 'kube-system');
  return dated || about === namespace;
}

/** Events with `eventTime` are of the new kind, and say more. */
function checkDated(object: JsonObject, { controller, note }: EventFields, problems: Problems): void {
  const name = text(object, controller);
  if (name === '') reportMissing(problems, child(undefined, controller), 'where eventTime is');
  else checkName(name, qualifiedName, child(undefined, controller), problems);
  for (const key of ['reportingInstance', 'action', 'reason']) {
    const value = text(object, key);
    if (value === '') reportMissing(problems, child(undefined, key), 'where eventTime is');
    checkLength(value, longestField, key, problems);
  }
  checkLength(text(object, note), longestNote, note, problems);
}

function checkLength(value: string, most: number, key: string, problems: Problems): void {
  if (Buffer.byteLength(value) <= most) return;
  reportInvalid(problems, child(undefined, key), `must be at most ${most} bytes long`);
}
