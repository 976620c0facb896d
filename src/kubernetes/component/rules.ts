import type { KindRules } from '../rule.ts';
import { checkAuthenticationConfiguration } from './authentication-rules.ts';
import { checkAuthorizationConfiguration } from './authorization-rules.ts';
import { checkEncryptionConfiguration } from './encryption-rules.ts';
import {
  checkClusterConfiguration,
  checkInitConfiguration,
  checkJoinConfiguration,
} from './kubeadm-rules.ts';
import { checkKubeconfig } from './kubeconfig-rules.ts';
import { checkKubeletConfiguration } from './kubelet-rules.ts';
import { checkAuditPolicy, checkPodSecurity } from './policy-rules.ts';
import { checkProxyConfiguration } from './proxy-rules.ts';
import { checkSchedulerConfiguration } from './scheduler-rules.ts';

/** What components check in code when they read their configuration, and clients their kubeconfig. */
export const componentRules: KindRules = {
  'apiserver.config.k8s.io/v1/AuthenticationConfiguration': checkAuthenticationConfiguration,
  'apiserver.config.k8s.io/v1/AuthorizationConfiguration': checkAuthorizationConfiguration,
  'apiserver.config.k8s.io/v1alpha1/AuthenticationConfiguration': checkAuthenticationConfiguration,
  'apiserver.config.k8s.io/v1alpha1/AuthorizationConfiguration': checkAuthorizationConfiguration,
  'apiserver.config.k8s.io/v1beta1/AuthenticationConfiguration': checkAuthenticationConfiguration,
  'apiserver.config.k8s.io/v1beta1/AuthorizationConfiguration': checkAuthorizationConfiguration,
  'apiserver.config.k8s.io/v1/EncryptionConfiguration': checkEncryptionConfiguration,
  'audit.k8s.io/v1/Policy': checkAuditPolicy,
  'kubeadm.k8s.io/v1/ClusterConfiguration': checkClusterConfiguration,
  'kubeadm.k8s.io/v1/InitConfiguration': checkInitConfiguration,
  'kubeadm.k8s.io/v1/JoinConfiguration': checkJoinConfiguration,
  'kubeadm.k8s.io/v1beta3/ClusterConfiguration': checkClusterConfiguration,
  'kubeadm.k8s.io/v1beta3/InitConfiguration': checkInitConfiguration,
  'kubeadm.k8s.io/v1beta3/JoinConfiguration': checkJoinConfiguration,
  'kubeadm.k8s.io/v1beta4/ClusterConfiguration': checkClusterConfiguration,
  'kubeadm.k8s.io/v1beta4/InitConfiguration': checkInitConfiguration,
  'kubeadm.k8s.io/v1beta4/JoinConfiguration': checkJoinConfiguration,
  'kubelet.config.k8s.io/v1beta1/KubeletConfiguration': checkKubeletConfiguration,
  'kubeproxy.config.k8s.io/v1alpha1/KubeProxyConfiguration': checkProxyConfiguration,
  'kubescheduler.config.k8s.io/v1/KubeSchedulerConfiguration': checkSchedulerConfiguration,
  'pod-security.admission.config.k8s.io/v1/PodSecurityConfiguration': checkPodSecurity,
  'pod-security.admission.config.k8s.io/v1beta1/PodSecurityConfiguration': checkPodSecurity,
  'v1/Config': checkKubeconfig,
  'v1/EncryptionConfig': checkEncryptionConfiguration,
};
