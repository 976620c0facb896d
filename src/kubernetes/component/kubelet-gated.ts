import { child } from '../field-path.ts';
import { flag, list, map, present, text, whole } from '../meta/fields.ts';
import { checkDuration, duration, millisecond, second } from './config-duration.ts';
import { below, type ConfigPart, checkWord, refuse } from './config-field.ts';

/** Feature gates of fields, and the minor that first had them switched on. https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/features/kube_features.go */
const gates = {
  CustomCPUCFSQuotaPeriod: 36,
  KubeletCrashLoopBackOffMax: 35,
  KubeletEnsureSecretPulledImages: 35,
  NodeLogQuery: 36,
} as const;

const pullPolicies = [
  'AlwaysVerify',
  'NeverVerify',
  'NeverVerifyAllowlistedImages',
  'NeverVerifyPreloadedImages',
];

/** User namespaces are given out in pieces of this size. */
const idsOfPod = 65_536;

/** Fields of the kubelet that only count behind a feature gate, and are refused without it. */
export function checkGated(part: ConfigPart): void {
  checkQuotaPeriod(part);
  checkPullVerification(part);
  checkCrashLoop(part);
  const { object } = part;
  if (flag(object, 'enableSystemLogQuery') === true) {
    if (flag(object, 'enableSystemLogHandler') === false)
      refuse(part, 'enableSystemLogQuery', 'needs enableSystemLogHandler: true');
    needGate(part, 'enableSystemLogQuery', 'NodeLogQuery');
  }
  const ids = whole(map(object, 'userNamespaces'), 'idsPerPod');
  if (ids !== undefined && (ids < idsOfPod || ids % idsOfPod !== 0 || ids >= 2 ** 32))
    refuse(
      { ...part, path: child(part.path, 'userNamespaces') },
      'idsPerPod',
      `must be a multiple of ${idsOfPod}`,
    );
}

function isOn({ object, minor }: ConfigPart, gate: keyof typeof gates): boolean {
  return flag(map(object, 'featureGates'), gate) ?? minor >= gates[gate];
}

/** True when the gate is on; a problem otherwise. */
function needGate(part: ConfigPart, key: string, gate: keyof typeof gates): boolean {
  const on = isOn(part, gate);
  if (!on) refuse(part, key, `needs the feature gate ${gate}, which is off in Kubernetes 1.${part.minor}`);
  return on;
}

function checkQuotaPeriod(part: ConfigPart): void {
  const period = duration(part.object, 'cpuCFSQuotaPeriod');
  if (period === undefined || period === 100n * millisecond) return;
  if (!needGate(part, 'cpuCFSQuotaPeriod', 'CustomCPUCFSQuotaPeriod')) return;
  checkDuration(
    part,
    'cpuCFSQuotaPeriod',
    (value) => value >= millisecond && value <= second,
    'from 1ms to 1s',
  );
}

function checkPullVerification(part: ConfigPart): void {
  const policy = text(part.object, 'imagePullCredentialsVerificationPolicy');
  const allowed = list(part.object, 'preloadedImagesVerificationAllowlist').length > 0;
  const gate = 'KubeletEnsureSecretPulledImages';
  if (policy !== '' && needGate(part, 'imagePullCredentialsVerificationPolicy', gate))
    checkWord(part, 'imagePullCredentialsVerificationPolicy', policy, pullPolicies);
  if (!allowed || !needGate(part, 'preloadedImagesVerificationAllowlist', gate)) return;
  if (policy !== 'NeverVerifyAllowlistedImages')
    refuse(
      part,
      'preloadedImagesVerificationAllowlist',
      'needs imagePullCredentialsVerificationPolicy: NeverVerifyAllowlistedImages',
    );
}

function checkCrashLoop(part: ConfigPart): void {
  const loop = below(part, 'crashLoopBackOff', map(part.object, 'crashLoopBackOff'));
  if (!present(loop.object['maxContainerRestartPeriod'])) return;
  if (!isOn(part, 'KubeletCrashLoopBackOffMax')) {
    const words = `needs the feature gate KubeletCrashLoopBackOffMax, which is off in Kubernetes 1.${part.minor}`;
    refuse(loop, 'maxContainerRestartPeriod', words);
    return;
  }
  checkDuration(
    loop,
    'maxContainerRestartPeriod',
    (value) => value >= second && value <= 300n * second,
    'from 1s to 300s',
  );
}
