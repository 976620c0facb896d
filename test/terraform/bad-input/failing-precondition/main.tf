variable "controllers" {
  default = 2
}

resource "terraform_data" "etcd" {
  lifecycle {
    precondition {
      condition     = var.controllers % 2 == 1
      error_message = "An odd number is needed."
    }
  }
}
