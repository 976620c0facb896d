import { isArray, isObject } from '../../../src/kubernetes/value.ts';
import type { Mutators } from './mutation.ts';
import { at, besides, memberOf } from './places.ts';
import { appending, setting } from './setting.ts';

/** Renames or removes the items of one list by name, so that who refers to them does not find them. */
function itemsOf(field: string) {
  return at(function* (place) {
    if (place.field !== field || typeof place.step !== 'number' || !isObject(place.value)) return;
    yield [{ path: memberOf(place, 'name'), value: 'renamed' }];
    yield [{ path: memberOf(place, 'name'), value: `${String(place.value['name'])}x` }];
    yield [{ path: place.path }];
  });
}

/** Gives an item the name of its neighbour. */
function sameNames(field: string) {
  return at(function* (place) {
    if (place.step !== field || !isArray(place.value)) return;
    for (const [index, item] of place.value.entries()) {
      const before = place.value[index - 1];
      if (isObject(item) && isObject(before))
        yield [{ path: [...place.path, index, 'name'], value: before['name'] ?? null }];
    }
  });
}

/** References inside one object that stop meeting each other. */
export const referenceMutators: Mutators = {
  'volume-renamed': itemsOf('volumes'),
  'mount-renamed': itemsOf('volumeMounts'),
  'container-renamed': itemsOf('containers'),
  'claim-template-renamed': at(function* (place) {
    if (place.field === 'volumeClaimTemplates' && isObject(place.value))
      yield [{ path: memberOf(place, 'metadata'), value: { name: 'renamed' } }];
  }),
  'same-container-name': sameNames('containers'),
  'same-volume-name': sameNames('volumes'),
  'same-port-name': sameNames('ports'),
  'same-variable-name': sameNames('env'),
  'same-version-name': sameNames('versions'),
  'init-container-same-name': at(function* (place) {
    if (place.step !== 'containers' || !isArray(place.value)) return;
    yield [{ path: besides(place, 'initContainers'), value: place.value }];
  }),
  'mount-members': setting(['volumeMounts[]'], {
    mountPath: ['', 'relative/path', '/', '/srv', '/with:colon', '/a/../b', '..', '/srv '],
    subPath: ['../up', '/absolute', 'a/b', '', 'a/../b', '$(NAME)'],
    subPathExpr: ['$(NAME)', '/x', '../x'],
    mountPropagation: ['Bidirectional', 'HostToContainer', 'Both', 'None', ''],
    readOnly: [true, false],
    recursiveReadOnly: ['Enabled', 'Disabled', 'IfPossible', 'Always'],
    readonly: [true],
  }),
  'mount-added': appending('volumeMounts', [
    { name: 'missing', mountPath: '/missing' },
    { mountPath: '/nameless' },
    { name: 'data' },
    '/data:/data',
  ]),
  'field-reference': setting(['valueFrom.fieldRef', 'items[].fieldRef', 'items.fieldRef'], {
    fieldPath: [
      'metadata.name',
      'status.podIPs',
      'spec.serviceAccountName',
      'metadata.labels',
      "metadata.labels['a']",
      "metadata.annotations['x/y']",
      "metadata.labels['a b']",
      'spec.replicas',
      'status.phase',
      '',
      'name',
      'metadata.uid',
    ],
    apiVersion: ['v1', 'v2', 'apps/v1'],
  }),
  'resource-reference': setting(['valueFrom.resourceFieldRef', 'items.resourceFieldRef'], {
    resource: ['limits.cpu', 'requests.ephemeral-storage', 'cpu', 'limits.gpu', 'limits.hugepages-2Mi', ''],
    divisor: ['1m', '1Mi', '3', '0', '1k', 'x'],
    containerName: ['missing', ''],
  }),
};
