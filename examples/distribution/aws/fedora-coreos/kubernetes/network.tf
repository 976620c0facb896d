resource "aws_vpc" "network" {
  cidr_block           = var.host_cidr
  enable_dns_hostnames = true
}

data "aws_availability_zones" "all" {}

resource "aws_subnet" "public" {
  count = length(data.aws_availability_zones.all.names)

  vpc_id            = aws_vpc.network.id
  availability_zone = data.aws_availability_zones.all.names[count.index]
  cidr_block        = cidrsubnet(var.host_cidr, 4, count.index)
}

resource "aws_security_group" "controller" {
  name   = "${var.cluster_name}-controller"
  vpc_id = aws_vpc.network.id
}

resource "aws_security_group" "worker" {
  name   = "${var.cluster_name}-worker"
  vpc_id = aws_vpc.network.id
}

resource "aws_security_group_rule" "controller_etcd" {
  security_group_id = aws_security_group.controller.id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 2379
  to_port           = 2380
  self              = true
}

resource "aws_security_group_rule" "controller_api" {
  security_group_id = aws_security_group.controller.id
  type              = "ingress"
  protocol          = "tcp"
  from_port         = 6443
  to_port           = 6443
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group_rule" "worker_vxlan" {
  count = var.networking == "flannel" ? 1 : 0

  security_group_id        = aws_security_group.worker.id
  type                     = "ingress"
  protocol                 = "udp"
  from_port                = 4789
  to_port                  = 4789
  source_security_group_id = aws_security_group.controller.id
}
