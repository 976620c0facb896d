import type { TypeTable } from './type-table.ts';

const group =
  '/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/{resource_group_name|placeholder}';

/** An id of the resource manager: `Microsoft.Network/virtualNetworks`. */
const id = (kind: string): string => `id=${group}/providers/${kind}/{name}`;

const network = (kind: string): string => id(`Microsoft.Network/${kind}`);

const compute = (kind: string): string => id(`Microsoft.Compute/${kind}`);

const ofBalancer = (kind: string): string => `id={loadbalancer_id}/${kind}/{name}`;

const machine =
  'virtual_machine_id=uuid private_ip_address=ipv4 private_ip_addresses=ipv4*1 public_ip_address=public-ipv4 public_ip_addresses=public-ipv4*1 computer_name={name} custom_data=null user_data=null';

const identity = 'identity[].principal_id=uuid identity[].tenant_id=uuid';

const kubeConfig = [
  'host=https://{name}.example',
  'username=name',
  'password=name',
  'client_certificate=base64',
]
  .concat('client_key=base64', 'cluster_ca_certificate=base64')
  .map((each) => `kube_config[].${each}`)
  .join(' ');

const dnsRecord = (kind: string): string =>
  `id=${group}/providers/Microsoft.Network/dnsZones/{zone_name}/${kind}/{name} fqdn={name}.{zone_name}. target_resource_id=null`;

