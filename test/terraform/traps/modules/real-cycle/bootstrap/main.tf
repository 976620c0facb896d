variable "servers" {
  type = list(string)
}

output "kubeconfig" {
  value = join(",", var.servers)
}
