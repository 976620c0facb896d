import type { TypeTable } from './type-table.ts';

/** Machines, networks and images of clouds that need no table of their own; ids of Scaleway hold a zone. */
export const smallClouds: TypeTable = {
  '*': 'id={uuid}',
  scaleway_instance_server:
    'id=fr-par-1/{uuid} name public_ip=public-ipv4 private_ip=ipv4 ipv6_address=ipv6 ipv6_gateway=ipv6 public_ips[].id={uuid} public_ips[].address=public-ipv4 private_ips[].address=ipv4 state=started root_volume[].volume_id={uuid} security_group_id=fr-par-1/{uuid} zone=fr-par-1',
  scaleway_instance_ip: 'id=fr-par-1/{uuid} address=public-ipv4 reverse=fqdn server_id=null zone=fr-par-1',
  scaleway_instance_security_group: 'id=fr-par-1/{uuid} name zone=fr-par-1',
  scaleway_instance_snapshot: 'id=fr-par-1/{uuid} name size_in_gb=#10 created_at=timestamp',
  scaleway_instance_volume: 'id=fr-par-1/{uuid} name server_id=null',
  scaleway_instance_image: 'id=fr-par-1/{uuid} name architecture=x86_64 creation_date=timestamp',
  scaleway_instance_placement_group: 'id=fr-par-1/{uuid} name',
  scaleway_vpc: 'id=fr-par/{uuid} name',
  scaleway_vpc_private_network: 'id=fr-par/{uuid} name ipv4_subnet[].subnet=cidr vpc_id=fr-par/{uuid}',
  scaleway_lb: 'id=fr-par-1/{uuid} ip_address=public-ipv4 ip_id=fr-par-1/{uuid}',
  scaleway_lb_ip: 'id=fr-par-1/{uuid} ip_address=public-ipv4',
  scaleway_lb_backend: 'id=fr-par-1/{uuid}',
  scaleway_lb_frontend: 'id=fr-par-1/{uuid}',
  scaleway_object_bucket: 'id=fr-par/{name} endpoint=https://{name}.s3.fr-par.example',
  scaleway_object: 'id=fr-par/{bucket}/{key}',
  scaleway_domain_record: 'id={dns_zone}/{uuid} fqdn={name}.{dns_zone}',
  linode_instance:
    'id={digits:8} label=name ip_address=public-ipv4 private_ip_address=ipv4 ipv4=public-ipv4*1 ipv6=ipv6 status=running specs[].disk=#51200 specs[].memory=#2048 specs[].vcpus=#1 specs[].transfer=#2000 has_user_data=true image=null',
  linode_instance_disk: 'id={digits:8} status=ready created=timestamp',
  linode_instance_config: 'id={digits:8}',
  linode_image:
    'id=private/{digits:8} status=available size=#1 created=timestamp created_by=name is_public=false vendor=null',
  linode_firewall: 'id={digits:7} status=enabled created=timestamp',
  linode_nodebalancer: 'id={digits:7} hostname=fqdn ipv4=public-ipv4 ipv6=ipv6',
  linode_nodebalancer_config: 'id={digits:7} node_status=null',
  linode_nodebalancer_node: 'id={digits:7} status=UP',
  linode_vpc: 'id={digits:6}',
  linode_vpc_subnet: 'id={digits:6} ipv4=cidr',
  linode_sshkey: 'id={digits:6} ssh_key=ssh-public-key created=timestamp',
  linode_domain: 'id={digits:7}',
  linode_domain_record: 'id={digits:8}',
  vultr_instance:
    'id={uuid} main_ip=public-ipv4 internal_ip=ipv4 v6_main_ip=ipv6 v6_network=ipv6 gateway_v4=public-ipv4 netmask_v4=255.255.254.0 default_password=name os=name ram=#1024 disk=#25 vcpu_count=#1 status=active power_status=running date_created=timestamp',
  vultr_bare_metal_server:
    'id={uuid} main_ip=public-ipv4 v6_main_ip=ipv6 default_password=name os=name status=active',
  vultr_vpc: 'id={uuid} v4_subnet=ipv4 v4_subnet_mask=#24 date_created=timestamp',
  vultr_firewall_group: 'id={uuid} date_created=timestamp instance_count=#1 rule_count=#1',
  vultr_firewall_rule: 'id={digits:3}',
  vultr_load_balancer: 'id={uuid} ipv4=public-ipv4 ipv6=ipv6 status=active',
  vultr_reserved_ip: 'id={uuid} subnet=public-ipv4 subnet_size=#32',
  vultr_snapshot_from_url: 'id={uuid} status=complete size=#1 os_id=#164 date_created=timestamp',
  vultr_ssh_key: 'id={uuid} date_created=timestamp',
  'data.vultr_os': 'id=#164 name arch=x64 family=coreos',
  'data.vultr_snapshot': 'id={uuid} size=#1 status=complete os_id=#164',
  ovh_cloud_project_instance:
    'id={uuid} addresses[].ip=public-ipv4 addresses[].version=#4 flavor_id={uuid} image_id={uuid} ssh_key=null task_state=name',
  ovh_cloud_project_network_private: 'id=pn-{digits:7}_0 status=ACTIVE regions_openstack_ids={}',
  ovh_cloud_project_network_private_subnet: 'id={uuid} cidr gateway_ip=ipv4',
  ovh_domain_zone_record: 'id={digits:10}',
  brightbox_server:
    'id=srv-{hex:5} interface=int-{hex:5} ipv4_address_private=ipv4 ipv6_address=ipv6 fqdn hostname=srv-{hex:5} status=active username=core zone=gb1-a',
  brightbox_cloudip:
    'id=cip-{hex:5} public_ip=public-ipv4 public_ipv4=public-ipv4 public_ipv6=ipv6 fqdn reverse_dns=fqdn status=mapped',
  brightbox_server_group: 'id=grp-{hex:5} fqdn',
  brightbox_firewall_policy: 'id=fwp-{hex:5}',
  brightbox_firewall_rule: 'id=fwr-{hex:5}',
  'data.brightbox_image':
    'id=img-{hex:5} name arch=x86_64 owner=acc-{hex:5} status=available virtual_size=#10240',
};
