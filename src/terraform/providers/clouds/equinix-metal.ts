import type { TypeTable } from './type-table.ts';

const device =
  'id={uuid} access_public_ipv4=public-ipv4 access_public_ipv6=ipv6 access_private_ipv4=ipv4 hostname=name state=active locked=false created=timestamp updated=timestamp deployed_facility=sv15 deployed_hardware_reservation_id=null network_type=layer3 root_password=name ssh_key_ids={uuid}*1 sos_hostname=fqdn tags=null user_data=null custom_data=null network[].address=public-ipv4 network[].cidr=#31 network[].family=#4 network[].gateway=public-ipv4 network[].public=true ports[].id={uuid} ports[].mac=mac ports[].name=eth0';

const project = 'id={uuid} project_id={id} name created=timestamp updated=timestamp organization_id={uuid}';

const reservedIps =
  'id={uuid} address=public-ipv4 gateway=public-ipv4 network=public-ipv4 netmask=255.255.255.248 cidr=#29 cidr_notation=198.18.0.0/29 address_family=#4 manageable=true management=false public=true';

const sshKey = 'id={uuid} fingerprint={hex:32} created=timestamp updated=timestamp owner_id={uuid}';

/**
 * Resources of equinix/equinix and of its forerunners equinix/metal and packethost/packet, and those of
 * tinkerbell/tinkerbell.
 */
export const equinixMetal: TypeTable = {
  '*': 'id={uuid}',
  equinix_metal_device: device,
  metal_device: device,
  packet_device: device,
  equinix_metal_project: project,
  metal_project: project,
  packet_project: project,
  equinix_metal_ssh_key: sshKey,
  metal_ssh_key: sshKey,
  packet_ssh_key: sshKey,
  equinix_metal_project_ssh_key: sshKey,
  equinix_metal_reserved_ip_block: reservedIps,
  metal_reserved_ip_block: reservedIps,
  packet_reserved_ip_block: reservedIps,
  'data.metal_operating_system': 'id=name slug=name name',
  'data.packet_operating_system': 'id=name slug=name name',
  equinix_metal_bgp_session: 'id={uuid} status=up',
  metal_bgp_session: 'id={uuid} status=up',
  packet_bgp_session: 'id={uuid} status=up',
  equinix_metal_vlan: 'id={uuid} vxlan=#1000',
  metal_vlan: 'id={uuid} vxlan=#1000',
  packet_vlan: 'id={uuid} vxlan=#1000',
  tinkerbell_hardware: 'id={uuid}',
  tinkerbell_template: 'id={uuid}',
  tinkerbell_workflow: 'id={uuid} state=STATE_SUCCESS',
};
