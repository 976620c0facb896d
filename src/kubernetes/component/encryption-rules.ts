import { child } from '../field-path.ts';
import { alternatives } from '../meta/alternatives.ts';
import { list, map, text, whole } from '../meta/fields.ts';
import type { KindRule } from '../rule.ts';
import { isObject } from '../value.ts';
import { checkDuration } from './config-duration.ts';
import { below, type ConfigPart, refuse } from './config-field.ts';

const providers = ['aescbc', 'aesgcm', 'identity', 'kms', 'secretbox'];

/** Bytes of a key. */
const keySizes: Readonly<Record<string, readonly number[]>> = {
  aescbc: [16, 24, 32],
  aesgcm: [16, 24, 32],
  secretbox: [32],
};

/**
 * What the API server does not start with. Keys are secrets: no message holds one.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/staging/src/k8s.io/apiserver/pkg/apis/apiserver/validation/validation_encryption.go
 */
export const checkEncryptionConfiguration: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  const resources = list(object, 'resources');
  if (resources.length === 0) refuse(part, 'resources', 'must have an item');
  const kmsNames = new Set<string>();
  resources.forEach((resource, index) => {
    const here = below(
      { ...part, path: child(undefined, 'resources') },
      index,
      isObject(resource) ? resource : {},
    );
    checkResources(here);
    checkProviders(here, kmsNames);
  });
};

function checkResources(part: ConfigPart): void {
  const names = list(part.object, 'resources').filter((name) => typeof name === 'string');
  const here: ConfigPart = { ...part, path: child(part.path, 'resources') };
  if (names.length === 0) refuse(part, 'resources', 'must have an item');
  names.forEach((name, index) => {
    const group = groupOf(name);
    if (/[A-Z]/.test(name))
      refuse(here, index, 'must be in lower case', `did you mean ${name.toLowerCase()}?`);
    else if (name === '*') refuse(here, index, 'must be *. for the core group, or *.* for everything');
    else if (group === 'events.k8s.io') refuse(here, index, 'must be events: that is how they are stored');
    else if (group === 'extensions') refuse(here, index, 'names the group extensions, which is gone');
    if (names.indexOf(name) < index) refuse(here, index, `repeats ${name}`);
    else if (names.some((other, at) => at !== index && covers(other, name)))
      refuse(here, index, 'is covered by another item of its list');
  });
}

function groupOf(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1);
}

function covers(other: string, name: string): boolean {
  if (other === name) return false;
  return other === '*.*' || (other.startsWith('*.') && groupOf(other) === groupOf(name));
}

function checkProviders(part: ConfigPart, kmsNames: Set<string>): void {
  const items = list(part.object, 'providers');
  if (items.length === 0) refuse(part, 'providers', 'must have an item');
  const path = child(part.path, 'providers');
  items.forEach((item, index) => {
    const provider = isObject(item) ? item : {};
    const here: ConfigPart = { ...part, object: provider, path: child(path, index) };
    const given = providers.filter((name) => isObject(provider[name]));
    if (given.length !== 1) refuse({ ...part, path }, index, `must have one of ${alternatives(providers)}`);
    const [kind] = given;
    if (kind === 'kms') checkKms(below(here, kind, map(provider, kind)), kmsNames);
    else if (kind !== undefined && kind !== 'identity')
      checkKeys(below(here, kind, map(provider, kind)), keySizes[kind] ?? []);
  });
}

function checkKeys(part: ConfigPart, sizes: readonly number[]): void {
  const keys = list(part.object, 'keys');
  if (keys.length === 0) refuse(part, 'keys', 'must have an item');
  keys.forEach((item, index) => {
    const key = isObject(item) ? item : {};
    const here: ConfigPart = { ...part, object: key, path: child(child(part.path, 'keys'), index) };
    if (text(key, 'name') === '') refuse(here, 'name', 'must be set');
    const secret = text(key, 'secret');
    if (secret === '') refuse(here, 'secret', 'must be set');
    else if (
      !/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(secret.replace(/[\r\n]/g, ''))
    )
      refuse(here, 'secret', 'must be base64');
    else checkSize(here, Buffer.from(secret, 'base64').length, sizes);
  });
}

function checkSize(part: ConfigPart, size: number, sizes: readonly number[]): void {
  if (sizes.includes(size)) return;
  refuse(part, 'secret', `must be a key of ${alternatives(sizes.map(String))} bytes, not of ${size}`);
}

function checkKms(part: ConfigPart, names: Set<string>): void {
  const { object } = part;
  const name = text(object, 'name');
  const version = text(object, 'apiVersion') || 'v1';
  if (name === '') refuse(part, 'name', 'must be set');
  else if (version !== 'v1' && name.includes(':')) refuse(part, 'name', 'must not hold a colon');
  else if (version !== 'v1' && names.has(name)) refuse(part, 'name', 'repeats the name of another provider');
  names.add(name);
  if (version !== 'v1' && version !== 'v2') refuse(part, 'apiVersion', 'must be v1 or v2');
  if (!/^unix:\/\//.test(text(object, 'endpoint')))
    refuse(part, 'endpoint', 'must be a socket such as unix:///run/kms.sock');
  checkDuration(part, 'timeout', (value) => value > 0n, 'more than 0');
  const size = whole(object, 'cachesize');
  if (version === 'v2' && size !== undefined) refuse(part, 'cachesize', 'must not be set for v2');
  else if (size === 0) refuse(part, 'cachesize', 'must not be 0');
}
