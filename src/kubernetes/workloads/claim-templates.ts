import { child, type FieldPath } from '../field-path.ts';
import { itemOf, list, map, text } from '../meta/fields.ts';
import { eachItem } from '../meta/items.ts';
import { dns1123Label } from '../meta/names.ts';
import { requireName } from '../meta/report.ts';
import { checkClaimSpec } from '../pods/claim-spec.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonArray, JsonObject } from '../value.ts';

const noFields: JsonObject = {};

/** `volumeClaimTemplates`: each becomes a volume of the pods, which has its name. */
export function checkVolumeClaimTemplates(spec: JsonObject, path: FieldPath, context: RuleContext): void {
  eachItem(spec, 'volumeClaimTemplates', path, (claim, at) => {
    const metadata = map(claim, 'metadata') ?? noFields;
    requireName(context.problems, metadata, child(at, 'metadata'), 'name', dns1123Label);
    checkClaimSpec(map(claim, 'spec') ?? noFields, child(at, 'spec'), context);
  });
}

/** The template as the pods will have it: with the volumes of the claims, named by the controller. */
export function withClaims(template: JsonObject, spec: JsonObject): JsonObject {
  const podSpec = map(template, 'spec');
  const claims = list(spec, 'volumeClaimTemplates');
  const named = text(podSpec, 'hostname') !== '' || text(podSpec, 'subdomain') !== '';
  if (claims.length === 0 && !named) return template;
  const changed: JsonObject = { ...podSpec, hostname: '', subdomain: '' };
  if (claims.length === 0) return { ...template, spec: changed };
  return { ...template, spec: { ...changed, volumes: volumesWith(claims, list(podSpec, 'volumes')) } };
}

/** A claim takes the place of a volume of the same name, so that the others keep theirs. */
function volumesWith(claims: JsonArray, volumes: JsonArray): JsonArray {
  const names = new Set(claims.map((claim) => text(map(itemOf(claim), 'metadata'), 'name')));
  const missing = new Set(names);
  const kept = volumes.flatMap((volume) => {
    const name = text(itemOf(volume), 'name');
    if (!names.has(name)) return [volume];
    return missing.delete(name) ? [claimVolume(name)] : [];
  });
  return [...kept, ...[...missing].filter(dns1123Label.test).map(claimVolume)];
}

function claimVolume(name: string): JsonObject {
  return { name, persistentVolumeClaim: { claimName: name } };
}
