import type { TypeTable } from './type-table.ts';

/** 123456789012 is the account that the documentation of AWS uses. */
const arn = (service: string, resource: string): string =>
  `arn=arn:aws:${service}:us-east-1:123456789012:${resource}`;

/** What EC2 names by a prefix: `subnet-0…`. */
const ec2 = (prefix: string, kind: string): string => `id=${prefix}-0{hex:16} ${arn('ec2', `${kind}/{id}`)}`;

const balancer = (kind: string): string => arn('elasticloadbalancing', `${kind}/{name}/{hex:16}`);

const ami = 'ami-0{hex:16}';

const image = `id=${ami} image_id={id} ${arn('ec2', 'image/{id}')} name architecture=x86_64 creation_date=timestamp description=name owner_id=123456789012 root_device_name=/dev/xvda root_device_type=ebs root_snapshot_id=snap-0{hex:16} state=available virtualization_type=hvm hypervisor=xen public=true tags={}`;

const addresses =
  'private_ip=ipv4 public_ip=public-ipv4 private_dns=ip-{hex:8}.ec2.internal public_dns=ec2-{hex:8}.compute-1.amazonaws.com ipv6_addresses=ipv6*1';

const unsetOfMachine = 'key_name=null user_data=null user_data_base64=null iam_instance_profile=null';

const iam = (kind: string): string =>
  `id={name} name arn=arn:aws:iam::123456789012:${kind}/{name} unique_id=AROA{HEX:17} create_date=timestamp path=/ description=null`;

