variable "size" {
  default = 2
}

locals {
  name = "override"
}

resource "terraform_data" "a" {
  input = "override ${var.size}"
}
