import { child, type FieldPath } from '../field-path.ts';
import { parseCidr, parseIp } from '../meta/address.ts';
import { list, map, present, text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import type { KindRule } from '../rule.ts';
import { isArray, isObject } from '../value.ts';
import { checkCommandLine } from './command-line.ts';
import { below, type ConfigPart, checkNumber, refuse } from './config-field.ts';
import type { Component } from './flag-table.ts';
import { checkTaints } from './node-taints.ts';

// https://github.com/kubernetes/kubernetes/blob/v1.34.3/cmd/kubeadm/app/apis/kubeadm/validation/validation.go

const controlPlane: readonly (readonly [string, Component])[] = [
  ['apiServer', 'kube-apiserver'],
  ['controllerManager', 'kube-controller-manager'],
  ['scheduler', 'kube-scheduler'],
];

/** What kubeadm refuses, and flags that it would hand to components that do not have them. */
export const checkClusterConfiguration: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  const version = /^v1\.(\d{1,2})\.\d+/.exec(text(object, 'kubernetesVersion'))?.[1];
  const own: ConfigPart = version === undefined ? part : { ...part, minor: Number(version) };
  for (const [key, component] of controlPlane)
    checkExtraArgs(below(own, key, map(object, key)), 'extraArgs', component);
  checkNetworking(below(part, 'networking', map(object, 'networking')));
  const etcd = below(part, 'etcd', map(object, 'etcd'));
  if (present(etcd.object['local']) && present(etcd.object['external']))
    refuse(etcd, 'external', 'cannot be set beside local');
  const endpoint = text(object, 'controlPlaneEndpoint');
  if (endpoint !== '' && !isEndpoint(endpoint))
    refuse(part, 'controlPlaneEndpoint', `must be a host, with a port or without, not ${quoted(endpoint)}`);
};

/** `kubeadm init` */
export const checkInitConfiguration: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  checkRegistration(part);
  checkLocalEndpoint(below(part, 'localAPIEndpoint', map(object, 'localAPIEndpoint')));
  list(object, 'bootstrapTokens').forEach((item, index) => {
    const token = isObject(item) ? item : {};
    checkToken({ ...part, object: token, path: child(child(undefined, 'bootstrapTokens'), index) }, 'token');
  });
};

/** `kubeadm join` */
export const checkJoinConfiguration: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  checkRegistration(part);
  const controlPlanePart = below(part, 'controlPlane', map(object, 'controlPlane'));
  const endpoint = map(controlPlanePart.object, 'localAPIEndpoint');
  checkLocalEndpoint(below(controlPlanePart, 'localAPIEndpoint', endpoint));
  checkDiscovery(below(part, 'discovery', map(object, 'discovery')));
};

function checkNetworking(part: ConfigPart): void {
  for (const key of ['podSubnet', 'serviceSubnet']) {
    const networks = text(part.object, key);
    if (networks !== '' && networks.split(',').some((network) => !parseCidr(network)))
      refuse(part, key, `must be a network such as 10.2.0.0/16, not ${quoted(networks)}`);
  }
}

function isEndpoint(endpoint: string): boolean {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([A-Za-z\d.-]+))(?::(\d{1,5}))?$/.exec(endpoint) ?? [];
  if (bracketed === undefined && plain === undefined) return parseIp(endpoint) !== undefined;
  const number = port === undefined ? 1 : Number(port);
  return (bracketed === undefined || parseIp(bracketed) !== undefined) && number > 0 && number < 65_536;
}

function checkLocalEndpoint(part: ConfigPart): void {
  const address = text(part.object, 'advertiseAddress');
  if (address !== '' && !parseIp(address))
    refuse(part, 'advertiseAddress', `must be an IP address, not ${quoted(address)}`);
  checkNumber(part, 'bindPort', 0, 65_535);
}

function checkRegistration(part: ConfigPart): void {
  const registration = below(part, 'nodeRegistration', map(part.object, 'nodeRegistration'));
  checkTaints(registration, 'taints');
  checkExtraArgs(registration, 'kubeletExtraArgs', 'kubelet');
}

function checkDiscovery(part: ConfigPart): void {
  const { object } = part;
  const token = map(object, 'bootstrapToken');
  const file = map(object, 'file');
  if (!token && !file) refuse(part, 'bootstrapToken', 'or file must be set');
  if (token && file) refuse(part, 'file', 'cannot be set beside bootstrapToken');
  if (!token) return;
  const here = below(part, 'bootstrapToken', token);
  checkToken(here, 'token');
  const hashes = list(token, 'caCertHashes');
  if (hashes.length === 0 && token['unsafeSkipCAVerification'] !== true)
    refuse(here, 'caCertHashes', 'must be set, or unsafeSkipCAVerification be true');
  hashes.forEach((hash, index) => {
    if (typeof hash === 'string' && !/^sha256:[\da-fA-F]{64}$/.test(hash))
      refuse(
        { ...here, path: child(here.path, 'caCertHashes') },
        index,
        'must be sha256: and 64 hexadecimal digits',
      );
  });
}

/** A token is a secret: no message holds one. */
function checkToken(part: ConfigPart, key: string): void {
  const token = text(part.object, key);
  if (token !== '' && !/^[a-z\d]{6}\.[a-z\d]{16}$/.test(token))
    refuse(part, key, 'must be 6 and 16 lower-case letters and digits with a dot between');
}

/** Flags by name, or from v1beta4 on a list of names and values. */
function checkExtraArgs(part: ConfigPart, key: string, component: Component): void {
  const given = part.object[key];
  const path = child(part.path, key);
  if (isArray(given)) {
    given.forEach((item, index) => {
      if (isObject(item))
        checkArg(part, child(path, index), component, text(item, 'name'), text(item, 'value'));
    });
  } else if (isObject(given)) {
    for (const name of Object.keys(given))
      checkArg(part, child(path, name), component, name, text(given, name));
  }
}

function checkArg(
  { minor, problems }: ConfigPart,
  path: FieldPath,
  component: Component,
  name: string,
  value: string,
): void {
  if (name === '') return;
  const verdict = checkCommandLine([component, `--${name}=${value}`], minor);
  for (const { word: _word, start: _start, end: _end, ...problem } of verdict?.problems ?? [])
    problems.add({ ...problem, path, at: 'value' });
}
