# Snippets are merged by name into the config, each strict on its own; a finding stands in the snippet's file.
variable "snippets" {
  type = map(list(string))
  default = {
    node = []
  }
}

locals {
  snippets = merge(var.snippets, {
    node = [file("${path.module}/motd.yaml"), file("${path.module}/wrong.tftpl")]
  })
}

data "ct_config" "node" {
  strict   = true
  content  = file("${path.module}/node.yaml")
  snippets = lookup(local.snippets, "node", [])
}
