import type { ValuePath } from '../../core/terraform-protocol.ts';
import type { Holder } from './context.ts';

/** More strings than any resource has; what lies behind is not looked at. */
const mostStrings = 20_000;

const mostDepth = 32;

/** The value at a path; undefined where there is none. Never looks at what objects inherit. */
function valueAt(value: unknown, path: ValuePath): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.getOwnPropertyDescriptor(found, step)?.value;
  }
  return found;
}

/** The text at a path; undefined where there is none, or something else. */
export function stringAt(holder: Pick<Holder, 'values'>, path: ValuePath): string | undefined {
  const value = valueAt(holder.values, path);
  return typeof value === 'string' ? value : undefined;
}

/** How many items the list at a path has; 0 where there is none. */
export function lengthAt(holder: Pick<Holder, 'values'>, path: ValuePath): number {
  const value = valueAt(holder.values, path);
  return Array.isArray(value) ? value.length : 0;
}

/** True when the value at a path, or a part of it, is not known. */
export function isUnknownAt({ unknown }: Pick<Holder, 'unknown'>, path: ValuePath): boolean {
  return unknown.some((one) => {
    const shared = Math.min(one.length, path.length);
    return path.slice(0, shared).every((step, index) => String(one[index]) === String(step));
  });
}

/** `network_interface[0].address` */
export function formatValuePath(path: ValuePath): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index > 0 ? `.${step}` : step))
    .join('');
}

/** Every text among the values with its path. */
export function* stringsIn(values: unknown): Generator<{ readonly path: ValuePath; readonly text: string }> {
  let left = mostStrings;
  const stack: { readonly path: ValuePath; readonly value: unknown }[] = [{ path: [], value: values }];
  for (let next = stack.pop(); next && left > 0; next = stack.pop()) {
    const { path, value } = next;
    if (typeof value === 'string') {
      left -= 1;
      yield { path, text: value };
    } else if (typeof value === 'object' && value !== null && path.length < mostDepth) {
      for (const step of stepsInto(value).reverse())
        stack.push({ path: [...path, step], value: valueAt(value, [step]) });
    }
  }
}

function stepsInto(value: object): (string | number)[] {
  return Array.isArray(value) ? Array.from(value.slice(0, mostStrings).keys()) : Object.keys(value);
}
