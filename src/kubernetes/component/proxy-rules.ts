import { child } from '../field-path.ts';
import { parseCidr, parseIp } from '../meta/address.ts';
import { list, map, text } from '../meta/fields.ts';
import { quoted } from '../meta/quoted.ts';
import type { KindRule } from '../rule.ts';
import { checkDuration, duration, second } from './config-duration.ts';
import {
  below,
  type ConfigPart,
  checkHiddenMetrics,
  checkNumber,
  checkOneOf,
  refuse,
} from './config-field.ts';

const localModes = ['BridgeInterface', 'ClusterCIDR', 'InterfaceNamePrefix', 'NodeCIDR'];

/**
 * What kube-proxy does not start with.
 * https://github.com/kubernetes/kubernetes/blob/v1.34.3/pkg/proxy/apis/config/validation/validation.go
 */
export const checkProxyConfiguration: KindRule = (object, { minor, problems }) => {
  const part: ConfigPart = { object, path: undefined, minor, problems };
  // kernelspace is for Windows.
  checkOneOf(part, 'mode', ['iptables', 'ipvs', 'kernelspace', 'nftables']);
  checkOneOf(part, 'detectLocalMode', localModes);
  checkDuration(part, 'configSyncPeriod', (value) => value >= 0n, 'more than 0');
  checkNumber(part, 'oomScoreAdj', -1000, 1000);
  checkNumber(below(part, 'iptables', map(object, 'iptables')), 'masqueradeBit', 0, 31);
  checkNumber(below(part, 'clientConnection', map(object, 'clientConnection')), 'burst', 0);
  checkOneOf(below(part, 'logging', map(object, 'logging')), 'format', ['json', 'text']);
  checkConntrack(below(part, 'conntrack', map(object, 'conntrack')));
  checkHiddenMetrics(part);
  checkSyncPeriods(part);
  checkAddresses(part);
  checkDetection(part);
};

function checkConntrack(part: ConfigPart): void {
  checkNumber(part, 'maxPerCore', 0);
  checkNumber(part, 'min', 0);
  for (const key of ['tcpCloseWaitTimeout', 'tcpEstablishedTimeout', 'udpStreamTimeout', 'udpTimeout'])
    checkDuration(part, key, (value) => value >= 0n, '0 or more');
}

/** Those of the backend that is used; the others are not looked at. */
function checkSyncPeriods(part: ConfigPart): void {
  const mode = text(part.object, 'mode') || 'iptables';
  if (mode !== 'iptables' && mode !== 'ipvs' && mode !== 'nftables') return;
  const backend = below(part, mode, map(part.object, mode));
  // Zero is filled in as if it were absent.
  const most = duration(backend.object, 'syncPeriod') || 30n * second;
  const least = duration(backend.object, 'minSyncPeriod') || (mode === 'ipvs' ? 0n : second);
  if (most < 0n) refuse(backend, 'syncPeriod', 'must be more than 0');
  else if (least < 0n) refuse(backend, 'minSyncPeriod', 'must be 0 or more');
  else if (least > most) refuse(backend, 'minSyncPeriod', 'must not be more than syncPeriod');
  if (mode === 'nftables') checkNumber(backend, 'masqueradeBit', 0, 31);
  if (mode !== 'ipvs') return;
  for (const key of ['tcpFinTimeout', 'tcpTimeout', 'udpTimeout'])
    checkDuration(backend, key, (value) => value >= 0n, '0 or more');
  checkCidrs(backend, 'excludeCIDRs');
}

function checkAddresses(part: ConfigPart): void {
  const { object } = part;
  const bind = text(object, 'bindAddress');
  if (bind !== '' && !parseIp(bind))
    refuse(part, 'bindAddress', `must be an IP address, not ${quoted(bind)}`);
  for (const key of ['healthzBindAddress', 'metricsBindAddress']) {
    const value = text(object, key);
    if (value !== '' && !isHostPort(value))
      refuse(part, key, `must be an IP address, with a port or without, not ${quoted(value)}`);
  }
  const ports = list(object, 'nodePortAddresses');
  if (ports.length === 1 && ports[0] === 'primary') return;
  checkCidrs(part, 'nodePortAddresses');
}

function checkCidrs(part: ConfigPart, key: string): void {
  const here: ConfigPart = { ...part, path: child(part.path, key) };
  list(part.object, key).forEach((cidr, index) => {
    if (typeof cidr === 'string' && !parseCidr(cidr))
      refuse(here, index, `must be a network such as 10.2.0.0/16, not ${quoted(cidr)}`);
  });
}

/** A port is added where there is none. */
function isHostPort(value: string): boolean {
  if (parseIp(value)) return true;
  const [, bracketed, plain, port = ''] = /^(?:\[([^\]]*)\]|([^:]*)):(\d{1,5})$/.exec(value) ?? [];
  return Number(port) > 0 && Number(port) < 65_536 && parseIp(bracketed ?? plain ?? '') !== undefined;
}

/** What tells traffic of pods of the node from other traffic. */
function checkDetection(part: ConfigPart): void {
  const local = below(part, 'detectLocal', map(part.object, 'detectLocal'));
  const mode = text(part.object, 'detectLocalMode');
  if (mode === 'BridgeInterface' && text(local.object, 'bridgeInterface') === '')
    refuse(local, 'bridgeInterface', 'must be set when detectLocalMode is BridgeInterface');
  if (mode === 'InterfaceNamePrefix' && text(local.object, 'interfaceNamePrefix') === '')
    refuse(local, 'interfaceNamePrefix', 'must be set when detectLocalMode is InterfaceNamePrefix');
  const cidr = text(part.object, 'clusterCIDR');
  if (mode !== 'ClusterCIDR' || cidr === '') return;
  const networks = cidr.split(',').map((one) => parseCidr(one));
  if (networks.some((network) => !network))
    refuse(part, 'clusterCIDR', `must be a network such as 10.2.0.0/16, not ${quoted(cidr)}`);
  else if (
    networks.length > 2 ||
    (networks.length === 2 && networks[0]?.address.family === networks[1]?.address.family)
  )
    refuse(part, 'clusterCIDR', 'must be one network, or one of IPv4 and one of IPv6');
}
