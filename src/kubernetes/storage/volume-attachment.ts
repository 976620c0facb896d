import { child } from '../field-path.ts';
import { map, present, text } from '../meta/fields.ts';
import { checkName, dns1123Subdomain } from '../meta/names.ts';
import { checkObjectMeta, type ObjectMetaOptions } from '../meta/object-meta.ts';
import { reportForbidden, reportMissing, requireName } from '../meta/report.ts';
import { checkCsiDriver } from '../pods/csi.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonObject } from '../value.ts';
import { checkInlineVolumeSpec } from './volume-spec.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/storage/validation/validation.go

const meta: ObjectMetaOptions = { name: dns1123Subdomain, namespaced: false };
const specPath = child(undefined, 'spec');
const sourcePath = child(specPath, 'source');

/** Checks a VolumeAttachment. */
export function checkVolumeAttachment(object: JsonObject, context: RuleContext): void {
  checkObjectMeta(object, meta, context);
  const { problems } = context;
  const spec = map(object, 'spec');
  checkCsiDriver(text(spec, 'attacher'), child(specPath, 'attacher'), problems);
  checkName(text(spec, 'nodeName'), dns1123Subdomain, child(specPath, 'nodeName'), problems);
  checkSource(map(spec, 'source') ?? {}, context);
}

function checkSource(source: JsonObject, context: RuleContext): void {
  const { problems } = context;
  const inline = map(source, 'inlineVolumeSpec');
  const named = present(source['persistentVolumeName']);
  if (named) requireName(problems, source, sourcePath, 'persistentVolumeName', dns1123Subdomain);
  const inlinePath = child(sourcePath, 'inlineVolumeSpec');
  if (inline && named) reportForbidden(problems, inlinePath, 'must not be set beside persistentVolumeName');
  else if (inline) checkInlineVolumeSpec(inline, inlinePath, context);
  else if (!named) reportMissing(problems, child(sourcePath, 'persistentVolumeName'));
}
