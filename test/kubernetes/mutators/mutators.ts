import { addressMutators } from './addresses.ts';
import { amountMutators } from './amounts.ts';
import { clusterMutators } from './cluster.ts';
import { containerMutators } from './containers.ts';
import { labelMutators } from './labels.ts';
import { metadataMutators } from './metadata.ts';
import type { Mutators } from './mutation.ts';
import { nameMutators } from './names.ts';
import { numberMutators } from './numbers.ts';
import { oneOfMutators } from './one-of.ts';
import { podMutators } from './pods.ts';
import { policyMutators } from './policies.ts';
import { quantityMutators } from './quantities.ts';
import { referenceMutators } from './references.ts';
import { selectorMutators } from './selectors.ts';
import { serviceMutators } from './services.ts';
import { spellingMutators } from './spelling.ts';
import { structureMutators } from './structure.ts';
import { type Dictionary, transplants } from './transplant.ts';
import { typeMutators } from './types.ts';
import { workloadMutators } from './workloads.ts';

/** Every mutator by its name, in one order. `dictionary`: what may be copied from other documents. */
export function allMutators(dictionary: Dictionary): Mutators {
  return {
    unchanged: () => [[]],
    ...structureMutators,
    ...spellingMutators,
    ...typeMutators,
    ...numberMutators,
    ...nameMutators,
    ...labelMutators,
    ...selectorMutators,
    ...quantityMutators,
    ...amountMutators,
    ...addressMutators,
    ...referenceMutators,
    ...oneOfMutators,
    ...metadataMutators,
    ...podMutators,
    ...containerMutators,
    ...workloadMutators,
    ...serviceMutators,
    ...clusterMutators,
    ...policyMutators,
    ...transplants(dictionary),
  };
}
