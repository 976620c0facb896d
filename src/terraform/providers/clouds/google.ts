import type { TypeTable } from './type-table.ts';

const project = 'projects/{project|placeholder}';

const link = 'https://www.googleapis.com/compute/v1';

/** What Compute Engine names by its place: `global/networks`, `zones/{zone}/instances`. */
const compute = (collection: string): string =>
  `id=${project}/${collection}/{name} self_link=${link}/${project}/${collection}/{name} name project=placeholder creation_timestamp=timestamp description=null`;

const inRegion = (collection: string): string => compute(`regions/{region|us-central1}/${collection}`);

const inZone = (collection: string): string => compute(`zones/{zone|us-central1-a}/${collection}`);

const proxy = (kind: string): string => `${compute(`global/${kind}`)} proxy_id={digits:18}`;

const template =
  'self_link_unique={self_link}?uniqueId={digits:18} metadata_fingerprint={hex:12} tags_fingerprint={hex:12}';

const forwarding =
  'ip_address=public-ipv4 ip_protocol=TCP psc_connection_id={digits:18} label_fingerprint={hex:12} base_forwarding_rule={name}';

const groupManager =
  'instance_group={self_link} fingerprint={hex:12} target_size=#1 base_instance_name=name status[].is_stable=true';

/** Resources of hashicorp/google and hashicorp/google-beta, and their data sources. */
export const google: TypeTable = {
  '*': `id=${project}/{type}/{hex:16}`,
  google_compute_instance: `${inZone('instances')} instance_id={digits:18} current_status=RUNNING cpu_platform=name zone=us-central1-a metadata_fingerprint={hex:12} tags_fingerprint={hex:12} label_fingerprint={hex:12} network_interface[].name=nic0 network_interface[].network_ip=ipv4 network_interface[].subnetwork=${link}/${project}/regions/us-central1/subnetworks/default network_interface[].access_config[].nat_ip=public-ipv4 network_interface[].access_config[].network_tier=PREMIUM network_interface[].ipv6_access_config[].external_ipv6=ipv6 boot_disk[].device_name=persistent-disk-0 boot_disk[].source=${link}/${project}/zones/{zone|us-central1-a}/disks/{name} service_account=null attached_disk=null metadata_startup_script=null`,
  google_compute_instance_template: `${compute('global/instanceTemplates')} ${template}`,
  google_compute_region_instance_template: `${inRegion('instanceTemplates')} ${template}`,
  google_compute_instance_group: `${inZone('instanceGroups')} size=#1 instances=null`,
  google_compute_instance_group_manager: `${inZone('instanceGroupManagers')} ${groupManager}`,
  google_compute_region_instance_group_manager: `${inRegion('instanceGroupManagers')} ${groupManager} distribution_policy_zones=[{region|us-central1}-a,{region|us-central1}-b,{region|us-central1}-c]`,
  google_compute_autoscaler: inZone('autoscalers'),
  google_compute_region_autoscaler: inRegion('autoscalers'),
  google_compute_target_pool: `${inRegion('targetPools')} instances=name*1`,
  google_compute_image: `${compute('global/images')} image_id={digits:18} family=name disk_size_gb=#10 archive_size_bytes=#1 source_disk=null status=READY label_fingerprint={hex:12}`,
  google_compute_disk: `${inZone('disks')} size=#10 disk_id={digits:18} users=null`,
  google_compute_region_disk: `${inRegion('disks')} size=#10`,
  google_compute_attached_disk: 'id={hex:16}',
  google_compute_network: `${compute('global/networks')} gateway_ipv4=ipv4 numeric_id={digits:18} network_id={digits:18}`,
  google_compute_subnetwork: `${inRegion('subnetworks')} ip_cidr_range=cidr gateway_address=ipv4 ipv6_cidr_range=ipv6-cidr subnetwork_id={digits:10} secondary_ip_range=null`,
  google_compute_router: inRegion('routers'),
  google_compute_router_nat:
    'id={project|placeholder}/{region|us-central1}/{router}/{name} nat_ips=public-ipv4*1',
  google_compute_route: `${compute('global/routes')} next_hop_network=null`,
  google_compute_firewall: `${compute('global/firewalls')} direction=INGRESS priority=#1000 source_ranges=null source_tags=null target_tags=null destination_ranges=0.0.0.0/0*1`,
  google_compute_address: `${inRegion('addresses')} address=public-ip users=null`,
  google_compute_global_address: `${compute('global/addresses')} address=public-ip`,
  google_compute_forwarding_rule: `${inRegion('forwardingRules')} ${forwarding} service_name=null`,
  google_compute_global_forwarding_rule: `${compute('global/forwardingRules')} ${forwarding}`,
  google_compute_backend_service: `${compute('global/backendServices')} fingerprint={hex:12} generated_id={digits:18} timeout_sec=#30`,
  google_compute_region_backend_service: `${inRegion('backendServices')} fingerprint={hex:12} generated_id={digits:18}`,
  google_compute_health_check: `${compute('global/healthChecks')} type=TCP`,
  google_compute_region_health_check: `${inRegion('healthChecks')} type=TCP`,
  google_compute_http_health_check: compute('global/httpHealthChecks'),
  google_compute_https_health_check: compute('global/httpsHealthChecks'),
  google_compute_target_tcp_proxy: proxy('targetTcpProxies'),
  google_compute_target_ssl_proxy: proxy('targetSslProxies'),
  google_compute_target_http_proxy: proxy('targetHttpProxies'),
  google_compute_target_https_proxy: proxy('targetHttpsProxies'),
  google_compute_url_map: `${compute('global/urlMaps')} map_id={digits:18} fingerprint={hex:12} default_service=null`,
  google_compute_project_metadata: 'id=placeholder project=placeholder',
  google_dns_managed_zone: `id=${project}/managedZones/{name} dns_name=fqdn name_servers=ns{digits:2}.googledomains.example.*3 managed_zone_id={digits:18}`,
  google_dns_record_set: `id=${project}/managedZones/{managed_zone}/rrsets/{name}/{type} project=placeholder`,
  google_service_account: `id=${project}/serviceAccounts/{email} name={id} email={account_id}@{project|placeholder}.iam.gserviceaccount.com unique_id={digits:21} member=serviceAccount:{email}`,
  google_service_account_key: 'id={hex:40} private_key=base64 public_key=base64 valid_after=timestamp',
  google_project_iam_member: 'id=placeholder/{role}/{member} etag={hex:12}',
  google_service_account_iam_member: 'id={service_account_id}/{role}/{member} etag={hex:12}',
  google_storage_bucket: 'id={name} url=gs://{name} self_link=https://www.googleapis.com/storage/v1/b/{name}',
  google_container_cluster: `id=${project}/locations/us-central1/clusters/{name} endpoint=public-ipv4 master_version=name master_auth[].cluster_ca_certificate=base64 master_auth[].client_certificate=base64 master_auth[].client_key=base64 services_ipv4_cidr=cidr`,
  'data.google_compute_zones': `id=${project}/regions/{region|us-central1} names=[{region|us-central1}-a,{region|us-central1}-b,{region|us-central1}-c] status=null`,
  'data.google_compute_regions': 'id=projects/placeholder names=[us-central1,us-east1,europe-west1]',
  'data.google_compute_lb_ip_ranges':
    'network=[35.191.0.0/16,130.211.0.0/22] http_ssl_tcp_internal=[35.191.0.0/16,130.211.0.0/22]',
  'data.google_client_config':
    'id=projects/placeholder project=placeholder region=us-central1 zone=us-central1-a access_token=name',
  'data.google_project': 'id=projects/placeholder project_id=placeholder number={digits:12} name=placeholder',
  'data.google_client_openid_userinfo': 'id={email} email=placeholder@placeholder.iam.gserviceaccount.com',
};
