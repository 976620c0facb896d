import { child } from '../field-path.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { checkCount, eachItem } from '../meta/items.ts';
import { dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { quoted } from '../meta/quoted.ts';
import { reportInvalid } from '../meta/report.ts';
import { isExtended } from '../meta/resource-names.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkDeviceConfig, mostConfigs } from './device-config.ts';
import { checkDeviceSelectors } from './device-selector.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/resource/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false, resetsGeneration: true };
const specPath = child(undefined, 'spec');

/** Checks a DeviceClass. */
export function checkDeviceClass(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { minor, problems } = context;
  const spec = map(object, 'spec');
  if (!spec) return;
  checkDeviceSelectors(spec, specPath, context);
  checkCount(problems, child(specPath, 'config'), list(spec, 'config').length, mostConfigs);
  eachItem(spec, 'config', specPath, (config, path) => checkDeviceConfig(config, path, problems));
  // Gate DRAExtendedResource: the field is dropped without it.
  if (minor < 36 || !present(spec['extendedResourceName'])) return;
  const name = text(spec, 'extendedResourceName');
  if (isExtended(name)) return;
  const path = child(specPath, 'extendedResourceName');
  reportInvalid(problems, path, `must be an extended resource, such as example.com/gpu, not ${quoted(name)}`);
}
