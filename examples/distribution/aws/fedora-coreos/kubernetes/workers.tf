module "workers" {
  source = "./workers"

  name               = var.cluster_name
  worker_count       = var.worker_count
  subnet_ids         = aws_subnet.public.*.id
  security_groups    = [aws_security_group.worker.id]
  kubeconfig         = module.assets.kubeconfig
  dns_service_ip     = module.assets.dns_service_ip
  ssh_authorized_key = var.ssh_authorized_key
  snippets           = var.worker_snippets
  node_labels        = var.worker_node_labels
}
