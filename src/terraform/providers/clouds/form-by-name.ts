/**
 * What an attribute holds, judging by its name, for types and attributes that no table has. The first rule that fits
 * counts. Providers name alike: `_ip`, `_id`, `arn`, `fqdn`, `_count`.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/^(tags|tags_all|labels|annotations|metadata|attributes|properties|parameters|status|result)$/, '{}'],
  [/(^|_)arn$/, 'arn:aws:{type}:us-east-1:123456789012:{name}'],
  [/(^|_)ipv6.*cidr|cidr.*ipv6/, 'ipv6-cidr'],
  [/cidr|(^|_)(subnet|network|address)_(prefix|range)$/, 'cidr'],
  [/(^|_)mac(_?address)?$/, 'mac'],
  [/ipv6|ip_v6/, 'ipv6'],
  [/(private|internal|network|local).*(ip|address)|(ip|address).*(private|internal)/, 'ipv4'],
  [/(^|_)(ip|ipv4|address|ip_v4)(_|$)|ipv4/, 'public-ipv4'],
  [/fqdn|dns_name|(^|_)(domain|dns|private_dns|public_dns|zone_name)$/, 'fqdn'],
  [/(^|_)host(_?name)?$/, 'hostname'],
  [/(^|_)(port|ports_count|count|size|number|priority|capacity|memory|cpus?|vcpus?|version_number)$/, '#1'],
  [/^(latest|default)_version$/, '#1'],
  [/^(is|has|enable|allow|use)_|_enabled$|^(enabled|encrypted|ready|default)$/, 'false'],
  [/(_at|_on|_time|timestamp|created|updated)$/, 'timestamp'],
  [/(public_key(_openssh)?|ssh_key)$/, 'ssh-public-key'],
  [/certificate|(^|_)client_key$|base64/, 'base64'],
  [/^json$|_json$/, 'json'],
  [/(^|_)(url|uri|endpoint|self_link|link)$/, 'https://{name}.example'],
  [/(^|_)(uuid|guid)$/, 'uuid'],
  [/(^|_)id$/, '{hex:16}'],
  [/(^|_)fingerprint$/, '{hex:32}'],
];

/** Names that end with an s and are no lists. */
const singular = /(ss|us|is|os|dns|alias)$/;

/** Names whose values no report may show. */
const secret =
  /password|passwd|secret|token|private_key|(^|_)(access|client|api|account|auth|master)_key$|kube_?config/;

/** The form for a name; `list` of a data source has three elements, of a resource one. */
export function formByName(name: string, listLength: number): string {
  const whole = rules[0]?.[0].test(name);
  if (!whole && name.endsWith('s') && !singular.test(name)) {
    return `${singleForm(name.replace(/(?<=ss|x|ch)es$|s$/, ''))}*${listLength}`;
  }
  return singleForm(name);
}

function singleForm(name: string): string {
  return rules.find(([pattern]) => pattern.test(name))?.[1] ?? 'name';
}

/** Whether values of such attributes are kept out of reports. */
export function isSecretName(name: string): boolean {
  return secret.test(name);
}
