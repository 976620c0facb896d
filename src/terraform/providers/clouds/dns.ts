import type { TypeTable } from './type-table.ts';

const record =
  'id={hex:32} hostname={name} created_on=timestamp modified_on=timestamp proxiable=true proxied=false ttl=#1 priority=null';

const tunnel = 'id={uuid} cname={id}.cfargotunnel.com tunnel_token=name account_tag={hex:32} secret=base64';

/** Resources of cloudflare/cloudflare and of providers that keep DNS records. */
export const dns: TypeTable = {
  '*': 'id={hex:32}',
  cloudflare_record: record,
  cloudflare_dns_record: record,
  cloudflare_zone:
    'id={hex:32} name=fqdn name_servers=ns{digits:2}.cloudflare.example*2 status=active plan=free verification_key=name',
  'data.cloudflare_zones':
    'id={hex:32} zones[].id={hex:32} zones[].name=fqdn result[].id={hex:32} result[].name=fqdn',
  'data.cloudflare_accounts': 'id={hex:32} accounts[].id={hex:32} accounts[].name=name result[].id={hex:32}',
  cloudflare_tunnel: tunnel,
  cloudflare_zero_trust_tunnel_cloudflared: tunnel,
  cloudflare_api_token: 'id={hex:32} value=name status=active',
  'data.cloudflare_api_token_permission_groups':
    'id={hex:32} permissions=unknown zone=unknown account=unknown user=unknown r2=unknown',
  'data.cloudflare_api_token_permission_groups_list': 'result[].id={hex:32} result[].name=name',
  'data.cloudflare_ip_ranges':
    'id=cloudflare-ip-ranges cidr_blocks=cidr*3 ipv4_cidr_blocks=cidr*3 ipv6_cidr_blocks=ipv6-cidr*3 ipv4_cidrs=cidr*3',
  cloudflare_load_balancer: 'id={hex:32} created_on=timestamp modified_on=timestamp',
  cloudflare_origin_ca_certificate: 'id={digits:20} certificate=base64 expires_on=timestamp',
  dns_a_record_set: 'id={name}.{zone}',
  dns_aaaa_record_set: 'id={name}.{zone}',
  dns_cname_record: 'id={name}.{zone}',
  'data.dns_a_record_set': 'id={host} addrs=public-ipv4*3',
  powerdns_record: 'id={name}:::{type}',
};
