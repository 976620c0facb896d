import type { ResourceAnswer, ResourceRequest } from '../../core/terraform-protocol.ts';
import { isValues, type Values, valueAt } from '../rendered-values.ts';
import { formByName, isSecretName } from './clouds/form-by-name.ts';
import type { AttributeForm, Segment, TypeForms } from './clouds/type-table.ts';
import { formsOf } from './clouds.ts';
import { placeholder, type Subject } from './placeholder.ts';
import type { Provider } from './provider.ts';

/**
 * Resources of providers that no other file emulates, those of clouds above all. What the configuration sets is
 * left as it is; what is read beyond that is made up, from the type tables in `clouds/` or by the attribute's name.
 */
export const generic: Provider = { prefixes: [], emulate };

/** No provider nests deeper. */
const maxSteps = 16;

/** Names of nested values that are objects, where nothing else says whether they are objects or lists of blocks. */
const objectName = /^(status|spec|metadata|result|results|attributes|outputs?|content|data)$/;

function emulate(request: ResourceRequest): ResourceAnswer {
  const config: Values = isValues(request.config) ? request.config : {};
  const forms = formsOf(request.mode, request.type);
  const subject = subjectOf(request, config, forms);
  const values: Record<string, unknown> = {};
  const placeholders = new Set<string>();
  const unknown = new Set<string>();
  for (const { path, form } of wanted(request, config, forms)) {
    const [first, ...rest] = path;
    if (first === undefined || isWhollyUnknown(request, config, first.name)) continue;
    if (form === 'unknown') {
      unknown.add(first.name);
      continue;
    }
    const before = valueAt(values, first.name) ?? valueAt(config, first.name);
    const made = grow(before, first, rest, first.name, (at) => placeholder(form, subject, at));
    if (made === before) continue;
    setOwn(values, first.name, made);
    if (form !== 'null') placeholders.add(path.map(({ name }) => name).join('.'));
  }
  const secret = [...placeholders].filter((path) => path.split('.').some(isSecretName));
  return {
    values,
    secret: secret.sort(),
    placeholders: [...placeholders].sort(),
    ...(unknown.size > 0 && { unknown: [...unknown].sort() }),
  };
}

/** A block of which something is known can still be given what the provider computes. */
function isWhollyUnknown({ unknown }: ResourceRequest, config: Values, name: string): boolean {
  return unknown.includes(name) && !Object.hasOwn(config, name);
}

function subjectOf(request: ResourceRequest, config: Values, forms: TypeForms): Subject {
  const key = request.key;
  const suffix = key === null ? '' : `[${JSON.stringify(key)}]`;
  const hasKey = suffix !== '' && request.address.endsWith(suffix);
  const isCounted = typeof key === 'number' && hasKey;
  return {
    base: isCounted ? request.address.slice(0, -suffix.length) : request.address,
    offset: isCounted ? key : 0,
    type: request.type,
    name: request.name,
    config,
    formOf: (name) => forms.get(name)?.form ?? formByName(name, 1),
  };
}

/** What is to be made up: what is read, and the id, by which other resources are joined to this one. */
function wanted(request: ResourceRequest, config: Values, forms: TypeForms): AttributeForm[] {
  const reads = new Set(['id', ...request.reads]);
  if (reads.has('*')) return [...forms.values(), ...unlisted('*', request, config)];
  return [...reads].flatMap((read) => {
    const inside = [...forms].filter(([path]) => path === read || path.startsWith(`${read}.`));
    if (inside.length > 0) return inside.map(([, form]) => form);
    const outside = [...forms].filter(([path, { form }]) => read.startsWith(`${path}.`) && form !== 'null');
    return outside.length > 0 ? outside.map(([, form]) => form) : unlisted(read, request, config);
  });
}

function unlisted(read: string, { mode }: ResourceRequest, config: Values): AttributeForm[] {
  if (read === '*') return [];
  const names = read.split('.');
  if (names.length > maxSteps) return [];
  const last = names.at(-1) ?? '';
  // A map of the configuration has the keys that it has.
  if (names.length > 1 && isValues(valueAt(config, names[0] ?? ''))) return [];
  const path = names.map((name, index) => ({
    name,
    isList: index < names.length - 1 && !objectName.test(name),
  }));
  return [{ path, form: formByName(last, mode === 'data' ? 3 : 1) }];
}

/** `before` with a value at the place that `segment` and `rest` lead to, in every block of a list; itself where it is set. */
function grow(
  before: unknown,
  segment: Segment,
  rest: readonly Segment[],
  at: string,
  make: (at: string) => unknown,
): unknown {
  const [next, ...more] = rest;
  if (next === undefined) return before ?? make(at);
  const inside = (value: unknown, place: string): unknown =>
    isValues(value) ? growIn(value, next, more, place, make) : value;
  if (Array.isArray(before) && before.length > 0) {
    const after = before.map((each, index) => inside(each, index === 0 ? at : `${at}.${index}`));
    return after.every((each, index) => each === before[index]) ? before : after;
  }
  if (isValues(before)) return inside(before, at);
  if (before !== undefined && before !== null && !Array.isArray(before)) return before;
  return segment.isList ? [inside({}, at)] : inside({}, at);
}

function growIn(
  record: Values,
  next: Segment,
  rest: readonly Segment[],
  at: string,
  make: (at: string) => unknown,
): Values {
  const before = valueAt(record, next.name);
  const after = grow(before, next, rest, `${at}.${next.name}`, make);
  return after === before ? record : { ...record, [next.name]: after };
}

function setOwn(record: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(record, name, { value, enumerable: true, writable: true, configurable: true });
}
