module "assets" {
  source = "../../../assets"

  cluster_name = var.cluster_name
  api_servers  = [format("%s.%s", var.cluster_name, var.dns_zone)]
  etcd_servers = aws_route53_record.etcds.*.fqdn
  networking   = var.networking
}
