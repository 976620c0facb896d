# Machines need the kubeconfig of the bootstrap module, which needs the names of the machines' records: a cycle between
# modules, and none between values.
module "bootstrap" {
  source       = "./bootstrap"
  etcd_servers = aws_route53_record.etcds.*.name
}

data "ct_config" "controllers" {
  count  = 2
  strict = true
  content = templatefile("${path.module}/controller.yaml", {
    name       = "etcd${count.index}"
    kubeconfig = indent(10, module.bootstrap.kubeconfig)
  })
}

resource "aws_instance" "controllers" {
  count     = 2
  user_data = data.ct_config.controllers[count.index].rendered
}

resource "aws_route53_record" "etcds" {
  count   = 2
  name    = "etcd${count.index}.example.com"
  records = [aws_instance.controllers.*.private_ip[count.index]]
}

resource "local_file" "certificate_names" {
  filename = "names.txt"
  content  = module.bootstrap.certificate_names
}
