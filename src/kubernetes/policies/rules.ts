import type { KindRules } from '../rule.ts';
import {
  checkLocalSubjectAccessReview,
  checkSelfSubjectAccessReview,
  checkSelfSubjectRulesReview,
  checkSubjectAccessReview,
  checkTokenReview,
} from './access-review.ts';
import { checkAdmissionPolicy } from './admission-policy.ts';
import { checkAdmissionPolicyBinding } from './admission-policy-binding.ts';
import { checkApiService } from './api-service.ts';
import { checkBinding } from './binding.ts';
import { checkCertificateSigningRequest } from './certificate-signing-request.ts';
import { checkConfigMap } from './config-map.ts';
import { checkDeviceClass } from './device-class.ts';
import { checkCoreEvent, checkEvent } from './event.ts';
import { checkFlowSchema } from './flow-schema.ts';
import { checkLimitRange } from './limit-range.ts';
import { checkNamespace } from './namespace.ts';
import { checkNode } from './node.ts';
import { checkPriorityLevel } from './priority-level.ts';
import { checkResourceClaim, checkResourceClaimTemplate } from './resource-claim.ts';
import { checkResourceQuota } from './resource-quota.ts';
import { checkClusterRole, checkRole } from './role.ts';
import { checkClusterRoleBinding, checkRoleBinding } from './role-binding.ts';
import { checkSecret } from './secret.ts';
import { checkServiceAccount } from './service-account.ts';
import { checkMutatingWebhooks, checkValidatingWebhooks } from './webhook-configuration.ts';

/** What the API server checks in code for access, quotas, admission and other policies, and for plain data. */
export const policyRules: KindRules = {
  'v1/Binding': checkBinding,
  'v1/ConfigMap': checkConfigMap,
  'v1/Event': checkCoreEvent,
  'v1/LimitRange': checkLimitRange,
  'v1/Namespace': checkNamespace,
  'v1/Node': checkNode,
  'v1/ResourceQuota': checkResourceQuota,
  'v1/Secret': checkSecret,
  'v1/ServiceAccount': checkServiceAccount,
  'admissionregistration.k8s.io/v1/MutatingWebhookConfiguration': checkMutatingWebhooks,
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy': checkAdmissionPolicy,
  'admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding': checkAdmissionPolicyBinding,
  'admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration': checkValidatingWebhooks,
  'apiregistration.k8s.io/v1/APIService': checkApiService,
  'authentication.k8s.io/v1/TokenReview': checkTokenReview,
  'authorization.k8s.io/v1/LocalSubjectAccessReview': checkLocalSubjectAccessReview,
  'authorization.k8s.io/v1/SelfSubjectAccessReview': checkSelfSubjectAccessReview,
  'authorization.k8s.io/v1/SelfSubjectRulesReview': checkSelfSubjectRulesReview,
  'authorization.k8s.io/v1/SubjectAccessReview': checkSubjectAccessReview,
  'certificates.k8s.io/v1/CertificateSigningRequest': checkCertificateSigningRequest,
  'events.k8s.io/v1/Event': checkEvent,
  'flowcontrol.apiserver.k8s.io/v1/FlowSchema': checkFlowSchema,
  'flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration': checkPriorityLevel,
  'rbac.authorization.k8s.io/v1/ClusterRole': checkClusterRole,
  'rbac.authorization.k8s.io/v1/ClusterRoleBinding': checkClusterRoleBinding,
  'rbac.authorization.k8s.io/v1/Role': checkRole,
  'rbac.authorization.k8s.io/v1/RoleBinding': checkRoleBinding,
  'resource.k8s.io/v1/DeviceClass': checkDeviceClass,
  'resource.k8s.io/v1/ResourceClaim': checkResourceClaim,
  'resource.k8s.io/v1/ResourceClaimTemplate': checkResourceClaimTemplate,
};
