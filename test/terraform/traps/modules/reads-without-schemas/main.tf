# No schema says that these attributes exist, or what they are: how they are read does.
data "aws_availability_zones" "all" {}

resource "aws_subnet" "public" {
  count             = length(data.aws_availability_zones.all.names)
  availability_zone = data.aws_availability_zones.all.names[count.index]
  cidr_block        = cidrsubnet("10.0.0.0/16", 4, count.index)
}

resource "google_compute_instance" "node" {
  count = 2
  name  = "node-${count.index}"

  network_interface {
    network = "default"
    access_config {}
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "pool" {
  name = "pool"
}

resource "libvirt_domain" "node" {
  for_each = toset(["a", "b"])
  name     = each.key
}

locals {
  is_address = "^[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$"
}

resource "local_file" "read" {
  filename = "read.json"
  content = jsonencode({
    zones     = length(data.aws_availability_zones.all.names) > 0
    set_zones = tolist(aws_subnet.public[*].availability_zone) == tolist(data.aws_availability_zones.all.names)
    cidrs     = slice(aws_subnet.public[*].cidr_block, 0, 1)
    splat     = [for ip in google_compute_instance.node.*.network_interface.0.network_ip : can(regex(local.is_address, ip))]
    nested    = [for node in google_compute_instance.node : can(regex(local.is_address, node.network_interface[0].access_config[0].nat_ip))]
    names     = google_compute_instance.node[*].name
    ids       = length(distinct(google_compute_instance.node[*].id))
    indexed   = can(regex(local.is_address, libvirt_domain.node["a"].network_interface[0].addresses[0]))
    each      = { for key, node in libvirt_domain.node : key => node.id != "" }
    differ    = libvirt_domain.node["a"].id != libvirt_domain.node["b"].id
    computed  = azurerm_linux_virtual_machine_scale_set.pool.unique_id != ""
    object    = azurerm_linux_virtual_machine_scale_set.pool.name
    try       = try(azurerm_linux_virtual_machine_scale_set.pool.identity[0].principal_id, "none") != ""
  })
}
