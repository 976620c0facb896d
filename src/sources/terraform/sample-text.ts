import {
  factsOf,
  type SampleContext,
  sampleAuthority,
  sampleKubeconfig,
  samplePublicKey,
} from './sample-facts.ts';

/** Whom a text is for. */
export interface SampleRequest {
  /** Name of the variable, or of the attribute in an object. */
  readonly name: string;
  readonly description: string;
  readonly context: SampleContext;
  /** Counts from 1 in a list of machines, so that each has its own name and address; 0 outside of lists. */
  readonly index: number;
}

type Rule = readonly [RegExp, string | ((request: SampleRequest) => string)];

/** Names that mean one thing in every module. */
const knownNames: readonly Rule[] = [
  [/authorized_key|ssh.*key|public_key/, samplePublicKey],
  [/fingerprint/, '00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff'],
  [/kubeconfig/, sampleKubeconfig],
  [/(?:^|_)mac(?:_address)?$/, ({ index }) => `52:54:00:00:00:${twoDigits(index)}`],
  [/service_cidr/, '10.3.0.0/16'],
  [/pod_cidr|cluster_cidr/, '10.2.0.0/16'],
  [/ipv6.*cidr|cidr.*ipv6/, 'fd00:10::/48'],
  [/subnet.*cidr/, '10.0.0.0/24'],
  [/cidr/, '10.0.0.0/16'],
  [
    /os_version|image_version|(?:flatcar|coreos)_version/,
    ({ context }) => osVersions[context.os ?? 'flatcar'],
  ],
  [/(?:kubernetes|k8s)_version/, ({ description }) => (/\bv1\./.test(description) ? 'v1.34.0' : '1.34.0')],
  [/cluster_domain_suffix/, 'cluster.local'],
  [/k8s_domain_name|cluster_domain|api_(?:domain|host)|apiserver/, 'cluster.example.com'],
  [/^domain$|^host$|^hostname$|^fqdn$|etcd_server|api_server/, hostName],
  [/dns_zone_group|resource_group/, 'example-group'],
  [/dns_zone$|domain_name|base_domain|^dns_domain$/, 'example.com'],
  [/asset_dir/, 'assets'],
  [/(?:^|_)arch(?:itecture)?$/, 'amd64'],
];

const osVersions = { 'fedora-coreos': '42.20250803.3.0', flatcar: '4230.2.1' } as const;

/** Names that say what it is, where the description gives no example. */
const usualNames: readonly Rule[] = [
  [/zone_id$/, 'Z0123456789ABCDEFGHIJ'],
  [/zone_name$/, 'example-zone'],
  [/region|location/, ({ context }) => factsOf(context.platform).region],
  [/zone|datacenter/, ({ context }) => factsOf(context.platform).zone],
  [/(?:instance|machine|vm|controller|worker|server|node|droplet)_(?:type|size)|flavor/, sizeOf],
  [/ca_cert|certificate_authority/, sampleAuthority],
  [/token/, 'abcdef.0123456789abcdef'],
  [/password|secret|passphrase/, 'windtunnel-sample-do-not-use'],
  [/email/, 'admin@example.com'],
  [/rpc_endpoint/, 'matchbox.example.com:8081'],
  [/http_endpoint/, 'http://matchbox.example.com:8080'],
  [/endpoint|ur[il]$/, 'https://example.com'],
  [
    /(?:^|_)ips?$|ip_address|ipv4|gateway|nameserver|dns_server|_address$/,
    ({ index }) => `192.0.2.${10 + index}`,
  ],
  [/ami$|image$|image_id$/, ({ context }) => factsOf(context.platform).image],
  [/_ids?$/, ({ name, context }) => factsOf(context.platform).id(name.replace(/_ids?$/, ''))],
  [/security_group/, ({ context }) => factsOf(context.platform).id('security_group')],
  [/_arn$/, 'arn:aws:iam::000000000000:role/example'],
  [/channel|stream/, 'stable'],
  [/version$/, '1.0.0'],
  [/user(?:name)?$/, 'core'],
  [/disk$|device$/, '/dev/sda'],
  [/(?:dir|path|folder)$/, 'example'],
];

/** A text that a variable, or an attribute of its objects, may well have. */
export function sampleText(request: SampleRequest): string {
  const name = request.name.toLowerCase();
  if (request.index > 0 && /^(?:name|machine|node|server|worker|host|hostname)$|_name$/.test(name))
    return `node${request.index}`;
  if (request.index > 0 && /_(?:domain|fqdn|hostname)$/.test(name)) return hostName(request);
  return (
    byRule(knownNames, request, name) ?? exampleIn(request) ?? byRule(usualNames, request, name) ?? 'example'
  );
}

function byRule(rules: readonly Rule[], request: SampleRequest, name: string): string | undefined {
  const rule = rules.find(([pattern]) => pattern.test(name));
  if (rule === undefined) return undefined;
  return typeof rule[1] === 'string' ? rule[1] : rule[1](request);
}

/** The author's own example: `AWS Route53 DNS Zone (e.g. aws.example.com)`. */
function exampleIn({ description, index }: SampleRequest): string | undefined {
  const [, written] =
    /\b(?:e\.g\.|ex:|[Ee]xample:|for example)[,:]?\s+[`'"]?([\w./:@-]{1,200})/.exec(description) ?? [];
  // One example does not do for several machines.
  return index > 1 ? undefined : written?.replace(/[.:]+$/, '') || undefined;
}

function hostName({ index, name }: SampleRequest): string {
  return index === 0 ? (name === 'domain' ? 'example.com' : 'node1.example.com') : `node${index}.example.com`;
}

function sizeOf({ context }: SampleRequest): string {
  return factsOf(context.platform).size;
}

function twoDigits(index: number): string {
  return (index % 256).toString(16).padStart(2, '0');
}
