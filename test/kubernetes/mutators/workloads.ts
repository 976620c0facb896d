import type { Mutators } from './mutation.ts';
import { setting } from './setting.ts';

const scaled = ['Deployment.spec', 'ReplicaSet.spec', 'StatefulSet.spec', 'ReplicationController.spec'];
const jobs = ['Job.spec', 'jobTemplate.spec'];
const claim = {
  metadata: { name: 'more' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};

/** Workloads: replicas, histories, strategies, completion of jobs, schedules. */
export const workloadMutators: Mutators = {
  replicas: setting(scaled, { replicas: [0, 1, -1, 1000, '3', 1.5, null] }),
  'rollout-fields': setting([...scaled, 'DaemonSet.spec'], {
    minReadySeconds: [0, -1, 600, 601, '5'],
    revisionHistoryLimit: [0, -1, 10],
    progressDeadlineSeconds: [10, 0, -1, 600],
    paused: [true, 'true'],
    podManagementPolicy: ['Parallel', 'parallel'],
    serviceName: ['web', 'Bad Name', ''],
    selector: [{ matchLabels: { app: 'zzz' } }, {}, null, { app: 'web' }],
  }),
  'stateful-fields': setting(['StatefulSet.spec'], {
    podManagementPolicy: ['Parallel', 'OrderedReady', 'Ordered', ''],
    ordinals: [{ start: 0 }, { start: -1 }, {}],
    persistentVolumeClaimRetentionPolicy: [
      { whenDeleted: 'Delete' },
      { whenDeleted: 'Keep' },
      {},
      { whenScaled: '' },
    ],
    volumeClaimTemplates: [
      [claim],
      [{ spec: claim.spec }],
      [{ metadata: { name: 'x' } }],
      [claim, claim],
      { ...claim },
    ],
    updateStrategy: [
      { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } },
      { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } },
      { type: 'Recreate' },
    ],
  }),
  'job-fields': setting(jobs, {
    parallelism: [0, -1, 5],
    completions: [0, -1, 3, null],
    backoffLimit: [0, -1, 6],
    activeDeadlineSeconds: [0, -1, 60],
    ttlSecondsAfterFinished: [0, -1],
    completionMode: ['Indexed', 'NonIndexed', 'indexed', ''],
    suspend: [true, 'no'],
    manualSelector: [true, false],
    selector: [{ matchLabels: { a: 'b' } }, {}],
    backoffLimitPerIndex: [0, 1, -1],
    maxFailedIndexes: [0, 5, -1, 100_001],
    podReplacementPolicy: ['Failed', 'TerminatingOrFailed', 'Never'],
    managedBy: ['example.com/x', 'x', 'kubernetes.io/job-controller'],
  }),
  'job-policies': setting(jobs, {
    podFailurePolicy: [
      { rules: [] },
      { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [1] } }] },
      { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [0] } }] },
      { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [2, 1] } }] },
      { rules: [{ action: 'Count' }] },
      { rules: [{ action: 'FailIndex', onPodConditions: [{ type: 'X' }] }] },
    ],
    successPolicy: [
      { rules: [] },
      { rules: [{ succeededCount: 1 }] },
      { rules: [{ succeededIndexes: '3-1' }] },
      { rules: [{}] },
    ],
  }),
  'pattern-members': setting(['onExitCodes', 'rules.onExitCodes', 'rules[].onExitCodes'], {
    operator: ['In', 'NotIn', 'Is'],
    values: [[], [0], [3, 2], [1, 1], ['1']],
    containerName: ['missing'],
  }),
  'index-members': setting(['successPolicy.rules', 'rules[]'], {
    succeededIndexes: ['0', '0-100', 'a', '1,1', '2-', ' 1', '1-3,5'],
    succeededCount: [0, 1, 50, -1],
  }),
  'cron-fields': setting(['CronJob.spec'], {
    concurrencyPolicy: ['Allow', 'Forbid', 'allow', ''],
    startingDeadlineSeconds: [0, -1, 5],
    successfulJobsHistoryLimit: [0, -1],
    failedJobsHistoryLimit: [0, -1],
    suspend: [false, 'true'],
    timeZone: ['UTC', 'Nowhere', null],
    schedule: ['0 5 * * *', '@hourly', '61 * * * *', 5],
    template: [{ spec: {} }],
  }),
  'template-metadata': setting(['spec.template', 'PodTemplate.template'], {
    metadata: [
      {},
      { labels: { app: 'zzz' } },
      { name: 'Bad_Name' },
      { namespace: 'other' },
      { labels: { app: 5 } },
      null,
    ],
    kind: ['Pod'],
  }),
};
