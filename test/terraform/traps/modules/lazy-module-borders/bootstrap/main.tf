variable "etcd_servers" {
  type = list(string)
}

locals {
  server = "https://cluster.example.com:6443"
}

output "kubeconfig" {
  value = templatefile("${path.module}/kubeconfig.tftpl", { server = local.server })
}

output "certificate_names" {
  value = join(",", concat(var.etcd_servers, ["localhost"]))
}
