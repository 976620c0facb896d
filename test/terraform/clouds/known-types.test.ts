import { expect, test } from 'vitest';
import { isKnownType } from '../../../src/terraform/providers/clouds.ts';

/** Types that distributions of Kubernetes in the style of Typhoon and Lokomotive are made of, by provider. */
const types: readonly (readonly [string, string])[] = [
  [
    'aws',
    'autoscaling_group iam_instance_profile iam_role iam_role_policy instance internet_gateway launch_configuration launch_template lb lb_listener lb_target_group lb_target_group_attachment route route53_record route_table route_table_association security_group security_group_rule subnet vpc',
  ],
  [
    'azurerm',
    'availability_set dns_a_record dns_aaaa_record lb lb_backend_address_pool lb_outbound_rule lb_probe lb_rule linux_virtual_machine linux_virtual_machine_scale_set monitor_autoscale_setting network_interface network_interface_backend_address_pool_association network_interface_security_group_association network_security_group network_security_rule orchestrated_virtual_machine_scale_set public_ip resource_group subnet subnet_network_security_group_association virtual_machine virtual_machine_scale_set virtual_network',
  ],
  ['cloudflare', 'record'],
  ['digitalocean', 'droplet firewall record tag vpc'],
  [
    'google',
    'compute_backend_service compute_firewall compute_global_address compute_global_forwarding_rule compute_health_check compute_http_health_check compute_instance compute_instance_group compute_instance_template compute_network compute_region_instance_group_manager compute_region_instance_template compute_target_http_proxy compute_target_pool compute_target_tcp_proxy compute_url_map dns_record_set',
  ],
  ['libvirt', 'domain ignition network pool volume'],
  ['metal', 'device'],
  ['tinkerbell', 'hardware template workflow'],
  ['data.aws', 'ami availability_zones route53_zone'],
  ['data.azurerm', 'image'],
  ['data.cloudflare', 'zones'],
  ['data.google', 'compute_image compute_zones'],
  ['data.metal', 'project'],
];

test.each(types)('every type of %s has a line in a table', (provider, names) => {
  const mode = provider.startsWith('data.') ? 'data' : 'managed';
  const unknown = names
    .split(' ')
    .filter((name) => !isKnownType(mode, `${provider.replace('data.', '')}_${name}`));
  expect(unknown).toEqual([]);
});

test('a type that no provider has is not known', () => {
  expect(isKnownType('managed', 'aws_flux_capacitor')).toBe(false);
  expect(isKnownType('data', 'constructor')).toBe(false);
});
