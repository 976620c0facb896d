import { child, type FieldPath } from '../field-path.ts';
import { reportQuantity } from '../meta/amounts.ts';
import { entryText, list, map, pointedText, text } from '../meta/fields.ts';
import { checkName, dns1123Label, dns1123Subdomain } from '../meta/names.ts';
import { parseQuantity, signOf } from '../meta/quantity.ts';
import {
  checkOptionalName,
  checkPointedChoice,
  reportForbidden,
  reportInvalid,
  reportMissing,
  reportUnsupported,
  requireText,
} from '../meta/report.ts';
import { checkLabelSelector } from '../meta/selector.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { hasFeature } from './features.ts';

const accessModes = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];
const volumeModes = ['Block', 'Filesystem'];

/** `spec` of a PersistentVolumeClaim: ValidatePersistentVolumeClaimSpec of the API server. */
export function checkClaimSpec(spec: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  checkAccessModes(list(spec, 'accessModes'), child(path, 'accessModes'), context);
  checkLabelSelector(spec['selector'], child(path, 'selector'), problems);
  checkSize(map(spec, 'resources'), child(path, 'resources'), context);
  checkOptionalName(problems, spec, path, 'storageClassName', dns1123Subdomain);
  checkPointedChoice(problems, spec, path, 'volumeMode', volumeModes);
  checkDataSources(spec, path, context);
  if (hasFeature(context, 'VolumeAttributesClass')) {
    checkOptionalName(problems, spec, path, 'volumeAttributesClassName', dns1123Subdomain);
  }
}

/** `accessModes` of a claim or of a volume. */
export function checkAccessModes(modes: JsonArray, path: FieldPath, { problems }: RuleContext): void {
  if (modes.length === 0) {
    reportMissing(problems, path);
    return;
  }
  for (let index = 0; index < modes.length; index += 1) {
    const mode = entryText(modes[index]);
    if (!accessModes.includes(mode)) reportUnsupported(problems, child(path, index), mode, accessModes);
  }
  if (!modes.includes('ReadWriteOncePod')) return;
  if (modes.some((mode) => mode !== 'ReadWriteOncePod' && accessModes.includes(entryText(mode)))) {
    reportForbidden(problems, path, 'must not have ReadWriteOncePod beside other modes');
  }
}

function checkSize(resources: JsonObject | undefined, path: FieldPath, { problems }: RuleContext): void {
  const requests = map(resources, 'requests');
  const at = child(child(path, 'requests'), 'storage');
  if (!requests || !Object.hasOwn(requests, 'storage')) reportMissing(problems, at);
  for (const key of ['limits', 'requests']) {
    const amounts = map(resources, key) ?? {};
    for (const name of Object.keys(amounts)) {
      const quantity = parseQuantity(amounts[name]);
      if (!quantity) reportQuantity(problems, child(child(path, key), name), amounts[name]);
      else if (key === 'requests' && name === 'storage' && signOf(quantity) <= 0) {
        reportInvalid(problems, at, 'must be greater than 0');
      }
    }
  }
}

function checkDataSources(spec: JsonObject, path: FieldPath, context: RuleContext): void {
  const { problems } = context;
  const source = map(spec, 'dataSource');
  const reference = map(spec, 'dataSourceRef');
  if (source) checkDataSource(source, child(path, 'dataSource'), context);
  if (!reference) return;
  checkDataSource(reference, child(path, 'dataSourceRef'), context);
  const namespace = text(reference, 'namespace');
  const namespacePath = child(child(path, 'dataSourceRef'), 'namespace');
  if (namespace !== '') checkName(namespace, dns1123Label, namespacePath, problems);
  if (!source) return;
  const at = child(path, 'dataSource');
  if (namespace !== '') reportInvalid(problems, at, 'must not be set beside dataSourceRef.namespace');
  else if (!isSameSource(source, reference)) reportInvalid(problems, at, 'must be the same as dataSourceRef');
}

function checkDataSource(source: JsonObject, path: FieldPath, { problems }: RuleContext): void {
  requireText(problems, source, path, 'name');
  requireText(problems, source, path, 'kind');
  const group = text(source, 'apiGroup');
  if (group !== '') checkName(group, dns1123Subdomain, child(path, 'apiGroup'), problems);
  else if (text(source, 'kind') !== 'PersistentVolumeClaim') {
    reportInvalid(problems, child(path, 'kind'), 'must be PersistentVolumeClaim where there is no apiGroup');
  }
}

function isSameSource(source: JsonObject, reference: JsonObject): boolean {
  const same = (key: string) => text(source, key) === text(reference, key);
  return (
    same('kind') && same('name') && pointedText(source, 'apiGroup') === pointedText(reference, 'apiGroup')
  );
}
