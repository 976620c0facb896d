import type { KindRule } from './rule.ts';
import { serviceRules } from './services/rules.ts';

/** What the API server checks in code, by `apiVersion/kind`. */
export const rules: ReadonlyMap<string, KindRule> = new Map(Object.entries({ ...serviceRules }));
