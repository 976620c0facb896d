/** What a typed resource of the Kubernetes provider creates. */
export interface CreatedKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** Version whose fields stand for those of one that the tables no longer describe. */
  readonly shape: string;
}

/**
 * By type, without `kubernetes_`.
 * https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs
 */
const kinds: Readonly<Record<string, string>> = {
  cluster_role: 'rbac.authorization.k8s.io/v1 ClusterRole',
  cluster_role_binding: 'rbac.authorization.k8s.io/v1 ClusterRoleBinding',
  config_map: 'v1 ConfigMap',
  cron_job: 'batch/v1beta1 CronJob batch/v1',
  cron_job_v1: 'batch/v1 CronJob',
  csi_driver: 'storage.k8s.io/v1beta1 CSIDriver storage.k8s.io/v1',
  csi_driver_v1: 'storage.k8s.io/v1 CSIDriver',
  daemon_set_v1: 'apps/v1 DaemonSet',
  daemonset: 'apps/v1 DaemonSet',
  deployment: 'apps/v1 Deployment',
  endpoint_slice_v1: 'discovery.k8s.io/v1 EndpointSlice',
  endpoints: 'v1 Endpoints',
  horizontal_pod_autoscaler: 'autoscaling/v1 HorizontalPodAutoscaler',
  horizontal_pod_autoscaler_v1: 'autoscaling/v1 HorizontalPodAutoscaler',
  horizontal_pod_autoscaler_v2: 'autoscaling/v2 HorizontalPodAutoscaler',
  horizontal_pod_autoscaler_v2beta2: 'autoscaling/v2beta2 HorizontalPodAutoscaler autoscaling/v2',
  ingress: 'extensions/v1beta1 Ingress networking.k8s.io/v1',
  ingress_v1: 'networking.k8s.io/v1 Ingress',
  ingress_class: 'networking.k8s.io/v1 IngressClass',
  job: 'batch/v1 Job',
  limit_range: 'v1 LimitRange',
  mutating_webhook_configuration: 'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration',
  namespace: 'v1 Namespace',
  network_policy: 'networking.k8s.io/v1 NetworkPolicy',
  persistent_volume: 'v1 PersistentVolume',
  persistent_volume_claim: 'v1 PersistentVolumeClaim',
  pod: 'v1 Pod',
  pod_disruption_budget: 'policy/v1beta1 PodDisruptionBudget policy/v1',
  pod_disruption_budget_v1: 'policy/v1 PodDisruptionBudget',
  priority_class: 'scheduling.k8s.io/v1 PriorityClass',
  replication_controller: 'v1 ReplicationController',
  resource_quota: 'v1 ResourceQuota',
  role: 'rbac.authorization.k8s.io/v1 Role',
  role_binding: 'rbac.authorization.k8s.io/v1 RoleBinding',
  runtime_class: 'node.k8s.io/v1 RuntimeClass',
  secret: 'v1 Secret',
  service: 'v1 Service',
  service_account: 'v1 ServiceAccount',
  stateful_set: 'apps/v1 StatefulSet',
  storage_class: 'storage.k8s.io/v1 StorageClass',
  validating_webhook_configuration: 'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration',
};

/** The kind that a type creates, `kubernetes_service_v1`; undefined for those that create none, or one of a CRD. */
export function createdKind(type: string): CreatedKind | undefined {
  const name = type.replace(/^kubernetes_/, '');
  // Most types have a second name that says the version; it is the only version they ever had.
  const row = [name, name.replace(/_v1$/, '')].find((key) => Object.hasOwn(kinds, key));
  const [apiVersion, kind, shape] = row === undefined ? [] : (kinds[row] ?? '').split(' ');
  if (apiVersion === undefined || kind === undefined) return undefined;
  return { apiVersion, kind, shape: shape ?? apiVersion };
}
