# Modules from the days of Terraform 0.11 and 0.12.
variable "names" {
  type    = "list"
  default = ["a", "b"]
}

variable "tags" {
  type    = "map"
  default = { role = "worker" }
}

resource "null_resource" "pool" {
  count = "${length(var.names)}"

  triggers = {
    name = "${element(var.names, count.index)}"
  }
}

locals {
  nested = [{ inner = ["x", "y"] }, { inner = ["z"] }]
}

resource "local_file" "told" {
  filename = "told.json"
  content = jsonencode({
    list   = list("a", "b")
    map    = map("k", "v")
    dotted = local.nested.0.inner.1
    splat  = null_resource.pool.*.triggers.name
    attr   = local.nested.*.inner
    first  = "${null_resource.pool.0.triggers["name"]}"
    lookup = "${lookup(var.tags, "role")}"
  })
}
