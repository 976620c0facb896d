# Files whose names end in _override.tf are merged into what the others declare, in the order of their names.
variable "channel" {
  type    = string
  default = "stable"
}

locals {
  region = "north"
  zone   = "a"
}

resource "terraform_data" "node" {
  input = "plain"
}

resource "local_file" "told" {
  filename = "told.txt"
  content  = "${var.channel} ${local.region}-${local.zone} ${terraform_data.node.output}"
}
