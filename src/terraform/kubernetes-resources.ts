import type { RenderedResource } from '../core/terraform-protocol.ts';
import { newestMinor } from '../kubernetes/minors.ts';
import type { Struct } from '../kubernetes/schema/struct.ts';
import { findKind } from '../kubernetes/tables.ts';
import { convertBlock } from './kubernetes-resources/convert.ts';
import { type CreatedKind, createdKind } from './kubernetes-resources/kinds.ts';
import { isValues, type Values } from './rendered-values.ts';

/** A Kubernetes object that a resource creates. */
export interface ResourceManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly [field: string]: unknown;
}

/**
 * The object that a resource of the Kubernetes provider creates: `kubernetes_manifest`, or a typed one,
 * `kubernetes_deployment_v1`, by the API types of the newest Kubernetes. Undefined for any other resource, and for
 * one whose kind is not known here.
 */
export function toManifest({ type, values }: Pick<RenderedResource, 'type' | 'values'>) {
  if (type === 'kubernetes_manifest') return asManifest(values['manifest']);
  if (!type.startsWith('kubernetes_')) return undefined;
  const created = createdKind(withVersion(type, values));
  const struct = created && structOf(created);
  if (!created || !struct) return undefined;
  const { apiVersion, kind } = created;
  const converted = convertBlock(provided(kind, values), struct, false);
  const manifest: ResourceManifest = { apiVersion, kind, ...converted };
  return manifest;
}

function asManifest(value: unknown): ResourceManifest | undefined {
  if (!isValues(value)) return undefined;
  const { apiVersion, kind, ...rest } = value;
  return typeof apiVersion === 'string' && typeof kind === 'string'
    ? { apiVersion, kind, ...rest }
    : undefined;
}

/** The autoscaler of no version is the one that knows metrics as soon as it has some. */
function withVersion(type: string, values: Values): string {
  if (type !== 'kubernetes_horizontal_pod_autoscaler') return type;
  const spec: unknown = Array.isArray(values['spec']) ? values['spec'][0] : undefined;
  const isLater = isValues(spec) && ['metric', 'behavior'].some((name) => hasBlocks(spec[name]));
  return isLater ? `${type}_v2beta2` : type;
}

function hasBlocks(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function structOf({ shape, kind }: CreatedKind): Struct | undefined {
  const found = findKind(shape, kind, newestMinor);
  return found.state === 'known' ? found.schema : undefined;
}

/** Without the attributes that the provider keeps for itself, and Secrets in the encoding that the API server wants. */
function provided(kind: string, attributes: Values): Values {
  const { status: _, id: __, ...given } = attributes;
  if (kind !== 'Secret') return given;
  const { data, binary_data, ...rest } = given;
  const plain = isValues(data) ? Object.entries(data) : [];
  const encoded = plain
    .filter(([, value]) => value !== null)
    .map(([key, value]) => [key, Buffer.from(String(value)).toString('base64')]);
  const binary = isValues(binary_data) ? binary_data : {};
  const hasData = isValues(data) || isValues(binary_data);
  return { ...rest, ...(hasData && { data: { ...Object.fromEntries(encoded), ...binary } }) };
}
