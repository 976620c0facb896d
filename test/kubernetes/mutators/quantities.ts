import { isObject, type JsonValue } from '../../../src/kubernetes/value.ts';
import type { Mutators } from './mutation.ts';
import { at, memberOf, replacing } from './places.ts';
import { setting } from './setting.ts';

const isQuantity = (value: JsonValue) =>
  typeof value === 'string' && /^\d+(\.\d+)?(m|k|[KMGT]i?)?$/.test(value);
const quantityMaps =
  /^(requests|limits|capacity|hard|min|max|default|defaultRequest|maxLimitRequestRatio|podFixed|overhead|allocatable)$/;

function quantities(...values: readonly JsonValue[]) {
  return replacing(({ path, step, value }) => {
    const isMember = quantityMaps.test(String(path.at(-2))) && typeof step === 'string';
    return (isMember || isQuantity(value)) && !isObject(value) ? values : [];
  });
}

/** Amounts of resources: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity */
export const quantityMutators: Mutators = {
  'quantity-malformed': quantities(
    '100 m',
    '1GB',
    '1gi',
    '',
    ' 1',
    '1,5',
    'one',
    '1Zi',
    '0x10',
    '--1',
    '1Gi ',
    '5 Gi',
    '1e',
    '.',
  ),
  'quantity-unusual': quantities(
    '1e3',
    '1E',
    '.5',
    '+1',
    '1.',
    '0.1',
    '1500000u',
    '1n',
    '1.5Gi',
    '1e-3',
    '1Ei',
    '9223372036854775808',
  ),
  'quantity-number': quantities(1, 0, 0.5, 512, 1_000_000),
  'quantity-negative': quantities('-1', '-100m', -1),
  'quantity-zero': quantities('0', '0Mi'),
  'quantity-fine': quantities('1', '2', '100m', '1Gi', '64Mi', '10k'),
  'requests-over-limits': at(function* (place) {
    const other = place.step === 'requests' ? 'limits' : 'requests';
    if (!isObject(place.value) || (place.step !== 'requests' && place.step !== 'limits')) return;
    for (const key of Object.keys(place.value)) {
      yield [
        { path: [...place.path.slice(0, -1), other, key], value: place.step === 'limits' ? '900Gi' : '1m' },
      ];
    }
  }),
  'resource-name': at(function* (place) {
    if (!quantityMaps.test(String(place.step)) || !isObject(place.value)) return;
    for (const key of [
      'cpus',
      'Memory',
      'mem',
      'gpu',
      'nvidia.com/gpu',
      'example.com/Fpga',
      'hugepages-1Gi',
      'hugepages-3Mi',
      'storage',
      'ephemeral-storage',
      'kubernetes.io/x',
      'attachable-volumes-x',
      'pods',
      'requests.cpu',
      'a/b/c',
    ]) {
      yield [{ path: memberOf(place, key), value: '1' }];
    }
  }),
  'resources-swapped': at(function* (place) {
    if (place.step !== 'resources' || !isObject(place.value)) return;
    const { requests, limits } = place.value;
    yield [{ path: place.path, value: { requests: limits ?? null, limits: requests ?? null } }];
  }),
  'resources-set': setting(['containers[]', 'initContainers[]'], {
    resources: [
      { cpu: '1', memory: '1Gi' },
      { requests: { cpu: '2' }, limits: { cpu: '1' } },
      { requests: { 'hugepages-2Mi': '2Mi' } },
      { requests: { 'example.com/gpu': '1' }, limits: { 'example.com/gpu': '2' } },
      { limits: { 'example.com/gpu': '1500m' } },
      { limits: { cpu: '0.5m' } },
      { requests: { memory: '100m' } },
      { limits: { cpu: '1', memory: '1Gi' }, claims: [{ name: 'gpu' }] },
      null,
      {},
    ],
  }),
};
