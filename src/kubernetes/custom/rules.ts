import type { KindRules } from '../rule.ts';
import { checkDefinition } from './check-definition.ts';

/** Rules for definitions. What of them cannot be checked is told by `checkDefinition`, which this is made of. */
export const definitionRules: KindRules = {
  'apiextensions.k8s.io/v1/CustomResourceDefinition': (object, context) => {
    checkDefinition(object, context);
  },
};
