import { flag, list, map, present, text, whole } from '../meta/fields.ts';
import type { KindRule } from '../rule.ts';
import { checkDuration, duration, minute, second } from './config-duration.ts';
import { type ConfigPart, checkHiddenMetrics, checkNumber, checkOneOf, refuse } from './config-field.ts';
import { checkEnforcement } from './kubelet-enforcement.ts';
import { checkGated } from './kubelet-gated.ts';
import { checkEviction, checkReserved } from './kubelet-resources.ts';
import { checkTaints } from './node-taints.ts';

/** Fields and the least and the most that they may be. */
const ranges: readonly (readonly [string, number, number?])[] = [
  ['containerLogMaxWorkers', 1],
  ['eventBurst', 0],
  ['eventRecordQPS', 0],
  ['healthzPort', 0, 65_535],
  ['imageGCHighThresholdPercent', 0, 100],
  ['imageGCLowThresholdPercent', 0, 100],
  ['iptablesDropBit', 0, 31],
  ['iptablesMasqueradeBit', 0, 31],
  ['kubeAPIBurst', 0],
  ['kubeAPIQPS', 0],
  ['maxOpenFiles', 0],
  ['maxParallelImagePulls', 1],
  ['maxPods', 0],
  ['nodeLeaseDurationSeconds', 0],
  ['nodeStatusMaxImages', -1],
  ['oomScoreAdj', -1000, 1000],
  ['podsPerCore', 0],
  ['port', 0, 65_535],
  ['readOnlyPort', 0, 65_535],
  ['registryBurst', 0],
  ['registryPullQPS', 0],
];

const choices: readonly (readonly [string, readonly string[]])[] = [
  ['cgroupDriver', ['cgroupfs', 'systemd']],
  ['cpuManagerPolicy', ['none', 'static']],
  ['hairpinMode', ['hairpin-veth', 'none', 'promiscuous-bridge']],
  ['memoryManagerPolicy', ['None', 'Static']],
  ['topologyManagerPolicy', ['best-effort', 'none', 'restricted', 'single-numa-node']],
  ['topologyManagerScope', ['container', 'pod']],
];

/**
 * What the kubelet does not start with.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/kubelet/apis/config/validation/validation.go
 */
export const checkKubeletConfiguration: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  for (const [key, least, most] of ranges) checkNumber(part, key, least, most);
  for (const [key, allowed] of choices) checkOneOf(part, key, allowed);
  checkHiddenMetrics(part);
  checkNested(part);
  checkImageCollection(part);
  checkShutdown(part);
  checkLogs(part);
  checkEnforcement(part);
  checkReserved(part);
  checkEviction(part);
  checkTaints(part, 'registerWithTaints');
  checkGated(part);
  checkOthers(part);
};

function checkNested(part: ConfigPart): void {
  const { object } = part;
  const nested = (key: string): ConfigPart => ({
    ...part,
    object: map(object, key) ?? {},
    path: { parent: part.path, key },
  });
  checkOneOf(nested('authorization'), 'mode', ['AlwaysAllow', 'Webhook']);
  checkOneOf(nested('memorySwap'), 'swapBehavior', ['LimitedSwap', 'NoSwap']);
  checkOneOf(nested('logging'), 'format', ['json', 'text']);
}

function checkImageCollection(part: ConfigPart): void {
  const { object } = part;
  const high = whole(object, 'imageGCHighThresholdPercent') ?? 85;
  const low = whole(object, 'imageGCLowThresholdPercent') ?? 80;
  if (low >= high) {
    const key = present(object['imageGCLowThresholdPercent'])
      ? 'imageGCLowThresholdPercent'
      : 'imageGCHighThresholdPercent';
    refuse(
      part,
      key,
      `makes imageGCLowThresholdPercent (${low}) no less than imageGCHighThresholdPercent (${high})`,
    );
  }
  const oldest = duration(object, 'imageMaximumGCAge') ?? 0n;
  // Zero is what nobody set.
  const youngest = duration(object, 'imageMinimumGCAge') || 2n * minute;
  if (oldest < 0n) refuse(part, 'imageMaximumGCAge', 'must not be negative');
  else if (oldest > 0n && oldest <= youngest)
    refuse(part, 'imageMaximumGCAge', 'must be more than imageMinimumGCAge');
  if (flag(object, 'serializeImagePulls') === true && (whole(object, 'maxParallelImagePulls') ?? 1) > 1)
    refuse(part, 'maxParallelImagePulls', 'must not be more than 1 while serializeImagePulls is true');
}

function checkShutdown(part: ConfigPart): void {
  const { object } = part;
  const zeroOrSecond = (value: bigint): boolean => value === 0n || value >= second;
  checkDuration(part, 'shutdownGracePeriod', zeroOrSecond, '0 or at least 1s');
  checkDuration(part, 'shutdownGracePeriodCriticalPods', zeroOrSecond, '0 or at least 1s');
  const all = duration(object, 'shutdownGracePeriod') ?? 0n;
  const critical = duration(object, 'shutdownGracePeriodCriticalPods') ?? 0n;
  if (critical > all)
    refuse(part, 'shutdownGracePeriodCriticalPods', 'must not be more than shutdownGracePeriod');
  if (list(object, 'shutdownGracePeriodByPodPriority').length > 0 && (all > 0n || critical > 0n))
    refuse(part, 'shutdownGracePeriodByPodPriority', 'cannot be set beside shutdownGracePeriod');
}

function checkLogs(part: ConfigPart): void {
  const { object } = part;
  const files = whole(object, 'containerLogMaxFiles');
  if (files !== undefined && files <= 1)
    refuse(part, 'containerLogMaxFiles', `must be at least 2, not ${files}`);
  checkDuration(part, 'containerLogMonitorInterval', (value) => value >= 3n * second, 'at least 3s');
  const folder = text(object, 'podLogsDir');
  if (folder !== '' && !isCleanPath(folder))
    refuse(part, 'podLogsDir', 'must be an absolute path without . or .. or // in it');
}

function isCleanPath(path: string): boolean {
  if (path === '/') return true;
  return (
    path.startsWith('/') &&
    path
      .slice(1)
      .split('/')
      .every((step) => step !== '' && step !== '.' && step !== '..')
  );
}

function checkOthers(part: ConfigPart): void {
  const { object, minor } = part;
  if (text(object, 'systemCgroups') !== '' && text(object, 'cgroupRoot') === '')
    refuse(part, 'systemCgroups', 'needs cgroupRoot beside it');
  if (minor >= 32 && flag(object, 'runOnce') === true)
    refuse(part, 'runOnce', 'must not be true: that mode is gone');
  const factor = object['memoryThrottlingFactor'];
  if (typeof factor === 'number' && (factor <= 0 || factor > 1))
    refuse(part, 'memoryThrottlingFactor', `must be more than 0 and at most 1, not ${factor}`);
}
