resource "aws_autoscaling_group" "workers" {
  name                = "${var.name}-workers"
  desired_capacity    = var.worker_count
  min_size            = var.worker_count
  max_size            = var.worker_count + 2
  vpc_zone_identifier = var.subnet_ids

  launch_template {
    id      = aws_launch_template.worker.id
    version = aws_launch_template.worker.latest_version
  }
}

resource "aws_launch_template" "worker" {
  name_prefix            = "${var.name}-worker"
  image_id               = "ami-0123456789abcdef0"
  instance_type          = "t3.small"
  user_data              = sensitive(base64encode(data.ct_config.worker.rendered))
  vpc_security_group_ids = var.security_groups
}

data "ct_config" "worker" {
  content = templatefile("${path.module}/butane/worker.yaml", {
    kubeconfig         = indent(10, var.kubeconfig)
    ssh_authorized_key = var.ssh_authorized_key
    dns_service_ip     = var.dns_service_ip
    node_labels        = join(",", var.node_labels)
  })
  strict   = true
  snippets = var.snippets
}
