# The merged Ignition is what the machine gets.
data "ct_config" "node" {
  strict       = true
  pretty_print = true
  content      = file("${path.module}/node.yaml")
  snippets     = [file("${path.module}/motd.yaml")]
}

resource "aws_instance" "node" {
  user_data = data.ct_config.node.rendered
}