/** Resources of hashicorp/aws, and its data sources. */
export const aws: TypeTable = {
  '*': 'id={type}-0{hex:16}',
  aws_instance: `${ec2('i', 'instance')} ${addresses} ami=${ami} instance_state=running availability_zone=us-east-1a subnet_id=subnet-0{hex:16} primary_network_interface_id=eni-0{hex:16} vpc_security_group_ids=sg-0{hex:16}*1 security_groups=name*1 root_block_device[].volume_id=vol-0{hex:16} root_block_device[].device_name=/dev/xvda ebs_block_device=null associate_public_ip_address=true ebs_optimized=false monitoring=false ${unsetOfMachine}`,
  aws_launch_configuration: `id={name} name ${arn('autoscaling', 'launchConfiguration:{uuid}:launchConfigurationName/{name}')} associate_public_ip_address=false spot_price=null ${unsetOfMachine}`,
  aws_launch_template: `${ec2('lt', 'launch-template')} name latest_version=#1 default_version=#1 ${unsetOfMachine}`,
  aws_spot_instance_request: `id=sir-{hex:8} ${addresses} spot_instance_id=i-0{hex:16} spot_bid_status=fulfilled ${unsetOfMachine}`,
  aws_autoscaling_group: `id={name} name ${arn('autoscaling', 'autoScalingGroup:{uuid}:autoScalingGroupName/{name}')} availability_zones=[us-east-1a,us-east-1b,us-east-1c] desired_capacity=#1 vpc_zone_identifier=subnet-0{hex:16}*1 default_cooldown=#300 health_check_type=EC2 launch_configuration=null load_balancers=null target_group_arns=null`,
  aws_autoscaling_attachment: 'id={hex:16}',
  aws_autoscaling_policy: `id={name} ${arn('autoscaling', 'scalingPolicy:{uuid}')}`,
  aws_ami: image,
  aws_ami_copy: image,
  aws_ami_ids: `ids=${ami}*3`,
  aws_key_pair: `id={key_name} key_name=name ${arn('ec2', 'key-pair/{key_name}')} key_pair_id=key-0{hex:16} fingerprint={hex:32} key_type=ed25519`,
  aws_ebs_volume: `${ec2('vol', 'volume')} size=#20 snapshot_id=null`,
  aws_volume_attachment: 'id=vai-{digits:10}',
  aws_eip: `id=eipalloc-0{hex:16} allocation_id={id} ${arn('ec2', 'elastic-ip/{id}')} public_ip=public-ipv4 private_ip=ipv4 public_dns=ec2-{hex:8}.compute-1.amazonaws.com association_id=eipassoc-0{hex:16} domain=vpc instance=null network_interface=null`,
  aws_eip_association: 'id=eipassoc-0{hex:16} public_ip=public-ipv4 private_ip_address=ipv4',
  aws_network_interface: `${ec2('eni', 'network-interface')} private_ip=ipv4 private_ips=ipv4*1 private_dns_name=ip-{hex:8}.ec2.internal mac_address=mac ipv6_addresses=ipv6*1`,
  aws_vpc: `${ec2('vpc', 'vpc')} cidr_block=cidr ipv6_cidr_block=ipv6-cidr main_route_table_id=rtb-0{hex:16} default_route_table_id=rtb-0{hex:16} default_security_group_id=sg-0{hex:16} default_network_acl_id=acl-0{hex:16} dhcp_options_id=dopt-0{hex:16} ipv6_association_id=vpc-cidr-assoc-0{hex:16} owner_id=123456789012 instance_tenancy=default enable_dns_hostnames=false enable_dns_support=true`,
  aws_subnet: `${ec2('subnet', 'subnet')} cidr_block=cidr ipv6_cidr_block=null availability_zone=us-east-1a availability_zone_id=use1-az1 ipv6_cidr_block_association_id=subnet-cidr-assoc-0{hex:16} owner_id=123456789012 map_public_ip_on_launch=false`,
  'data.aws_subnets': 'ids=subnet-0{hex:16}*3',
  'data.aws_subnet_ids': 'ids=subnet-0{hex:16}*3',
  'data.aws_vpcs': 'ids=vpc-0{hex:16}*3',
  aws_internet_gateway: `${ec2('igw', 'internet-gateway')} owner_id=123456789012`,
  aws_egress_only_internet_gateway: 'id=eigw-0{hex:16}',
  aws_nat_gateway:
    'id=nat-0{hex:16} public_ip=public-ipv4 private_ip=ipv4 network_interface_id=eni-0{hex:16}',
  aws_route_table: `${ec2('rtb', 'route-table')} owner_id=123456789012 route=null propagating_vgws=null`,
  aws_route: 'id=r-rtb-{digits:10} origin=CreateRoute state=active instance_id=null',
  aws_route_table_association: 'id=rtbassoc-0{hex:16}',
  aws_main_route_table_association: 'id=rtbassoc-0{hex:16} original_route_table_id=rtb-0{hex:16}',
  aws_vpc_peering_connection: 'id=pcx-0{hex:16} accept_status=active',
  aws_vpc_endpoint: `${ec2('vpce', 'vpc-endpoint')} dns_entry[].dns_name=fqdn state=available`,
  aws_vpc_dhcp_options: `${ec2('dopt', 'dhcp-options')} owner_id=123456789012`,
  aws_security_group: `${ec2('sg', 'security-group')} name owner_id=123456789012 vpc_id=vpc-0{hex:16} ingress=null egress=null`,
  aws_default_security_group: `${ec2('sg', 'security-group')} name=default owner_id=123456789012`,
  aws_security_group_rule:
    'id=sgrule-{digits:10} security_group_rule_id=sgr-0{hex:16} source_security_group_id=null self=false description=null',
  aws_vpc_security_group_ingress_rule: `${ec2('sgr', 'security-group-rule')} security_group_rule_id={id}`,
  aws_vpc_security_group_egress_rule: `${ec2('sgr', 'security-group-rule')} security_group_rule_id={id}`,
  aws_lb: `id={arn} ${balancer('loadbalancer/net')} name arn_suffix=net/{name}/{hex:16} dns_name={name}-{hex:16}.elb.us-east-1.amazonaws.com zone_id=Z{HEX:13} vpc_id=vpc-0{hex:16} subnets=subnet-0{hex:16}*1 security_groups=sg-0{hex:16}*1 ip_address_type=ipv4 internal=false load_balancer_type=network subnet_mapping=null`,
  aws_alb: `id={arn} ${balancer('loadbalancer/app')} name dns_name={name}-{hex:16}.elb.us-east-1.amazonaws.com zone_id=Z{HEX:13}`,
  aws_elb: `id={name} ${arn('elasticloadbalancing', 'loadbalancer/{name}')} name dns_name={name}-{digits:10}.us-east-1.elb.amazonaws.com zone_id=Z{HEX:13} source_security_group_id=sg-0{hex:16} instances=i-0{hex:16}*1`,
  aws_lb_listener: `id={arn} ${balancer('listener/net')} ssl_policy=null certificate_arn=null`,
  aws_lb_listener_rule: `id={arn} ${balancer('listener-rule/app')} priority=#1`,
  aws_lb_target_group: `id={arn} ${balancer('targetgroup')} name arn_suffix=targetgroup/{name}/{hex:16} target_type=instance`,
  aws_lb_target_group_attachment: 'id={hex:24}',
  aws_route53_zone: `id=Z{HEX:13} zone_id={id} arn=arn:aws:route53:::hostedzone/{id} name=fqdn name_servers=ns-{digits:3}.awsdns.example*3 primary_name_server=ns-{digits:3}.awsdns.example comment=null`,
  aws_route53_record: 'id={zone_id}_{name}_{type} fqdn={host:name} set_identifier=null',
  aws_acm_certificate: `id={arn} ${arn('acm', 'certificate/{uuid}')} status=ISSUED domain_name=fqdn domain_validation_options[].resource_record_name=fqdn domain_validation_options[].resource_record_type=CNAME domain_validation_options[].resource_record_value=fqdn domain_validation_options[].domain_name=fqdn`,
  aws_s3_bucket: `id={bucket} bucket=name arn=arn:aws:s3:::{bucket} bucket_domain_name={bucket}.s3.amazonaws.com bucket_regional_domain_name={bucket}.s3.us-east-1.amazonaws.com hosted_zone_id=Z{HEX:13} region=us-east-1`,
  aws_s3_object: 'id={key} etag={hex:32} version_id=null',
  aws_s3_bucket_object: 'id={key} etag={hex:32} version_id=null',
  aws_kms_key: `id={uuid} key_id={id} ${arn('kms', 'key/{id}')}`,
  aws_efs_file_system: `id=fs-0{hex:16} ${arn('elasticfilesystem', 'file-system/{id}')} dns_name={id}.efs.us-east-1.amazonaws.com`,
  aws_iam_role: iam('role'),
  aws_iam_user: iam('user'),
  aws_iam_policy: 'id={arn} arn=arn:aws:iam::123456789012:policy/{name} name policy_id=ANPA{HEX:17}',
  aws_iam_instance_profile: iam('instance-profile'),
  aws_iam_role_policy: 'id={role}:{name} name',
  aws_iam_role_policy_attachment: 'id={role}-{hex:16}',
  aws_iam_access_key: 'id=AKIA{HEX:16} secret=name status=Active',
  'data.aws_iam_policy_document': 'id={digits:10} json minified_json=json',
  'data.aws_availability_zones':
    'id=us-east-1 names=[us-east-1a,us-east-1b,us-east-1c] zone_ids=[use1-az1,use1-az2,use1-az3] group_names=[us-east-1]',
  'data.aws_availability_zone': 'id={name} name=us-east-1a name_suffix=a region=us-east-1 state=available',
  'data.aws_caller_identity':
    'id=123456789012 account_id=123456789012 arn=arn:aws:iam::123456789012:user/placeholder user_id=AIDA{HEX:17}',
  'data.aws_region':
    'id=us-east-1 name=us-east-1 region=us-east-1 description=name endpoint=ec2.us-east-1.amazonaws.com',
  'data.aws_partition': 'id=aws partition=aws dns_suffix=amazonaws.com',
  'data.aws_ssm_parameter': 'id={name} value=name type=String version=#1',
  'data.aws_instances': 'ids=i-0{hex:16}*3 private_ips=ipv4*3 public_ips=public-ipv4*3 ipv6_addresses=ipv6*3',
  aws_eks_cluster: `id={name} name ${arn('eks', 'cluster/{name}')} endpoint=https://{hex:32}.eks.example version=name certificate_authority[].data=base64 platform_version=name status=ACTIVE`,
  'data.aws_eks_cluster_auth': 'id={name} token=name',
};
