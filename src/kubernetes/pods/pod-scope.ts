import { child, type FieldPath } from '../field-path.ts';
import { flag, itemOf, list, map, text, whole } from '../meta/fields.ts';
import type { RuleContext } from '../rule.ts';
import type { JsonArray, JsonObject } from '../value.ts';
import { hasFeature } from './features.ts';

const noFields: JsonObject = {};
const noNames: ReadonlySet<string> = new Set();
const noVolumes: ReadonlyMap<string, JsonObject> = new Map();

/** What the parts of a pod need to know of the whole, with the defaults that the API server fills in. */
export interface PodScope extends RuleContext {
  /** False for the template of a workload, which is checked less strictly than the pods it makes. */
  readonly isPod: boolean;
  readonly metadata: JsonObject;
  readonly annotations: JsonObject;
  readonly spec: JsonObject;
  /** Path of the spec. */
  readonly path: FieldPath;
  readonly securityContext: JsonObject;
  readonly hostNetwork: boolean;
  /** False when the pod has a user namespace of its own. */
  readonly hostUsers: boolean;
  readonly restartPolicy: string;
  /** `os.name`; undefined without `os`. */
  readonly os: string | undefined;
  /** Seconds. */
  readonly gracePeriod: number;
  /** Declared volumes by name. */
  readonly volumes: ReadonlyMap<string, JsonObject>;
  /** Volumes of images where those are switched off: they and their mounts are dropped unseen. */
  readonly droppedVolumes: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
}

/** Reads what is known of a pod, or of a template, before its parts are checked. */
export function podScope(
  pod: JsonObject,
  isPod: boolean,
  path: FieldPath | undefined,
  context: RuleContext,
): PodScope {
  const metadata = map(pod, 'metadata') ?? noFields;
  const spec = map(pod, 'spec') ?? noFields;
  const os = map(spec, 'os');
  const images = hasFeature(context, 'ImageVolume');
  return {
    minor: context.minor,
    problems: context.problems,
    isPod,
    metadata,
    annotations: map(metadata, 'annotations') ?? noFields,
    spec,
    path: child(path, 'spec'),
    securityContext: map(spec, 'securityContext') ?? noFields,
    hostNetwork: flag(spec, 'hostNetwork') ?? false,
    hostUsers: !hasFeature(context, 'UserNamespacesSupport') || (flag(spec, 'hostUsers') ?? true),
    restartPolicy: text(spec, 'restartPolicy') || 'Always',
    os: os && text(os, 'name'),
    gracePeriod: gracePeriodOf(spec, isPod),
    volumes: volumesOf(list(spec, 'volumes'), images),
    droppedVolumes: images ? noNames : imageVolumes(list(spec, 'volumes')),
    claims: hasFeature(context, 'DynamicResourceAllocation')
      ? namesOf(list(spec, 'resourceClaims'))
      : noNames,
  };
}

const defaultGracePeriod = 30;

function gracePeriodOf(spec: JsonObject, isPod: boolean): number {
  const seconds = whole(spec, 'terminationGracePeriodSeconds') ?? defaultGracePeriod;
  // Pods that were stored with a negative period had to stay valid; templates were left alone:
  // https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/apis/core/v1/conversion.go
  return isPod && seconds < 0 ? 1 : seconds;
}

function volumesOf(volumes: JsonArray, images: boolean): ReadonlyMap<string, JsonObject> {
  if (volumes.length === 0) return noVolumes;
  const byName = new Map<string, JsonObject>();
  for (const item of volumes) {
    const volume = itemOf(item);
    if (images || !map(volume, 'image')) byName.set(text(volume, 'name'), volume);
  }
  return byName;
}

function imageVolumes(volumes: JsonArray): ReadonlySet<string> {
  let names: Set<string> | undefined;
  for (const item of volumes) {
    const volume = itemOf(item);
    if (!map(volume, 'image')) continue;
    names ??= new Set();
    names.add(text(volume, 'name'));
  }
  return names ?? noNames;
}

function namesOf(items: JsonArray): ReadonlySet<string> {
  if (items.length === 0) return noNames;
  const names = new Set<string>();
  for (const item of items) {
    const name = text(itemOf(item), 'name');
    if (name !== '') names.add(name);
  }
  return names;
}
