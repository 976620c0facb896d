# A null is no text: `terraform apply` stops at it.
variable "suffix" {
  type    = string
  default = null
}

resource "local_file" "named" {
  filename = "named.txt"
  content  = "pool-${var.suffix}"
}

resource "local_file" "without" {
  filename = "without.txt"
  content  = templatefile("${path.module}/pool.tftpl", { suffix = var.suffix })
}

resource "local_file" "guarded" {
  filename = "guarded.txt"
  content  = "pool${var.suffix == null ? "" : "-${var.suffix}"}"
}
