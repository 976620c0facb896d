import type { TypeTable } from './type-table.ts';

/** Resources of hetznercloud/hcloud, and its data sources. */
export const hetzner: TypeTable = {
  '*': 'id={digits:8}',
  hcloud_server:
    'id={digits:8} ipv4_address=public-ipv4 ipv6_address=ipv6 ipv6_network=ipv6-cidr status=running datacenter=fsn1-dc14 location=fsn1 primary_disk_size=#20 backup_window=null backups=false user_data=null rescue=null iso=null network[].ip=ipv4 network[].mac_address=mac',
  hcloud_server_network: 'id={server_id}-{network_id} ip=ipv4 mac_address=mac',
  hcloud_network: 'id={digits:7} ip_range=cidr',
  hcloud_network_subnet: 'id={network_id}-{ip_range} ip_range=cidr gateway=ipv4',
  hcloud_network_route: 'id={network_id}-{destination}',
  hcloud_primary_ip: 'id={digits:8} ip_address=public-ip ip_network=null assignee_id=null',
  hcloud_floating_ip: 'id={digits:8} ip_address=public-ip ip_network=null server_id=null home_location=fsn1',
  hcloud_floating_ip_assignment: 'id={floating_ip_id}',
  hcloud_firewall: 'id={digits:7} name',
  hcloud_firewall_attachment: 'id={firewall_id}',
  hcloud_load_balancer:
    'id={digits:7} ipv4=public-ipv4 ipv6=ipv6 network_id=null network_ip=ipv4 network_zone=eu-central',
  hcloud_load_balancer_service: 'id={load_balancer_id}__{listen_port} listen_port=#443 destination_port=#443',
  hcloud_load_balancer_target: 'id=lb-tgt-{hex:12}',
  hcloud_load_balancer_network: 'id={load_balancer_id}-{network_id} ip=ipv4',
  hcloud_ssh_key: 'id={digits:8} fingerprint=00:{hex:2}:{hex:2}:{hex:2} public_key=ssh-public-key',
  hcloud_volume:
    'id={digits:8} linux_device=/dev/disk/by-id/scsi-0HC_Volume_{id} server_id=null location=fsn1',
  hcloud_volume_attachment: 'id={volume_id}',
  hcloud_placement_group: 'id={digits:7} servers=null',
  hcloud_rdns: 'id=s-{digits:8}',
  hcloud_snapshot: 'id={digits:8}',
  hcloud_certificate: 'id={digits:7} certificate fingerprint={hex:64} domain_names=fqdn*1',
  'data.hcloud_image':
    'id={digits:8} name type=snapshot architecture=x86 os_flavor=unknown os_version=null description=name created=timestamp',
  'data.hcloud_images': 'images[].id=#1 images[].name=name images[].description=name',
  'data.hcloud_location': 'id={digits:2} name=fsn1 city=name country=DE network_zone=eu-central',
  'data.hcloud_locations': 'location_ids=[1,2,3] names=[fsn1,nbg1,hel1] descriptions=name*3',
  'data.hcloud_datacenters': 'datacenter_ids=[4,2,3] names=[fsn1-dc14,nbg1-dc3,hel1-dc2] descriptions=name*3',
  'data.hcloud_server_type': 'id={digits:3} name=cx22 cores=#2 memory=#4 disk=#40 architecture=x86',
};
