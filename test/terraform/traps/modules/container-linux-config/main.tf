data "ct_config" "node" {
  content      = templatefile("${path.module}/node.yaml", { name = "node" })
  pretty_print = false
  snippets     = [file("${path.module}/motd.yaml")]
}
