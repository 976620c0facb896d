import { child } from '../field-path.ts';
import { map } from '../meta/fields.ts';
import { checkFinalizer } from '../meta/finalizers.ts';
import { eachText } from '../meta/items.ts';
import { dns1123Label } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const meta: ObjectMetaOptions = { name: dns1123Label, namespaced: false };
const specPath = child(undefined, 'spec');

/** Checks a Namespace. */
export function checkNamespace(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  eachText(map(object, 'spec'), 'finalizers', specPath, (name, path) =>
    checkFinalizer(name, path, context.problems, true),
  );
}
