import { child } from '../field-path.ts';
import { flag, list, map, text, whole } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import type { KindRule } from '../rule.ts';
import { isObject } from '../value.ts';
import { duration, second } from './config-duration.ts';
import { below, type ConfigPart, checkNumber, refuse } from './config-field.ts';

/** Extension points, whose plugins are switched on and off in each profile. */
const extensionPoints = [
  'bind',
  'filter',
  'multiPoint',
  'permit',
  'postBind',
  'postFilter',
  'preBind',
  'preEnqueue',
  'preFilter',
  'preScore',
  'queueSort',
  'reserve',
  'score',
];

/** Plugins that v1 has no more. */
const removedPlugins = ['AzureDiskLimits', 'CinderLimits', 'EBSLimits', 'GCEPDLimits'];

/**
 * What kube-scheduler does not start with.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/scheduler/apis/config/validation/validation.go
 */
export const checkSchedulerConfiguration: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  checkNumber(part, 'parallelism', 1);
  checkNumber(part, 'percentageOfNodesToScore', 0, 100);
  checkNumber(part, 'podInitialBackoffSeconds', 1);
  checkNumber(below(part, 'clientConnection', map(object, 'clientConnection')), 'burst', 0);
  const first = whole(object, 'podInitialBackoffSeconds') ?? 1;
  const most = whole(object, 'podMaxBackoffSeconds') ?? 10;
  if (most < first)
    refuse(part, 'podMaxBackoffSeconds', `must be no less than podInitialBackoffSeconds, which is ${first}`);
  checkElection(below(part, 'leaderElection', map(object, 'leaderElection')));
  checkProfiles(part);
  checkExtenders(part);
};

function checkElection(part: ConfigPart): void {
  const { object } = part;
  if (flag(object, 'leaderElect') === false) return;
  const lock = text(object, 'resourceLock') || 'leases';
  if (lock !== 'leases') refuse(part, 'resourceLock', `must be leases, not ${quoted(lock)}`);
  const lease = duration(object, 'leaseDuration') || 15n * second;
  const renew = duration(object, 'renewDeadline') || 10n * second;
  const retry = duration(object, 'retryPeriod') || 2n * second;
  if (lease <= renew) refuse(part, 'leaseDuration', 'must be more than renewDeadline');
  // The time between two tries is lengthened by up to a fifth.
  if (renew * 5n <= retry * 6n) refuse(part, 'renewDeadline', 'must be more than 1.2 times retryPeriod');
  if (retry < 0n) refuse(part, 'retryPeriod', 'must be more than 0');
}

function checkProfiles(part: ConfigPart): void {
  const names = new Set<string>();
  const sorters = new Set<string>();
  list(part.object, 'profiles').forEach((profile, index, all) => {
    if (!isObject(profile)) return;
    const here: ConfigPart = { ...part, object: profile, path: child(child(part.path, 'profiles'), index) };
    // A single profile without a name gets the default one.
    const name = text(profile, 'schedulerName') || (all.length === 1 ? 'default-scheduler' : '');
    if (name === '') refuse(here, 'schedulerName', 'must be set when there are several profiles');
    else if (names.has(name)) refuse(here, 'schedulerName', `repeats ${quoted(name)}`);
    names.add(name);
    checkNumber(here, 'percentageOfNodesToScore', 0, 100);
    checkPlugins(here);
    checkPluginConfig(here);
    sorters.add(JSON.stringify(map(map(profile, 'plugins'), 'queueSort') ?? {}));
    if (sorters.size > 1) refuse(here, 'plugins', 'must have the same queueSort as the other profiles');
  });
}

function checkPlugins(part: ConfigPart): void {
  const plugins = below(part, 'plugins', map(part.object, 'plugins'));
  for (const point of extensionPoints) {
    const set = below(plugins, point, map(plugins.object, point));
    list(set.object, 'enabled').forEach((plugin, index) => {
      const name = isObject(plugin) ? text(plugin, 'name') : '';
      const here: ConfigPart = { ...set, path: child(child(set.path, 'enabled'), index) };
      if (removedPlugins.includes(name) && point !== 'multiPoint')
        refuse(here, 'name', `names ${name}, which is gone`);
    });
  }
}

function checkPluginConfig(part: ConfigPart): void {
  const names = new Set<string>();
  list(part.object, 'pluginConfig').forEach((config, index) => {
    const name = isObject(config) ? text(config, 'name') : '';
    const here: ConfigPart = { ...part, path: child(child(part.path, 'pluginConfig'), index) };
    if (names.has(name)) refuse(here, 'name', `repeats ${quoted(name)}`);
    if (removedPlugins.includes(name)) refuse(here, 'name', `names ${name}, which is gone`);
    names.add(name);
  });
}

function checkExtenders(part: ConfigPart): void {
  let binders = 0;
  list(part.object, 'extenders').forEach((extender, index) => {
    if (!isObject(extender)) return;
    const here: ConfigPart = { ...part, object: extender, path: child(child(part.path, 'extenders'), index) };
    if (text(extender, 'prioritizeVerb') !== '' && (whole(extender, 'weight') ?? 0) <= 0)
      refuse(here, 'weight', 'must be more than 0 beside prioritizeVerb');
    if (text(extender, 'bindVerb') !== '') binders += 1;
    if (binders > 1) refuse(here, 'bindVerb', 'must be set in one extender alone');
  });
}
