# A small cluster with something of everything that could differ from one run to the next: keys, certificates, tokens,
# placeholders, maps, sets.
variable "controllers" {
  type    = number
  default = 2
}

module "bootstrap" {
  source       = "./bootstrap"
  etcd_servers = aws_route53_record.etcd[*].name
}

resource "random_password" "encryption" {
  length  = 32
  special = false
}

resource "random_id" "cluster" {
  byte_length = 4
}

data "aws_availability_zones" "all" {}

resource "aws_route53_record" "etcd" {
  count   = var.controllers
  name    = "etcd${count.index}.example.com"
  type    = "A"
  records = [aws_instance.controller[count.index].private_ip]
}

resource "aws_instance" "controller" {
  count             = var.controllers
  ami               = "ami-0123456789abcdef0"
  availability_zone = data.aws_availability_zones.all.names[0]
  user_data         = data.ct_config.controller[count.index].rendered
}

data "ct_config" "controller" {
  count  = var.controllers
  strict = true
  content = templatefile("${path.module}/controller.yaml", {
    name       = "etcd${count.index}"
    cluster    = random_id.cluster.hex
    encryption = random_password.encryption.result
    load       = aws_lb.api.dns_name
    kubeconfig = indent(10, module.bootstrap.kubeconfig)
  })
  snippets = [file("${path.module}/snippet.yaml")]
}

resource "aws_lb" "api" {
  name = "api"
}

resource "aws_security_group_rule" "ssh" {
  for_each          = toset(["22", "6443"])
  type              = "ingress"
  security_group_id = "sg-controllers"
  protocol          = "tcp"
  from_port         = each.key
  to_port           = each.key
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "null_resource" "copy" {
  provisioner "file" {
    content     = join("\n", [for path, text in module.bootstrap.assets : "##### ${path}\n${text}"])
    destination = "/home/core/assets"
  }
}
