# Assets reach machines through provisioners: what they copy and what they run is what the machine gets.
locals {
  assets = {
    "manifests/quiet.yaml" = file("${path.module}/quiet.yaml")
    "auth/README"          = "nothing is in here"
  }
}

resource "null_resource" "copy" {
  count = 2

  connection {
    type = "ssh"
    host = "192.0.2.${count.index}"
  }

  provisioner "file" {
    content     = join("\n", [for path, text in local.assets : format("##### %s\n%s", path, text)])
    destination = "/home/core/assets"
  }

  provisioner "file" {
    content     = "node-${count.index}"
    destination = "/home/core/name"
  }

  provisioner "remote-exec" {
    inline = [
      "sudo mkdir -p /etc/kubernetes",
      "sudo mv /home/core/name-${count.index} /etc/kubernetes",
    ]
  }

  provisioner "local-exec" {
    command = "touch ${path.module}/was-run"
  }
}

resource "terraform_data" "broken" {
  provisioner "remote-exec" {
    inline = [
      "if true; then",
      "  echo unfinished",
    ]
  }
}
