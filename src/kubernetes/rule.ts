import type { Problems } from './problem.ts';
import type { JsonObject } from './value.ts';

/** What a rule needs to know beside the object. */
export interface RuleContext {
  /** Minor of Kubernetes 1.x that the object is for, `34`. */
  readonly minor: number;
  readonly problems: Problems;
  /** Takes what of the object could not be checked, and why; absent where nobody asks. */
  readonly unchecked?: string[];
}

/**
 * What the API server checks in code for one kind. The object has passed the schema as far as types go: a field
 * that is there has the type that the schema gives it, or is null, which means absent. Defaults are not filled in.
 */
export type KindRule = (object: JsonObject, context: RuleContext) => void;

/** Rules by `apiVersion/kind`: `v1/Pod`, `apps/v1/Deployment`. */
export type KindRules = Readonly<Record<string, KindRule>>;
