import path from 'node:path';
import { readWorkspaceFile } from '../workspace/read-file.ts';
import { RealPaths } from '../workspace/real-paths.ts';
import { isTerraformFile, type ModuleFolders, namesIn, realFolder } from './module-folder.ts';
import type { ModuleTree } from './module-tree.ts';

const machineConfigs =
  /^(?:ct_config|butane_config|ignition_\w+|matchbox_\w+|talos_\w+|template_(?:file|dir)|\w*cloudinit\w*)$/;
const kubernetesObjects = /^(?:kubernetes|kubectl|kustomization|helm)_\w+$/;
const machines = new RegExp(
  `^(?:${[
    'aws_(?:instance|launch_template|launch_configuration|spot_instance_request)',
    'azurerm_(?:linux_)?virtual_machine(?:_scale_set)?',
    'google_compute_(?:region_)?instance(?:_template)?',
    'digitalocean_droplet|hcloud_server|openstack_compute_instance_v2|vsphere_virtual_machine',
    'libvirt_(?:domain|ignition)|proxmox_\\w*vm\\w*|(?:packet|metal|equinix_metal)_device',
    'scaleway_instance_server|linode_instance|vultr_instance|exoscale_compute_instance|brightbox_server',
    'oci_core_instance|nutanix_virtual_machine|xenorchestra_vm|incus_instance|tinkerbell_\\w+',
  ].join('|')})$`,
);

/** Whether a resource is a machine, or its config. */
export function isMachineType(type: string): boolean {
  return machineConfigs.test(type) || machines.test(type);
}

/**
 * Whether a tree of modules has something of a cluster: machines, machine configs or Kubernetes objects, by the types
 * of its resources or by the files that it reads.
 */
export function hasClusterSigns(tree: ModuleTree, folders: ModuleFolders): boolean {
  const facts = [...tree.facts];
  const types = facts.flatMap(([, { resources }]) => resources.map(({ type }) => type));
  if (types.some((type) => [machineConfigs, kubernetesObjects, machines].some((each) => each.test(type))))
    return true;
  return facts.some(([folder, { files }]) => {
    const real = realFolder(folder, folders);
    if (real === undefined) return false;
    const own = namesIn(real).filter(isTerraformFile).slice(0, mostFiles);
    const paths = new RealPaths(real);
    return (
      files.slice(0, mostFiles).some((file) => looksLikeCluster(paths, file)) ||
      own.some((file) => hasContent(paths, file, writtenOut))
    );
  });
}

const mostFiles = 200;
const content = /^[ \t]*["']?(?:variant|apiVersion|passwd|systemd|storage|ignition)["']?\s*:|^#cloud-config/m;
// In an expression, or in a text of one.
const writtenOut =
  /\bvariant"?\s*[:=]\s*["']?(?:fcos|flatcar|openshift)\b|\bapiVersion"?\s*[:=]|#cloud-config/;
// What stands at the top of a file tells.
const headSize = 64 * 1024;

function looksLikeCluster(paths: RealPaths, file: string): boolean {
  const found = paths.resolve(file);
  if (found.kind !== 'inside') return false;
  if (!found.stats.isDirectory()) return hasContent(paths, file);
  const names = namesIn(found.path).slice(0, mostFiles);
  return names.some((name) => hasContent(paths, path.join(file, name)));
}

function hasContent(paths: RealPaths, file: string, sign = content): boolean {
  const read = readWorkspaceFile(paths, file);
  return read.kind === 'bytes' && sign.test(read.bytes.toString('utf8', 0, headSize));
}
