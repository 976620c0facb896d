import { componentRules } from './component/rules.ts';
import { podRules } from './pods/rules.ts';
import { policyRules } from './policies/rules.ts';
import type { KindRule } from './rule.ts';
import { serviceRules } from './services/rules.ts';
import { storageRules } from './storage/rules.ts';
import { workloadRules } from './workloads/rules.ts';

/** What the API server, or the component whose configuration it is, checks in code; by `apiVersion/kind`. */
export const rules: ReadonlyMap<string, KindRule> = new Map(
  Object.entries({
    ...componentRules,
    ...podRules,
    ...policyRules,
    ...serviceRules,
    ...storageRules,
    ...workloadRules,
  }),
);
