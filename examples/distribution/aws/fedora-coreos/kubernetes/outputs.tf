output "kubeconfig" {
  value     = module.assets.kubeconfig
  sensitive = true
}

output "vpc_id" {
  value = aws_vpc.network.id
}
