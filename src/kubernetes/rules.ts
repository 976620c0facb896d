import { podRules } from './pods/rules.ts';
import { policyRules } from './policies/rules.ts';
import type { KindRule } from './rule.ts';
import { serviceRules } from './services/rules.ts';
import { storageRules } from './storage/rules.ts';
import { workloadRules } from './workloads/rules.ts';

/** What the API server checks in code, by `apiVersion/kind`. */
export const rules: ReadonlyMap<string, KindRule> = new Map(
  Object.entries({ ...podRules, ...workloadRules, ...serviceRules, ...policyRules, ...storageRules }),
);
