variable "size" {
  type    = number
  default = 1
}

locals {
  name = "base"
  kept = "kept"
}

resource "terraform_data" "a" {
  input            = "base ${var.size}"
  triggers_replace = ["base"]
}

output "a" {
  value = terraform_data.a.input
}

output "names" {
  value = [local.name, local.kept, local.from_json]
}
