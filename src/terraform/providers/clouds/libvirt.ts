import type { TypeTable } from './type-table.ts';

/** Ids of volumes and of what is kept as volumes: the file in its pool, and a key behind a semicolon. */
const inPool = 'id=/var/lib/libvirt/images/{name}';

/** Resources of dmacvicar/libvirt. */
export const libvirt: TypeTable = {
  '*': 'id={uuid}',
  libvirt_domain:
    'id={uuid} arch=x86_64 emulator=/usr/bin/qemu-system-x86_64 machine=pc running=true autostart=false vcpu=#1 memory=#512 firmware=null fw_cfg_name=opt/com.coreos/config coreos_ignition=null cloudinit=null network_interface[].addresses=ipv4*1 network_interface[].mac=mac network_interface[].hostname=hostname network_interface[].network_id={uuid} network_interface[].network_name=default disk=null',
  libvirt_volume: `${inPool} size=#10737418240 format=qcow2 pool=default base_volume_id=null source=null`,
  libvirt_ignition: `${inPool};{uuid} pool=default`,
  libvirt_combustion: `${inPool};{uuid} pool=default`,
  libvirt_cloudinit_disk: `${inPool};{uuid} pool=default user_data=null meta_data=null network_config=null`,
  libvirt_pool: 'id={uuid} allocation=#1 available=#1 capacity=#1',
  libvirt_network: 'id={uuid} bridge=virbr0 mtu=null mode=nat domain=null autostart=false addresses=cidr*1',
  'data.libvirt_network_dns_host_template': 'id={hex:10} rendered={}',
  'data.libvirt_node_info': 'id={hex:10} cpu_cores_total=#4 memory_total_kb=#8388608',
};
