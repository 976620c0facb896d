import { child } from '../field-path.ts';
import { reportQuantity } from '../meta/amounts.ts';
import { present, text } from '../meta/fields.ts';
import { checkName, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { parseQuantity, signOf } from '../meta/quantity.ts';
import { reportInvalid } from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: true };
const classPath = child(undefined, 'storageClassName');

/** Checks a CSIStorageCapacity. */
export function checkStorageCapacity(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  checkLabelSelector(object['nodeTopology'], child(undefined, 'nodeTopology'), problems);
  checkName(text(object, 'storageClassName'), dns1123Subdomain, classPath, problems);
  for (const key of ['capacity', 'maximumVolumeSize']) {
    if (!present(object[key])) continue;
    const quantity = parseQuantity(object[key]);
    const path = child(undefined, key);
    if (!quantity) reportQuantity(problems, path, object[key]);
    else if (key === 'capacity' && signOf(quantity) < 0) {
      reportInvalid(problems, path, 'must not be negative');
    }
  }
}
