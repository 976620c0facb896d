import type { JsonValue } from '../value.ts';
import { resolveInteger } from './resolve-number.ts';
import { resolvePlain } from './resolve-plain.ts';
import { isTimestamp } from './timestamp.ts';

const prefix = 'tag:yaml.org,2002:';

/** Types that a scalar's tag can ask for. Any other tag makes a string: `!`, `!!map`, `!local`. */
const types = new Set(['bool', 'int', 'float', 'null', 'timestamp']);

/**
 * A scalar with a tag, whether in quotes or not.
 *
 * @param tag in full, `tag:yaml.org,2002:int`
 * @returns undefined when the text does not fit the tag
 */
export function resolveTagged(tag: string, text: string): JsonValue | undefined {
  if (!tag.startsWith(prefix)) return text;
  const type = tag.slice(prefix.length);
  if (type === 'binary') return decodeBinary(text);
  if (!types.has(type)) return text;
  if (type === 'timestamp') return isTimestamp(text) ? text : undefined;
  const value = text === '' ? null : resolvePlain(text, 0, text.length);
  return convert(type, value, text);
}

function convert(type: string, value: JsonValue, text: string): JsonValue | undefined {
  if (type === 'null') return value === null ? null : undefined;
  if (type === 'bool') return typeof value === 'boolean' ? value : undefined;
  if (typeof value !== 'number' && typeof value !== 'bigint') return undefined;
  const isInteger = !text.startsWith('.') && resolveInteger(text.replaceAll('_', '')) !== undefined;
  if (type === 'int') return isInteger ? value : undefined;
  // An integer of 64 bits without a sign is not made a float: https://github.com/yaml/go-yaml/blob/v2.4.2/resolve.go#L131
  return typeof value === 'bigint' && value >= 2n ** 63n ? undefined : Number(value);
}

const base64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

/** The bytes, read as UTF-8. */
function decodeBinary(text: string): string | undefined {
  const written = text.replace(/[\r\n]/g, '');
  return base64.test(written) ? new TextDecoder().decode(Buffer.from(written, 'base64')) : undefined;
}

/** How a message names a tag: `!!int`. */
export function shortTag(tag: string): string {
  return tag.startsWith(prefix) ? `!!${tag.slice(prefix.length)}` : tag;
}
