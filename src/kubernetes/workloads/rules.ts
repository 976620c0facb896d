import type { KindRules } from '../rule.ts';
import { checkAutoscalerV1 } from './autoscaler-v1.ts';
import { checkControllerRevision } from './controller-revision.ts';
import { checkCronJob } from './cron-job.ts';
import { checkDaemonSet } from './daemon-set.ts';
import { checkDeployment } from './deployment.ts';
import { checkHorizontalPodAutoscaler } from './horizontal-pod-autoscaler.ts';
import { checkJob } from './job.ts';
import { checkLease } from './lease.ts';
import { checkPodDisruptionBudget } from './pod-disruption-budget.ts';
import { checkPriorityClass } from './priority-class.ts';
import { checkReplicaSet } from './replica-set.ts';
import { checkReplicationController } from './replication-controller.ts';
import { checkRuntimeClass } from './runtime-class.ts';
import { checkStatefulSet } from './stateful-set.ts';

/** What makes pods, and what decides how many there are and which go first. */
export const workloadRules: KindRules = {
  'apps/v1/ControllerRevision': checkControllerRevision,
  'apps/v1/DaemonSet': checkDaemonSet,
  'apps/v1/Deployment': checkDeployment,
  'apps/v1/ReplicaSet': checkReplicaSet,
  'apps/v1/StatefulSet': checkStatefulSet,
  'autoscaling/v1/HorizontalPodAutoscaler': checkAutoscalerV1,
  'autoscaling/v2/HorizontalPodAutoscaler': checkHorizontalPodAutoscaler,
  'batch/v1/CronJob': checkCronJob,
  'batch/v1/Job': checkJob,
  'coordination.k8s.io/v1/Lease': checkLease,
  'node.k8s.io/v1/RuntimeClass': checkRuntimeClass,
  'policy/v1/PodDisruptionBudget': checkPodDisruptionBudget,
  'scheduling.k8s.io/v1/PriorityClass': checkPriorityClass,
  'v1/ReplicationController': checkReplicationController,
};
