# Which machine gets which config is what groups say: by MAC address, or by what remains.
locals {
  macs = { node1 = "52:54:00:00:00:01", node2 = "52:54:00:00:00:02" }
}

data "ct_config" "controller" {
  strict  = true
  content = templatefile("${path.module}/node.yaml", { role = "controller" })
}

data "ct_config" "worker" {
  strict  = true
  content = templatefile("${path.module}/node.yaml", { role = "worker" })
}

resource "matchbox_profile" "controller" {
  name         = "controller"
  kernel       = "/assets/vmlinuz"
  raw_ignition = data.ct_config.controller.rendered
}

resource "matchbox_profile" "worker" {
  name         = "worker"
  kernel       = "/assets/vmlinuz"
  raw_ignition = data.ct_config.worker.rendered
}

resource "matchbox_group" "node1" {
  name     = "node1"
  profile  = matchbox_profile.controller.name
  selector = { mac = local.macs.node1 }
}

resource "matchbox_group" "node2" {
  name     = "node2"
  profile  = matchbox_profile.worker.name
  selector = { mac = local.macs.node2 }
}
