locals {
  bundle = [
    for key, value in module.assets.bundle :
    format("##### %s\n%s", key, value)
  ]
}

resource "null_resource" "copy_assets" {
  count = var.controller_count

  depends_on = [module.assets]

  connection {
    type = "ssh"
    host = aws_instance.controllers.*.public_ip[count.index]
    user = "core"
  }

  provisioner "file" {
    content     = join("\n", local.bundle)
    destination = "/home/core/assets"
  }

  provisioner "remote-exec" {
    inline = ["sudo /opt/bootstrap/layout"]
  }
}