/** Resources of hashicorp/azurerm and hashicorp/azuread, and their data sources. */
export const azure: TypeTable = {
  '*': `id=${group}/providers/Microsoft.Placeholder/{type}/{hex:16}`,
  azurerm_resource_group:
    'id=/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/{name} name location=eastus managed_by=null',
  azurerm_virtual_network: `${network('virtualNetworks')} guid=uuid address_space=cidr*1 location=eastus subnets=name*1`,
  azurerm_subnet: `id=${group}/providers/Microsoft.Network/virtualNetworks/{virtual_network_name}/subnets/{name} address_prefix=cidr address_prefixes=cidr*1 network_security_group_id=null route_table_id=null`,
  azurerm_virtual_network_peering: network('virtualNetworkPeerings'),
  azurerm_route_table: `${network('routeTables')} subnets=null`,
  azurerm_route: network('routes'),
  azurerm_nat_gateway: `${network('natGateways')} resource_guid=uuid`,
  azurerm_public_ip: `${network('publicIPAddresses')} ip_address=public-ip fqdn=null`,
  azurerm_public_ip_prefix: `${network('publicIPPrefixes')} ip_prefix=198.18.0.0/28`,
  azurerm_network_interface: `${network('networkInterfaces')} private_ip_address=ipv4 private_ip_addresses=ipv4*1 mac_address=mac virtual_machine_id=null internal_domain_name_suffix={hex:16}.internal.cloudapp.example applied_dns_servers=null ip_configuration[].private_ip_address=ipv4`,
  azurerm_network_security_group: `${network('networkSecurityGroups')} security_rule=null`,
  azurerm_network_security_rule: `id=${group}/providers/Microsoft.Network/networkSecurityGroups/{network_security_group_name}/securityRules/{name}`,
  azurerm_application_security_group: network('applicationSecurityGroups'),
  azurerm_subnet_network_security_group_association: 'id={subnet_id}',
  azurerm_subnet_nat_gateway_association: 'id={subnet_id}',
  azurerm_subnet_route_table_association: 'id={subnet_id}',
  azurerm_network_interface_security_group_association:
    'id={network_interface_id}|{network_security_group_id}',
  azurerm_network_interface_backend_address_pool_association:
    'id={network_interface_id}/ipConfigurations/{ip_configuration_name}|{backend_address_pool_id}',
  azurerm_network_interface_application_security_group_association:
    'id={network_interface_id}|{application_security_group_id}',
  azurerm_lb: `${network('loadBalancers')} private_ip_address=ipv4 private_ip_addresses=ipv4*1 frontend_ip_configuration[].id={hex:16} frontend_ip_configuration[].private_ip_address=ipv4`,
  azurerm_lb_backend_address_pool: `${ofBalancer('backendAddressPools')} backend_ip_configurations=null load_balancing_rules=null`,
  azurerm_lb_probe: `${ofBalancer('probes')} load_balancer_rules=null`,
  azurerm_lb_rule: ofBalancer('loadBalancingRules'),
  azurerm_lb_nat_rule: ofBalancer('inboundNatRules'),
  azurerm_lb_nat_pool: ofBalancer('inboundNatPools'),
  azurerm_lb_outbound_rule: ofBalancer('outboundRules'),
  azurerm_availability_set: compute('availabilitySets'),
  azurerm_proximity_placement_group: compute('proximityPlacementGroups'),
  azurerm_virtual_machine: `${compute('virtualMachines')} ${identity}`,
  azurerm_linux_virtual_machine: `${compute('virtualMachines')} ${machine} ${identity}`,
  azurerm_virtual_machine_scale_set: `${compute('virtualMachineScaleSets')} ${identity}`,
  azurerm_linux_virtual_machine_scale_set: `${compute('virtualMachineScaleSets')} unique_id=uuid custom_data=null user_data=null ${identity}`,
  azurerm_orchestrated_virtual_machine_scale_set: `${compute('virtualMachineScaleSets')} unique_id=uuid user_data_base64=null`,
  azurerm_monitor_autoscale_setting: id('Microsoft.Insights/autoscaleSettings'),
  azurerm_managed_disk: compute('disks'),
  azurerm_virtual_machine_data_disk_attachment: 'id={virtual_machine_id}/dataDisks/{hex:8}',
  azurerm_image: `${compute('images')} os_disk[].blob_uri=https://{name}.example/image.vhd location=eastus`,
  azurerm_shared_image: compute('galleries/placeholder/images'),
  azurerm_shared_image_version: compute('galleries/placeholder/images/placeholder/versions'),
  azurerm_shared_image_gallery: `${compute('galleries')} unique_name={name}`,
  'data.azurerm_platform_image': 'id={publisher}:{offer}:{sku}:{version} version=1.0.0',
  azurerm_marketplace_agreement: 'id=/plans/{plan} license_text_link=https://{publisher}.example',
  azurerm_ssh_public_key: `${compute('sshPublicKeys')} public_key=ssh-public-key`,
  azurerm_storage_account: `${id('Microsoft.Storage/storageAccounts')} name=st{hex:16} primary_blob_endpoint=https://{name}.blob.example/ primary_access_key=base64 primary_connection_string=name`,
  azurerm_storage_container: 'id=https://{storage_account_name}.blob.example/{name}',
  azurerm_storage_blob:
    'id={url} url=https://{storage_account_name}.blob.example/{storage_container_name}/{name}',
  azurerm_user_assigned_identity: `${id('Microsoft.ManagedIdentity/userAssignedIdentities')} principal_id=uuid client_id=uuid tenant_id=uuid`,
  azurerm_role_assignment:
    'id={scope}/providers/Microsoft.Authorization/roleAssignments/{name} name=uuid principal_type=ServicePrincipal',
  azurerm_role_definition: 'id={role_definition_id} role_definition_id=uuid role_definition_resource_id=uuid',
  azurerm_key_vault: `${id('Microsoft.KeyVault/vaults')} vault_uri=https://{name}.vault.example/`,
  azurerm_key_vault_secret: 'id=https://{name}.vault.example/secrets/{hex:32} version={hex:32} value=name',
  azurerm_private_dns_zone: `${network('privateDnsZones')} number_of_record_sets=#1`,
  azurerm_private_dns_a_record: `id=${group}/providers/Microsoft.Network/privateDnsZones/{zone_name}/A/{name} fqdn={name}.{zone_name}.`,
  azurerm_private_dns_zone_virtual_network_link: network('virtualNetworkLinks'),
  azurerm_dns_zone: `${network('dnsZones')} name_servers=ns{digits:2}.azure-dns.example.*3 number_of_record_sets=#2`,
  azurerm_dns_a_record: dnsRecord('A'),
  azurerm_dns_aaaa_record: dnsRecord('AAAA'),
  azurerm_dns_cname_record: dnsRecord('CNAME'),
  azurerm_dns_srv_record: dnsRecord('SRV'),
  azurerm_dns_txt_record: dnsRecord('TXT'),
  azurerm_kubernetes_cluster: `${id('Microsoft.ContainerService/managedClusters')} fqdn kube_config_raw=name oidc_issuer_url=https://{name}.example/ node_resource_group=name ${kubeConfig}`,
  'data.azurerm_client_config':
    'id={hex:16} client_id=uuid tenant_id=uuid subscription_id=uuid object_id=uuid',
  'data.azurerm_subscription':
    'id=/subscriptions/{subscription_id} subscription_id=00000000-0000-4000-8000-000000000000 tenant_id=uuid display_name=name state=Enabled',
  azuread_application:
    'id=/applications/{object_id} object_id=uuid client_id=uuid application_id={client_id}',
  azuread_service_principal:
    'id=/servicePrincipals/{object_id} object_id=uuid client_id=uuid display_name=name',
  azuread_service_principal_password: 'id={key_id} key_id=uuid value=name',
};
