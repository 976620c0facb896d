import { isObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import type { Mutators } from './mutation.ts';
import { at, memberOf, type Place, replacing } from './places.ts';

const labelMaps = ['labels', 'matchLabels', 'nodeSelector', 'selector'];
const isLabelMap = (place: Place, maps: readonly string[]) =>
  maps.includes(String(place.step)) &&
  isObject(place.value) &&
  !('matchLabels' in place.value || 'matchExpressions' in place.value);

function addMember(maps: readonly string[], members: readonly (readonly [string, JsonValue])[]) {
  return at(function* (place) {
    if (!isLabelMap(place, maps)) return;
    for (const [key, value] of members) yield [{ path: memberOf(place, key), value }];
  });
}

function labelValues(...values: readonly JsonValue[]) {
  return replacing(({ path, value, step }) =>
    typeof value === 'string' && typeof step === 'string' && labelMaps.includes(String(path.at(-2)))
      ? values
      : [],
  );
}

const badKeys = [
  '',
  'has space',
  'a/b/c',
  '/name',
  'Example.com/name',
  'example.com/',
  '-name',
  'name_',
  'é',
  'a'.repeat(64),
  `${'a'.repeat(254)}/x`,
  'example_com/name',
];
const goodKeys = ['example.com/part', 'UPPER', 'a.b_c-d', `${'a'.repeat(63)}`, '1', 'x.y/Z_z.0'];

/** Labels, selectors and annotations: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels */
export const labelMutators: Mutators = {
  'label-bad-key': addMember(
    labelMaps,
    badKeys.map((key) => [key, 'x'] as const),
  ),
  'label-good-key': addMember(
    labelMaps,
    goodKeys.map((key) => [key, 'x'] as const),
  ),
  'label-bad-value': labelValues(
    'has space',
    'a/b',
    'x'.repeat(64),
    '-x',
    'x.',
    'a:b',
    'é',
    'a,b',
    'true ',
    '@',
  ),
  'label-good-value': labelValues('', 'x'.repeat(63), 'A_b.c-9', '0', 'v1.2.3'),
  'label-not-text': labelValues(true, 1, 1.25, null, ['a'], { a: 'b' }),
  'annotation-key': addMember(
    ['annotations'],
    [...badKeys, ...goodKeys, 'Upper/Case', 'UPPER.example.com/x'].map((key) => [key, 'x'] as const),
  ),
  'annotation-value': addMember(
    ['annotations'],
    [
      ['example.com/flag', true],
      ['example.com/count', 3],
      ['example.com/list', ['a']],
      ['example.com/any', 'any text: é\n'],
      ['example.com/none', null],
      ['example.com/long', 'x'.repeat(3000)],
    ],
  ),
  'annotation-known': addMember(
    ['annotations'],
    [
      ['kubernetes.io/change-cause', ''],
      ['container.apparmor.security.beta.kubernetes.io/main', 'runtime/default'],
      ['container.apparmor.security.beta.kubernetes.io/main', 'bogus'],
      ['seccomp.security.alpha.kubernetes.io/pod', 'runtime/default'],
      ['scheduler.alpha.kubernetes.io/tolerations', 'nonsense'],
      ['controller.kubernetes.io/pod-deletion-cost', '10'],
      ['controller.kubernetes.io/pod-deletion-cost', 'ten'],
      ['kubernetes.io/config.mirror', 'x'],
      ['scheduler.alpha.kubernetes.io/preferAvoidPods', '{}'],
      ['service.kubernetes.io/topology-mode', 'Auto'],
    ],
  ),
};
