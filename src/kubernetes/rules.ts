import type { KindRules } from './rule.ts';

/** What the API server checks in code, by `apiVersion/kind`. */
export const rules: ReadonlyMap<string, KindRules[string]> = new Map(Object.entries({}));
