import { child, type FieldPath } from '../field-path.ts';
import { domainPrefixedPath } from '../meta/domains.ts';
import { map, present, text } from '../meta/fields.ts';
import { checkName } from '../meta/names.ts';
import {
  checkPointedChoice,
  reportInvalid,
  reportMissing,
  reportTooLong,
  reportUnsupported,
} from '../meta/report.ts';
import { checkPodTemplate } from '../pods/pod-template.ts';
import type { Problems } from '../problem.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkNotNegative } from './counts.ts';
import { checkIndexed, checkNotIndexed } from './job-indexes.ts';
import { checkPodFailurePolicy } from './pod-failure-policy.ts';
import { checkSuccessPolicy } from './success-policy.ts';
import { templateOf } from './template.ts';

const completionModes = ['NonIndexed', 'Indexed'];
const replacements = ['Failed', 'TerminatingOrFailed'];
const failureReplacements = ['Failed'];
const longestManager = 63;

/** `spec` of a Job, or of the Jobs that a CronJob makes, without its selector. */
export function checkJobSpec(spec: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  checkCounts(spec, path, problems);
  checkManager(spec, path, problems);
  checkPointedChoice(problems, spec, path, 'completionMode', completionModes);
  const indexed = spec['completionMode'] === 'Indexed';
  if (indexed) checkIndexed(spec, path, problems);
  else if (spec['completionMode'] !== '') checkNotIndexed(spec, path, problems);
  const failurePolicy = map(spec, 'podFailurePolicy');
  if (failurePolicy) checkPodFailurePolicy(failurePolicy, spec, child(path, 'podFailurePolicy'), problems);
  const successPolicy = map(spec, 'successPolicy');
  if (successPolicy) {
    const at = child(path, 'successPolicy');
    if (indexed) checkSuccessPolicy(successPolicy, spec, at, problems);
    else reportInvalid(problems, at, 'must not be set unless completionMode is Indexed');
  }
  const allowed = failurePolicy ? failureReplacements : replacements;
  checkPointedChoice(problems, spec, path, 'podReplacementPolicy', allowed);
  checkPodTemplate(templateOf(spec), child(path, 'template'), context);
  checkRestartPolicy(spec, path, problems);
}

function checkCounts(spec: JsonObject, path: FieldPath, problems: Problems): void {
  checkNotNegative(
    problems,
    spec,
    path,
    'parallelism',
    'completions',
    'activeDeadlineSeconds',
    'backoffLimit',
  );
  checkNotNegative(
    problems,
    spec,
    path,
    'ttlSecondsAfterFinished',
    'backoffLimitPerIndex',
    'maxFailedIndexes',
  );
  if (!present(spec['maxFailedIndexes']) || present(spec['backoffLimitPerIndex'])) return;
  reportMissing(problems, child(path, 'backoffLimitPerIndex'), 'where maxFailedIndexes is');
}

function checkManager(spec: JsonObject, path: FieldPath, problems: Problems): void {
  const manager = spec['managedBy'];
  if (typeof manager !== 'string') return;
  const at = child(path, 'managedBy');
  if (manager === '') reportMissing(problems, at);
  else checkName(manager, domainPrefixedPath, at, problems, 'manifest/invalid-value');
  if (Buffer.byteLength(manager) > longestManager) reportTooLong(problems, at, longestManager);
}

const restartPolicies = ['OnFailure', 'Never'];

/** A Job's pods come to an end, so that the default, Always, will not do. */
function checkRestartPolicy(spec: JsonObject, path: FieldPath, problems: Problems): void {
  const restartPolicy = text(map(templateOf(spec), 'spec'), 'restartPolicy') || 'Always';
  const at = child(child(child(path, 'template'), 'spec'), 'restartPolicy');
  if (restartPolicy === 'Always') reportMissing(problems, at, 'to OnFailure or Never');
  else if (!restartPolicies.includes(restartPolicy)) {
    reportUnsupported(problems, at, restartPolicy, restartPolicies);
  } else if (restartPolicy !== 'Never' && present(spec['podFailurePolicy'])) {
    reportInvalid(problems, at, 'must be Never where there is a podFailurePolicy');
  }
}
