import type { RuleContext } from '../rule.ts';

// The minor in which the gate is on by default; before, the API server drops the field unseen:
// https://github.com/kubernetes/kubernetes/blob/v1.37.1/pkg/features/kube_features.go
const onSince = {
  JobManagedBy: 32,
  HPAConfigurableTolerance: 35,
  HPAScaleToZero: 37,
  MaxUnavailableStatefulSet: 37,
} as const;

/** Whether a feature of workloads is on by default in the context's minor. */
export function hasGate(context: RuleContext, gate: keyof typeof onSince): boolean {
  return context.minor >= onSince[gate];
}
