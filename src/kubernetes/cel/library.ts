import { conversions } from './conversions.ts';
import { quantities, semvers, urls } from './kubernetes-library.ts';
import { listExtensions, lists, sets } from './lists.ts';
import { namedFormats } from './named-formats.ts';
import { network } from './network-library.ts';
import { operators } from './operators.ts';
import { optionals } from './optionals.ts';
import { type Overload, overloadsOf } from './overload.ts';
import { specialOperators } from './special.ts';
import { strings } from './strings.ts';
import { times } from './times.ts';

/**
 * All functions, by name. A library counts from the minor behind the one that introduced it: a definition must still
 * be good on the release before (https://github.com/kubernetes/apiserver/blob/v0.34.3/pkg/cel/environment/base.go).
 */
const functions = groupByName();

function groupByName(): ReadonlyMap<string, readonly Overload[]> {
  const all = [
    ...overloadsOf({
      ...operators,
      ...conversions,
      ...strings,
      ...times,
      ...optionals,
      ...lists,
      ...sets,
      ...urls,
    }),
    ...overloadsOf({ ...quantities, ...network, ...specialOperators }),
    ...overloadsOf(namedFormats, 32),
    ...overloadsOf(semvers, 34),
    ...overloadsOf(listExtensions, 35),
  ];
  const byName = new Map<string, Overload[]>();
  for (const overload of all) byName.set(overload.name, [...(byName.get(overload.name) ?? []), overload]);
  return byName;
}

/** Ways to call a function in a minor of Kubernetes 1.x; none when it is not there. */
export function overloadsNamed(name: string, minor: number): readonly Overload[] {
  return functions.get(name)?.filter(({ since }) => since <= minor) ?? [];
}

// Functions of cel-go and Kubernetes that we have not, so that we cannot say whether a call of them is right.
const absent = new Set([
  'sortBy',
  'authorizer',
  'check',
  'path',
  'group',
  'resource',
  'serviceAccount',
  'allowed',
  'fieldSelector',
  'labelSelector',
  'jsonpatch.escapeKey',
]);

/** Whether some Kubernetes may know the function although we do not. */
export function isBeyondLibrary(name: string): boolean {
  return absent.has(name);
}
