# What only the cloud knows is consumed at once, by functions that take nothing but the right form.
resource "aws_vpc" "network" {
  cidr_block                       = "10.0.0.0/16"
  assign_generated_ipv6_cidr_block = true
}

resource "azurerm_virtual_network" "network" {
  name = "network"
}

resource "google_compute_subnetwork" "nodes" {
  name = "nodes"
}

resource "aws_lb" "api" {
  name = "api"
}

resource "hcloud_server" "node" {
  name = "node"
}

resource "aws_ebs_volume" "data" {
  availability_zone = "us-east-1a"
}

data "ct_config" "node" {
  strict = true
  content = templatefile("${path.module}/node.yaml", {
    gateway = cidrhost(google_compute_subnetwork.nodes.ip_cidr_range, 1)
    lb      = aws_lb.api.dns_name
    address = hcloud_server.node.ipv4_address
  })
}

resource "local_file" "parsed" {
  filename = "parsed.json"
  content = jsonencode({
    ipv6    = can(cidrsubnet(aws_vpc.network.ipv6_cidr_block, 8, 1))
    host    = can(cidrhost(google_compute_subnetwork.nodes.ip_cidr_range, 1))
    number  = can(aws_ebs_volume.data.size + 1)
    fqdn    = can(regex("^([a-z0-9-]+[.])+[a-z]+$", aws_lb.api.dns_name))
    address = can(cidrhost("${hcloud_server.node.ipv4_address}/24", 1))
    arn     = startswith(aws_lb.api.arn, "arn:aws:")
    known   = aws_vpc.network.cidr_block
  })
}
