/** Where a type of machine keeps what matters; paths as `findText` takes them. */
export interface MachineForm {
  readonly size?: readonly string[];
  readonly image?: readonly string[];
  /** Attributes that hold user data themselves. */
  readonly userData?: Readonly<Record<string, 'plain' | 'base64'>>;
  /** Attributes that name a resource which holds user data. */
  readonly userDataOf?: readonly UserDataReference[];
  /** Attributes that name the template it is made from. */
  readonly template?: readonly string[];
}

/** User data in another resource. */
export interface UserDataReference {
  readonly path: string;
  readonly type: string;
  readonly attribute: string;
}

const plain = { user_data: 'plain' } as const;

const azureImage = ['source_image_id', 'source_image_reference/*/offer', 'storage_image_reference/*/id'];

const azureMachine: MachineForm = {
  size: ['size', 'sku_name', 'sku'],
  image: azureImage,
  userData: {
    custom_data: 'base64',
    user_data: 'base64',
    user_data_base64: 'base64',
    'os_profile/*/custom_data': 'base64',
  },
};

/** Before azurerm 2.0: the provider encodes the text itself. */
const classicAzureMachine: MachineForm = {
  size: ['vm_size', 'sku/*/name'],
  image: [...azureImage, 'storage_image_reference/*/offer', 'storage_profile_image_reference/*/id'].concat(
    'storage_profile_image_reference/*/offer',
  ),
  userData: { 'os_profile/*/custom_data': 'plain' },
};

const googleUserData = { 'metadata/user-data': 'plain' } as const;

const googleTemplate: MachineForm = {
  size: ['machine_type'],
  image: ['disk/*/source_image'],
  userData: googleUserData,
};

const googleGroup: MachineForm = { template: ['version/*/instance_template', 'instance_template'] };

const metalDevice: MachineForm = { size: ['plan'], image: ['operating_system'], userData: plain };

/** Machines and groups of equal machines, by type. */
export const machineForms: Readonly<Record<string, MachineForm>> = {
  aws_instance: {
    size: ['instance_type'],
    image: ['ami'],
    userData: { ...plain, user_data_base64: 'base64' },
    template: ['launch_template/*/id', 'launch_template/*/name'],
  },
  aws_spot_instance_request: {
    size: ['instance_type'],
    image: ['ami'],
    userData: { ...plain, user_data_base64: 'base64' },
  },
  aws_autoscaling_group: {
    template: [
      'launch_configuration',
      'launch_template/*/id',
      'launch_template/*/name',
      'mixed_instances_policy/*/launch_template/*/launch_template_specification/*/launch_template_id',
      'mixed_instances_policy/*/launch_template/*/launch_template_specification/*/launch_template_name',
    ],
  },
  azurerm_linux_virtual_machine: azureMachine,
  azurerm_linux_virtual_machine_scale_set: azureMachine,
  azurerm_orchestrated_virtual_machine_scale_set: azureMachine,
  azurerm_virtual_machine: classicAzureMachine,
  azurerm_virtual_machine_scale_set: classicAzureMachine,
  google_compute_instance: {
    size: ['machine_type'],
    image: ['boot_disk/*/initialize_params/*/image'],
    userData: googleUserData,
  },
  google_compute_instance_from_template: { template: ['source_instance_template'] },
  google_compute_instance_group_manager: googleGroup,
  google_compute_region_instance_group_manager: googleGroup,
  digitalocean_droplet: { size: ['size'], image: ['image'], userData: plain },
  digitalocean_droplet_autoscale: {
    size: ['droplet_template/*/size'],
    image: ['droplet_template/*/image'],
    userData: { 'droplet_template/*/user_data': 'plain' },
  },
  hcloud_server: { size: ['server_type'], image: ['image'], userData: plain },
  openstack_compute_instance_v2: {
    size: ['flavor_name', 'flavor_id'],
    image: ['image_id', 'image_name', 'block_device/*/uuid'],
    userData: plain,
  },
  libvirt_domain: {
    image: ['disk/*/volume_id', 'disk/*/url', 'disk/*/file'],
    userDataOf: [
      { path: 'coreos_ignition', type: 'libvirt_ignition', attribute: 'content' },
      { path: 'cloudinit', type: 'libvirt_cloudinit_disk', attribute: 'user_data' },
    ],
  },
  proxmox_virtual_environment_vm: {
    image: ['disk/*/file_id', 'disk/*/import_from', 'clone/*/vm_id', 'cdrom/*/file_id'],
    userDataOf: [
      {
        path: 'initialization/*/user_data_file_id',
        type: 'proxmox_virtual_environment_file',
        attribute: 'source_raw/*/data',
      },
      {
        path: 'initialization/*/vendor_data_file_id',
        type: 'proxmox_virtual_environment_file',
        attribute: 'source_raw/*/data',
      },
    ],
  },
  proxmox_vm_qemu: { image: ['clone', 'iso'] },
  vsphere_virtual_machine: {
    image: ['clone/*/template_uuid', 'ovf_deploy/*/remote_ovf_url', 'ovf_deploy/*/local_ovf_path'],
    userData: {
      'extra_config/guestinfo.ignition.config.data': 'plain',
      'extra_config/guestinfo.coreos.config.data': 'plain',
      'vapp/*/properties/guestinfo.ignition.config.data': 'plain',
      'vapp/*/properties/guestinfo.coreos.config.data': 'plain',
    },
  },
  equinix_metal_device: metalDevice,
  metal_device: metalDevice,
  packet_device: metalDevice,
  scaleway_instance_server: {
    size: ['type'],
    image: ['image', 'root_volume/*/volume_id'],
    userData: { 'user_data/cloud-init': 'plain', cloud_init: 'plain' },
  },
  linode_instance: { size: ['type'], image: ['image'], userData: { 'metadata/*/user_data': 'base64' } },
  vultr_instance: { size: ['plan'], image: ['os_id', 'snapshot_id', 'image_id', 'iso_id'], userData: plain },
  vultr_bare_metal_server: { size: ['plan'], image: ['os_id', 'snapshot_id'], userData: plain },
  ovh_cloud_project_instance: {
    size: ['flavor/*/flavor_id'],
    image: ['boot_from/*/image_id'],
    userData: plain,
  },
  brightbox_server: {
    size: ['type'],
    image: ['image'],
    userData: { ...plain, user_data_base64: 'base64' },
  },
};

/** Templates that groups of machines are made from. */
export const templateForms: Readonly<Record<string, MachineForm>> = {
  aws_launch_template: { size: ['instance_type'], image: ['image_id'], userData: { user_data: 'base64' } },
  aws_launch_configuration: {
    size: ['instance_type'],
    image: ['image_id'],
    userData: { ...plain, user_data_base64: 'base64' },
  },
  google_compute_instance_template: googleTemplate,
  google_compute_region_instance_template: googleTemplate,
};
