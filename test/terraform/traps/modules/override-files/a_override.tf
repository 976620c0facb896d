variable "channel" {
  default = "beta"
}

locals {
  region = "south"
}

resource "terraform_data" "node" {
  input = "first"
}
