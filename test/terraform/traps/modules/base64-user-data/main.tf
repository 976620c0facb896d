# A whole text in base64 keeps its map: the wrong key of the Ignition template is found where it stands.
resource "azurerm_linux_virtual_machine" "node" {
  name        = "node"
  custom_data = base64encode(templatefile("${path.module}/node.ign.tftpl", { name = "node" }))
}

resource "hcloud_server" "plain" {
  name      = "plain"
  user_data = base64decode(base64encode(file("${path.module}/plain.ign.tftpl")))
}
