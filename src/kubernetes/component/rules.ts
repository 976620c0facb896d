import type { KindRules } from '../rule.ts';
import { checkEncryptionConfiguration } from './encryption-rules.ts';
import { checkKubeconfig } from './kubeconfig-rules.ts';
import { checkKubeletConfiguration } from './kubelet-rules.ts';
import { checkAuditPolicy, checkPodSecurity } from './policy-rules.ts';
import { checkProxyConfiguration } from './proxy-rules.ts';
import { checkSchedulerConfiguration } from './scheduler-rules.ts';

/** What components check in code when they read their configuration, and clients their kubeconfig. */
export const componentRules: KindRules = {
  'apiserver.config.k8s.io/v1/EncryptionConfiguration': checkEncryptionConfiguration,
  'audit.k8s.io/v1/Policy': checkAuditPolicy,
  'kubelet.config.k8s.io/v1beta1/KubeletConfiguration': checkKubeletConfiguration,
  'kubeproxy.config.k8s.io/v1alpha1/KubeProxyConfiguration': checkProxyConfiguration,
  'kubescheduler.config.k8s.io/v1/KubeSchedulerConfiguration': checkSchedulerConfiguration,
  'pod-security.admission.config.k8s.io/v1/PodSecurityConfiguration': checkPodSecurity,
  'v1/Config': checkKubeconfig,
  'v1/EncryptionConfig': checkEncryptionConfiguration,
};
