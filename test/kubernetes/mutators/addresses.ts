import type { JsonValue } from '../../../src/kubernetes/value.ts';
import type { Mutators } from './mutation.ts';
import { type Place, replacing } from './places.ts';
import { appending, setting } from './setting.ts';

const isAddress = (value: JsonValue) =>
  typeof value === 'string' && /^(\d+(\.\d+){3}|[0-9a-f]*:[0-9a-f:]+)(\/\d+)?$/.test(value);

function addresses(...values: readonly JsonValue[]) {
  return replacing((place: Place) => (isAddress(place.value) ? values : []));
}

const portFields = /^(port|containerPort|hostPort|nodePort|targetPort|number|healthCheckNodePort|endPort)$/;

function ports(...values: readonly JsonValue[]) {
  return replacing(({ field, value }) => (portFields.test(field) && typeof value !== 'object' ? values : []));
}

/** Addresses, ranges, ports and protocols. */
export const addressMutators: Mutators = {
  'address-malformed': addresses(
    '300.1.1.1',
    '10.0.0',
    '10.0.0.1.2',
    '1.2.3.4 ',
    'localhost',
    '::g',
    '10.0.0.1:80',
    '',
    '1.2.3.4/33',
    '10.0.0.0/-1',
  ),
  'address-unusual': addresses(
    '010.0.0.1',
    '0.0.0.0',
    '127.0.0.1',
    '::1',
    '169.254.1.1',
    '224.0.0.1',
    '::ffff:10.0.0.1',
    'fe80::1',
    '255.255.255.255',
  ),
  'address-or-range': addresses(
    '10.0.0.1',
    '10.0.0.0/24',
    '10.0.0.5/8',
    '2001:db8::/32',
    '2001:DB8::1',
    '0.0.0.0/0',
    '::/0',
  ),
  'port-out-of-range': ports(0, -1, 65_536, 70_000, 1_000_000),
  'port-quoted': ports('80', '8080', '0', '65536'),
  'port-name': ports(
    'http',
    'HTTP',
    'http_port',
    'a-name-of-sixteen',
    'fifteen-letters',
    '-web',
    'web--x',
    '1',
    'web.x',
    '',
  ),
  'port-fine': ports(1, 443, 65_535, 30_500),
  protocol: replacing(({ field }) =>
    field === 'protocol' ? ['tcp', 'HTTP', 'TCP/UDP', '', 'SCTP', 'UDP', 'ICMP', 'TCP'] : [],
  ),
  'port-added': appending('ports', [
    { name: 'added', port: 1234 },
    { name: 'added', containerPort: 1234 },
    { containerPort: 53, hostPort: 5353, protocol: 'UDP' },
    { port: 8443, targetPort: 'https' },
    { name: 'http', containerPort: 8080 },
    { containerPort: 8080, hostPort: 8080 },
    8080,
    '8080:80',
  ]),
  'port-members': setting(['ports[]'], {
    name: [
      'web',
      'Web',
      'a-name-of-sixteen',
      'http',
      '',
      'x.y',
      'example.com/http',
      'this-is-a-name-of-more-than-sixty-three-characters-for-a-service-port',
    ],
    hostIP: ['0.0.0.0', 'node', '::'],
    hostPort: [1, 0, 8080],
    appProtocol: ['http', 'kubernetes.io/ws', 'not valid', 'a/b/c'],
    nodePort: [30_000, 80, 32_768, 0, 31_234],
    targetPort: ['web', 9090, 'Web', 0, '9090'],
    endPort: [1, 65_535, 70_000],
  }),
};
