import type { RuleContext } from '../rule.ts';

// The minor in which the gate is on by default. Before, the API server drops the fields of a feature when it gets
// an object, so that nothing checks them:
// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/api/pod/util.go (dropDisabledFields)
// https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/features/kube_features.go
const onSince = {
  RelaxedEnvironmentVariableValidation: 32,
  InPlacePodVerticalScaling: 33,
  PodLifecycleSleepActionAllowZero: 33,
  ProcMountType: 33,
  RelaxedDNSSearchValidation: 33,
  SELinuxChangePolicy: 33,
  SupplementalGroupsPolicy: 33,
  UserNamespacesSupport: 33,
  DynamicResourceAllocation: 34,
  MatchLabelKeysInPodTopologySpreadSelectorMerge: 34,
  PodLevelResources: 34,
  VolumeAttributesClass: 34,
  ContainerRestartRules: 35,
  EnvFiles: 35,
  HostnameOverride: 35,
  ImageVolume: 35,
  RestartAllContainersOnContainerExits: 36,
  StrictIPCIDRValidation: 36,
  ClusterTrustBundleProjection: 37,
  PodCertificateRequest: 37,
  SELinuxMount: 37,
} as const;

/** A feature gate of the API server that decides what is checked in a pod. */
export type Feature = keyof typeof onSince;

/** Whether the gate is on by default in the context's minor. */
export function hasFeature(context: RuleContext, feature: Feature): boolean {
  return context.minor >= onSince[feature];
}
