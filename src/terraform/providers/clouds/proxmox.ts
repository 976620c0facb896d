import type { TypeTable } from './type-table.ts';

/** A file as a datastore of a node has it. */
const stored = (content: string): string => `id={datastore_id|local}:${content}/{file_name} file_name=name`;

/** Resources of bpg/proxmox (`proxmox_virtual_environment_…`) and telmate/proxmox, and their data sources. */
export const proxmox: TypeTable = {
  '*': 'id={digits:4}',
  proxmox_virtual_environment_vm:
    'id={vm_id} vm_id={digits:4} ipv4_addresses=[ipv4*1] ipv6_addresses=[ipv6*1] mac_addresses=mac*1 network_interface_names=[eth0] name started=true network_device[].mac_address=mac description=null tags=null kvm_arguments=null pool_id=null',
  proxmox_virtual_environment_container: 'id={vm_id} vm_id={digits:4} ipv4={} ipv6={}',
  proxmox_virtual_environment_file: `${stored('snippets')} file_size=#1 file_tag=name file_modification_date=timestamp`,
  proxmox_virtual_environment_download_file: `${stored('iso')} size=#1`,
  proxmox_virtual_environment_pool: 'id={pool_id} members=null',
  proxmox_virtual_environment_hardware_mapping_pci: 'id={name}',
  proxmox_virtual_environment_network_linux_bridge: 'id={node_name}:{name} address=null gateway=null',
  'data.proxmox_virtual_environment_nodes': 'id=nodes names=name*3 online=[true,true,true]',
  'data.proxmox_virtual_environment_datastores': 'id={node_name}_datastores datastore_ids=[local,local-lvm]',
  'data.proxmox_virtual_environment_vms': 'vms[].vm_id=#100 vms[].name=name vms[].node_name=name',
  proxmox_vm_qemu:
    'id={target_node|pve}/qemu/{vmid} vmid={digits:4} name default_ipv4_address=ipv4 default_ipv6_address=ipv6 ssh_host=ipv4 ssh_port=22 target_node=pve network[].macaddr=mac unused_disk=null desc=null cicustom=null args=null',
  proxmox_cloud_init_disk: 'id={storage}:iso/{name}.iso sha256={hex:64} size=#1',
  proxmox_storage_iso: 'id={storage}:iso/{filename}',
};
