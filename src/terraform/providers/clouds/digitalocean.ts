import type { TypeTable } from './type-table.ts';

/** Resources of digitalocean/digitalocean, and its data sources. */
export const digitalocean: TypeTable = {
  '*': 'id={uuid} urn=do:{type}:{id}',
  digitalocean_droplet:
    'id={digits:9} urn=do:droplet:{id} ipv4_address=public-ipv4 ipv4_address_private=ipv4 ipv6_address=ipv6 ipv6=false private_networking=true vpc_uuid=uuid disk=#25 memory=#1024 vcpus=#1 price_hourly=#0 price_monthly=#6 status=active locked=false created_at=timestamp volume_ids={uuid}*1 backups=false monitoring=false resize_disk=true user_data=null',
  digitalocean_droplet_autoscale: 'id={uuid} status=active created_at=timestamp',
  digitalocean_reserved_ip:
    'id={ip_address} ip_address=public-ipv4 urn=do:reservedip:{ip_address} droplet_id=null',
  digitalocean_floating_ip:
    'id={ip_address} ip_address=public-ipv4 urn=do:floatingip:{ip_address} droplet_id=null',
  digitalocean_reserved_ip_assignment: 'id={droplet_id}-{ip_address}',
  digitalocean_floating_ip_assignment: 'id={droplet_id}-{ip_address}',
  digitalocean_tag: 'id={name} name total_resource_count=#1 droplets_count=#1',
  digitalocean_vpc: 'id={uuid} urn=do:vpc:{id} ip_range=cidr default=false created_at=timestamp',
  digitalocean_firewall: 'id={uuid} status=succeeded created_at=timestamp pending_changes=null',
  digitalocean_loadbalancer:
    'id={uuid} urn=do:loadbalancer:{id} ip=public-ipv4 ipv6=ipv6 status=active vpc_uuid=uuid size_unit=#1 droplet_ids=#1*1 algorithm=round_robin',
  digitalocean_record:
    'id={digits:8} fqdn={name}.{domain} ttl=#1800 priority=null port=null weight=null flags=null',
  digitalocean_domain: 'id={name} urn=do:domain:{name} ttl=#1800 zone_file=name',
  digitalocean_image:
    'id={digits:8} image={id} slug=name distribution=name type=custom min_disk_size=#1 size_gigabytes=#1 status=available created=timestamp regions=[nyc3]',
  'data.digitalocean_images': 'images[].id=#1 images[].slug=name images[].name=name',
  digitalocean_custom_image:
    'id={digits:8} image_id=#1 type=custom slug=null min_disk_size=#1 size_gigabytes=#1 status=available created_at=timestamp public=false',
  digitalocean_ssh_key: 'id={digits:8} fingerprint=00:{hex:2}:{hex:2}:{hex:2}',
  digitalocean_volume: 'id={uuid} urn=do:volume:{id} filesystem_label=name droplet_ids=#1*1',
  digitalocean_volume_attachment: 'id={droplet_id}-{volume_id}',
  digitalocean_project: 'id={uuid} owner_id=#1 owner_uuid=uuid created_at=timestamp is_default=false',
  digitalocean_spaces_bucket:
    'id={name} urn=do:space:{name} bucket_domain_name={name}.nyc3.digitaloceanspaces.com endpoint=nyc3.digitaloceanspaces.com',
  digitalocean_certificate: 'id={name} uuid sha1_fingerprint={hex:40} not_after=timestamp state=verified',
  digitalocean_kubernetes_cluster:
    'id={uuid} endpoint=https://{id}.k8s.example ipv4_address=public-ipv4 kube_config[].raw_config=name kube_config[].host=https://{id}.k8s.example kube_config[].token=name kube_config[].cluster_ca_certificate=base64',
  'data.digitalocean_region':
    'id={slug} slug=nyc3 name=name available=true sizes=[s-1vcpu-1gb,s-2vcpu-2gb,s-4vcpu-8gb] features=[backups,ipv6,metadata]',
  'data.digitalocean_account': 'id={uuid} email=placeholder@digitalocean.example uuid droplet_limit=#25',
};
