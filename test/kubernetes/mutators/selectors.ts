import { isObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import type { Mutators } from './mutation.ts';
import { at, memberOf, replacing } from './places.ts';
import { appending, setting } from './setting.ts';

const requirement = (key: string, operator: JsonValue, values?: readonly JsonValue[]): JsonValue =>
  values === undefined ? { key, operator } : { key, operator, values };

/** The two sides of a selector that drift apart, and requirements whose operator and values do not fit. */
export const selectorMutators: Mutators = {
  'selector-other-value': at(function* (place) {
    if (place.step !== 'matchLabels' || !isObject(place.value)) return;
    for (const key of Object.keys(place.value)) yield [{ path: memberOf(place, key), value: 'other' }];
  }),
  'selector-more-labels': setting(['selector.matchLabels', 'spec.selector'], { release: ['blue'] }),
  'template-other-label': at(function* (place) {
    const inTemplate = place.path.at(-3) === 'template' && place.step === 'labels';
    if (!inTemplate || !isObject(place.value)) return;
    for (const key of Object.keys(place.value)) {
      yield [{ path: memberOf(place, key), value: 'changed' }];
      yield [{ path: memberOf(place, key) }];
      yield [{ path: memberOf(place, key) }, { path: memberOf(place, `${key}-x`), value: 'x' }];
    }
  }),
  'template-more-labels': setting(['metadata.labels'], { added: ['yes'], 'example.com/added': [''] }),
  'requirement-operator': replacing(({ field, value }) =>
    field === 'operator' && typeof value === 'string'
      ? ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt', 'Equals', 'in', '==', 'Equal'].filter(
          (each) => each !== value,
        )
      : [],
  ),
  'requirement-values': setting(['matchExpressions[]', 'matchFields[]', 'matchLabelExpressions[]'], {
    values: [[], ['a', 'b'], ['1'], ['a', 'a'], ['not valid!'], 'text', ['x'.repeat(64)], [1]],
    key: ['', 'bad key', 'metadata.name', 'metadata.namespace', 'example.com/x'],
  }),
  'requirement-added': appending('matchExpressions', [
    requirement('added', 'Exists'),
    requirement('added', 'Exists', ['x']),
    requirement('added', 'In'),
    requirement('added', 'DoesNotExist'),
    requirement('added', 'Gt', ['5']),
    requirement('added', 'Gt', ['five']),
    requirement('', 'In', ['x']),
  ]),
  'selector-as-map': at(function* (place) {
    if (place.step !== 'matchLabels') return;
    yield [{ path: place.path.slice(0, -1), value: place.value }];
  }),
  'selector-emptied': replacing(({ step }) =>
    step === 'selector' || step === 'podSelector' ? [{}, { matchLabels: {} }, { matchLabels: null }] : [],
  ),
};
