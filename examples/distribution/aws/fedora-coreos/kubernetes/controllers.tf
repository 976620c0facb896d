data "aws_ami" "fedora_coreos" {
  most_recent = true
  owners      = ["125523088429"]

  filter {
    name   = "description"
    values = ["Fedora CoreOS ${var.os_stream} *"]
  }
}

# A name for each controller, for etcd
resource "aws_route53_record" "etcds" {
  count = var.controller_count

  zone_id = var.dns_zone_id
  name    = format("%s-etcd%d.%s.", var.cluster_name, count.index, var.dns_zone)
  type    = "A"
  ttl     = 300
  records = [aws_instance.controllers.*.private_ip[count.index]]
}

resource "aws_instance" "controllers" {
  count = var.controller_count

  tags = {
    Name = "${var.cluster_name}-controller-${count.index}"
  }

  instance_type          = "t3.small"
  ami                    = data.aws_ami.fedora_coreos.image_id
  user_data              = data.ct_config.controllers.*.rendered[count.index]
  subnet_id              = element(aws_subnet.public.*.id, count.index)
  vpc_security_group_ids = [aws_security_group.controller.id]

  lifecycle {
    ignore_changes = [ami, user_data]
  }
}

data "ct_config" "controllers" {
  count = var.controller_count

  content = templatefile("${path.module}/butane/controller.yaml", {
    etcd_name   = "etcd${count.index}"
    etcd_domain = "${var.cluster_name}-etcd${count.index}.${var.dns_zone}"
    etcd_initial_cluster = join(",", [
      for index in range(var.controller_count) :
      "etcd${index}=https://${var.cluster_name}-etcd${index}.${var.dns_zone}:2380"
    ])
    kubeconfig         = indent(10, module.assets.kubeconfig)
    ssh_authorized_key = var.ssh_authorized_key
    dns_service_ip     = module.assets.dns_service_ip
  })
  strict   = true
  snippets = var.controller_snippets
}
