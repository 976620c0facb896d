# Provider template 2.x: its variables are all texts, and its template is no template of the module around it.
data "template_file" "node" {
  count    = 2
  template = file("${path.module}/node.yaml.tmpl")

  vars = {
    name  = "node-${count.index}"
    port  = 6443
    ready = true
  }
}

data "ct_config" "node" {
  count   = 2
  strict  = true
  content = element(data.template_file.node.*.rendered, count.index)
}

data "template_file" "inline" {
  template = <<-EOT
    $${port + 1} $${length(port)} $${ready == "true" ? "a text" : "a boolean"}
  EOT

  vars = {
    port  = 6443
    ready = true
  }
}

resource "local_file" "inline" {
  filename = "inline.txt"
  content  = data.template_file.inline.rendered
}
