import type { Field, Struct, ValueType } from '../../kubernetes/schema/struct.ts';
import { isValues, type Values } from '../rendered-values.ts';
import { camelCase, fieldFor } from './field-names.ts';

// No kind of Kubernetes nests as deeply, but for a pod in a template in a template.
const deepest = 40;

/**
 * An object from the attributes and nested blocks of a resource, with the names and types that the struct has:
 * a single block is an object or the only item of a list, `"8080"` a number where one is wanted.
 *
 * `whole`: what the struct has no field for is kept, in camel case, so that it is found where the object is checked.
 */
export function convertBlock(block: Values, struct: Struct, whole: boolean, depth = 0): Values {
  const converted: [string, unknown][] = [];
  for (const [attribute, value] of Object.entries(ownAttributes(block, struct))) {
    if (value === null || value === undefined) continue;
    const field = fieldFor(struct, attribute);
    if (!field) {
      if (whole) converted.push([camelCase(attribute), value]);
      continue;
    }
    const made = depth < deepest ? convertField(field, value, depth) : undefined;
    if (made !== undefined) converted.push([field.name, made]);
  }
  return Object.fromEntries(converted);
}

const serverAttributes: ReadonlySet<string> = new Set(['uid', 'resource_version', 'generation', 'self_link']);

/** The attributes that are the object's own, and not the provider's or the API server's. */
function ownAttributes(block: Values, { name }: Struct): Values {
  if (name === 'apimachinery.pkg.apis.meta.v1.ObjectMeta') {
    return Object.fromEntries(
      Object.entries(block).filter(([attribute]) => !serverAttributes.has(attribute)),
    );
  }
  if (name !== 'api.core.v1.PersistentVolumeSpec') return block;
  // The provider puts the kind of a volume into a block of its own.
  const { persistent_volume_source, ...rest } = block;
  return { ...rest, ...onlyBlock(persistent_volume_source) };
}

function convertField(field: Field, value: unknown, depth: number): unknown {
  // Terraform has no way to leave out an attribute that a module always passes on; the provider takes "" for that.
  if (value === '' && field.zeroIsAbsent) return undefined;
  if (isMode(field) && typeof value === 'string') return octal(value);
  return convert(field.type, value, depth);
}

function convert(type: ValueType, value: unknown, depth: number): unknown {
  switch (type.form) {
    case 'list': {
      const items = Array.isArray(value) ? value : [value];
      const made = items.map((item: unknown) => convert(type.item, item, depth + 1));
      return made.filter((item) => item !== undefined);
    }
    case 'map': {
      const entries = Object.entries(onlyBlock(value) ?? {}).filter(([, item]) => item !== null);
      return Object.fromEntries(entries.map(([key, item]) => [key, convert(type.item, item, depth + 1)]));
    }
    case 'struct': {
      const block = onlyBlock(value);
      // A block without attributes is null in a list: `pod_selector {}` stands for every pod.
      if (!block && !(Array.isArray(value) && value.length > 0) && value !== null) return undefined;
      return convertBlock(block ?? {}, type.struct, true, depth + 1);
    }
    default:
      return convertScalar(type.form, value);
  }
}

function convertScalar(form: string, value: unknown): unknown {
  const isNumeral = typeof value === 'string' && /^-?\d{1,15}$/.test(value);
  if (isNumeral && (form === 'int32' || form === 'int64' || form === 'int-or-string')) return Number(value);
  if (form === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  const wantsText = form === 'string' || form === 'quantity';
  if (wantsText && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  return value;
}

/** Permissions are octal digits in a text: https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/pod_v1 */
function isMode({ name, type }: Field): boolean {
  return (name === 'mode' || name === 'defaultMode') && type.form === 'int32';
}

function octal(digits: string): unknown {
  return /^[0-7]{1,6}$/.test(digits) ? Number.parseInt(digits, 8) : digits;
}

/** The attributes of an object, or of the first block of a list. */
function onlyBlock(value: unknown): Values | undefined {
  const block: unknown = Array.isArray(value) ? value[0] : value;
  return isValues(block) ? block : undefined;
}
