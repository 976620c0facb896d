import type { TypeTable } from './type-table.ts';

/** A managed object: `vm-1234`. */
const managed = (kind: string): string => `id=${kind}-{digits:4}`;

/** Resources of vmware/vsphere (once hashicorp/vsphere), and its data sources. */
export const vsphere: TypeTable = {
  '*': 'id={type}-{digits:4}',
  vsphere_virtual_machine:
    'id={uuid} uuid={id} moid=vm-{digits:4} default_ip_address=ipv4 guest_ip_addresses=ipv4*1 power_state=on vmware_tools_status=guestToolsRunning vmx_path=name change_version=timestamp imported=false annotation=null guest_id=otherLinux64Guest firmware=bios num_cpus=#1 memory=#1024 scsi_type=pvscsi network_interface[].mac_address=mac network_interface_types=[vmxnet3] disk[].uuid=uuid disk[].path=name disks[].size=#20 disks[].thin_provisioned=true disks[].eagerly_scrub=false disks[].label=disk0',
  vsphere_folder: managed('group-v'),
  vsphere_resource_pool: managed('resgroup'),
  vsphere_datacenter: managed('datacenter'),
  vsphere_compute_cluster: `${managed('domain-c')} resource_pool_id=resgroup-{digits:4}`,
  vsphere_compute_cluster_vm_anti_affinity_rule: 'id=domain-c{digits:4}:{digits:4}',
  vsphere_host: managed('host'),
  'data.vsphere_host': `${managed('host')} resource_pool_id=resgroup-{digits:4}`,
  vsphere_datastore: managed('datastore'),
  'data.vsphere_datastore_cluster': managed('group-p'),
  vsphere_network: `${managed('network')} type=Network`,
  vsphere_distributed_port_group: `${managed('dvportgroup')} key={id}`,
  vsphere_file: 'id={datastore}/{destination_file}',
  vsphere_content_library: 'id={uuid}',
  vsphere_content_library_item: 'id={uuid} type=ovf',
  'data.vsphere_ovf_vm_template':
    'id={name} num_cpus=#2 memory=#4096 guest_id=otherLinux64Guest firmware=bios scsi_type=pvscsi ovf_network_map={}',
  vsphere_tag: 'id=urn:vmomi:InventoryServiceTag:{uuid}:GLOBAL',
  vsphere_tag_category: 'id=urn:vmomi:InventoryServiceCategory:{uuid}:GLOBAL',
};
