import { didYouMean } from '../../model/did-you-mean.ts';
import { child } from '../field-path.ts';
import { list, map, text } from '../meta/fields.ts';
import { dns1123Label } from '../meta/names.ts';
import { quoted } from '../meta/quoted.ts';
import type { Problems } from '../problem.ts';
import type { KindRule } from '../rule.ts';
import { isObject, type JsonObject } from '../value.ts';
import { checkCluster } from './kubeconfig-cluster.ts';
import { type KubeconfigPart, refuseKubeconfig } from './kubeconfig-part.ts';
import { checkUser } from './kubeconfig-user.ts';

/** One item of `clusters`, `contexts` or `users`. */
interface Named {
  readonly name: string;
  readonly part: KubeconfigPart;
}

/**
 * What no client can use. It looks only at what the current context uses; the rest gets warnings. Tokens, passwords
 * and keys are secrets: no message holds one.
 * https://github.com/kubernetes/client-go/blob/v0.34.3/tools/clientcmd/validation.go
 */
export const checkKubeconfig: KindRule = (object, { problems }) => {
  const current = text(object, 'current-context');
  const chosen = chosenContext(object, current);
  const clusters = readItems(object, problems, 'clusters', 'cluster', text(chosen, 'cluster'));
  const contexts = readItems(object, problems, 'contexts', 'context', current);
  const users = readItems(object, problems, 'users', 'user', text(chosen, 'user'));
  checkCurrent(current, contexts, problems);
  for (const { part } of contexts) {
    checkReference(part, 'cluster', clusters);
    checkReference(part, 'user', users);
    const namespace = text(part.object, 'namespace');
    if (namespace !== '' && !dns1123Label.test(namespace))
      refuseKubeconfig(part, 'namespace', `must be ${dns1123Label.words}`);
  }
  for (const { part } of clusters) checkCluster(part);
  for (const { part } of users) checkUser(part);
};

function chosenContext(object: JsonObject, current: string): JsonObject | undefined {
  const item = list(object, 'contexts').find((one) => isObject(one) && text(one, 'name') === current);
  return isObject(item) ? map(item, 'context') : undefined;
}

/** Reads a list of names and what they stand for; names must be there, once. `used`: the name that matters most. */
function readItems(
  object: JsonObject,
  problems: Problems,
  key: string,
  body: string,
  used: string,
): readonly Named[] {
  const found: Named[] = [];
  const names = new Set<string>();
  list(object, key).forEach((item, index) => {
    const row = isObject(item) ? item : {};
    const path = child(child(undefined, key), index);
    const name = text(row, 'name');
    const here: KubeconfigPart = { object: row, path, problems, isUsed: name === used };
    // A context without a name is the one that an empty `current-context` chooses: kubelets are given such.
    const isChosen = key === 'contexts' && name === used;
    if (name === '' && !isChosen) refuseKubeconfig(here, 'name', 'must be set');
    else if (names.has(name)) refuseKubeconfig({ ...here, isUsed: true }, 'name', `repeats ${quoted(name)}`);
    names.add(name);
    found.push({ name, part: { ...here, object: map(row, body) ?? {}, path: child(path, body) } });
  });
  return found;
}

function checkCurrent(current: string, contexts: readonly Named[], problems: Problems): void {
  const root: KubeconfigPart = { object: {}, path: undefined, problems, isUsed: true };
  const names = contexts.map(({ name }) => name);
  if (current !== '') {
    if (!names.includes(current))
      refuseKubeconfig(root, 'current-context', 'must name an item of contexts', nearest(current, names));
  } else if (names.length > 0 && !names.includes('')) {
    refuseKubeconfig(
      { ...root, isUsed: false },
      'current-context',
      'must be set, or clients use no cluster at all',
    );
  }
}

function checkReference(part: KubeconfigPart, key: string, known: readonly Named[]): void {
  const wanted = text(part.object, key);
  const names = known.map(({ name }) => name);
  if (wanted === '') refuseKubeconfig(part, key, 'must be set');
  else if (!names.includes(wanted))
    refuseKubeconfig(part, key, `must name an item of ${key}s`, nearest(wanted, names));
}

function nearest(word: string, names: readonly string[]): string | undefined {
  const near = didYouMean(word, names);
  return near === undefined ? undefined : `did you mean ${near}?`;
}
