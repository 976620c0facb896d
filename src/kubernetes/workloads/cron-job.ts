import { child } from '../field-path.ts';
import { map, present, text } from '../meta/fields.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, nameOf, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { checkChoice, reportForbidden, reportInvalid, reportMissing } from '../meta/report.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkNotNegative } from './counts.ts';
import { cronMistake } from './cron-schedule.ts';
import { checkJobSpec } from './job-spec.ts';
import { checkTimeZone } from './time-zone.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/batch/validation/validation.go
const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true, resetsGeneration: true };
const namePath = child(child(undefined, 'metadata'), 'name');
const specPath = child(undefined, 'spec');
const jobSpecPath = child(child(specPath, 'jobTemplate'), 'spec');
const concurrencyPolicies = ['Allow', 'Forbid', 'Replace'];
// A Job's name is a label of at most 63 characters, and ends in `-` and the time.
const longestName = 52;

/** batch/v1 CronJob. */
export function checkCronJob(object: JsonObject, context: RuleContext): void {
  const { problems } = context;
  checkObjectMeta(object, meta, context);
  const name = nameOf(object);
  if (name.length > longestName) {
    const words = `must have at most ${longestName} characters, because its Jobs are named for it`;
    problems.value('manifest/name', namePath, `metadata.name ${words}, not ${name.length}`);
  }
  const spec = map(object, 'spec') ?? {};
  checkSchedule(spec, context);
  checkNotNegative(problems, spec, specPath, 'startingDeadlineSeconds');
  checkNotNegative(problems, spec, specPath, 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit');
  checkTimeZone(spec['timeZone'], child(specPath, 'timeZone'), problems);
  checkChoice(problems, spec, specPath, 'concurrencyPolicy', concurrencyPolicies);
  checkJobTemplate(map(map(spec, 'jobTemplate'), 'spec') ?? {}, context);
}

function checkSchedule(spec: JsonObject, { problems }: RuleContext): void {
  const schedule = text(spec, 'schedule');
  const path = child(specPath, 'schedule');
  if (schedule === '') reportMissing(problems, path);
  else if (schedule.includes('TZ')) {
    reportInvalid(problems, path, 'must not name a time zone, which belongs in spec.timeZone');
  } else {
    const mistake = cronMistake(schedule);
    if (mistake) reportInvalid(problems, path, `${mistake}, not ${quoted(schedule)}`);
  }
}

function checkJobTemplate(spec: JsonObject, context: RuleContext): void {
  const { problems } = context;
  checkJobSpec(spec, jobSpecPath, context);
  if (present(spec['selector'])) {
    const words = 'must not be set, because the API server makes it';
    reportInvalid(problems, child(jobSpecPath, 'selector'), words);
  }
  if (spec['manualSelector'] === true) {
    reportForbidden(problems, child(jobSpecPath, 'manualSelector'), 'must not be true for a CronJob');
  }
}
