# As lazy-module-borders, but the kubeconfig does hold the names: nothing can come first.
module "bootstrap" {
  source  = "./bootstrap"
  servers = aws_instance.controller.*.private_ip
}

resource "aws_instance" "controller" {
  count     = 1
  user_data = module.bootstrap.kubeconfig
}

resource "local_file" "beside" {
  filename = "beside.txt"
  content  = "all the rest is rendered"
}
