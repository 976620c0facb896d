terraform {
  required_providers {
    matchbox = {
      source  = "poseidon/matchbox"
      version = "~> 0.5.0"
    }
    ct = {
      source  = "poseidon/ct"
      version = "~> 0.13"
    }
  }
}

variable "cluster_name" {
  type = string
}

variable "k8s_domain_name" {
  type        = string
  description = "Name that resolves to the controllers"
}

variable "networking" {
  type        = string
  description = "Choice of networking (flannel or calico)"
  default     = "flannel"
}

variable "controllers" {
  type = list(object({
    name   = string
    mac    = string
    domain = string
  }))
  description = "Machines of the control plane"
}

variable "workers" {
  type = list(object({
    name   = string
    mac    = string
    domain = string
  }))
  default = []
}

variable "ssh_authorized_key" {
  type = string
}

variable "snippets" {
  type        = map(list(string))
  description = "Snippets by the name of a machine"
  default     = {}
}

module "assets" {
  source = "../../../assets"

  cluster_name = var.cluster_name
  api_servers  = [var.k8s_domain_name]
  etcd_servers = var.controllers.*.domain
  networking   = var.networking
}

resource "matchbox_profile" "controllers" {
  count = length(var.controllers)

  name         = format("%s-controller-%s", var.cluster_name, var.controllers.*.name[count.index])
  kernel       = "/assets/flatcar/current/flatcar_production_pxe.vmlinuz"
  initrd       = ["/assets/flatcar/current/flatcar_production_pxe_image.cpio.gz"]
  args         = ["initrd=flatcar_production_pxe_image.cpio.gz", "flatcar.first_boot=yes"]
  raw_ignition = data.ct_config.controllers.*.rendered[count.index]
}

resource "matchbox_group" "controllers" {
  count = length(var.controllers)

  name    = format("%s-%s", var.cluster_name, var.controllers[count.index].name)
  profile = matchbox_profile.controllers[count.index].name

  selector = {
    mac = var.controllers[count.index].mac
    os  = "installed"
  }
}

data "ct_config" "controllers" {
  count = length(var.controllers)

  content = templatefile("${path.module}/butane/controller.yaml", {
    domain_name        = var.controllers[count.index].domain
    kubeconfig         = indent(10, module.assets.kubeconfig)
    ssh_authorized_key = var.ssh_authorized_key
  })
  strict   = true
  snippets = lookup(var.snippets, var.controllers[count.index].name, [])
}

resource "null_resource" "copy_assets" {
  count = length(var.controllers)

  connection {
    type = "ssh"
    host = var.controllers[count.index].domain
    user = "core"
  }

  provisioner "file" {
    content = join("\n", [
      for key, value in module.assets.bundle : format("##### %s\n%s", key, value)
    ])
    destination = "/home/core/assets"
  }
}
