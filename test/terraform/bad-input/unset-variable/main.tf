terraform {
  backend "local" {}
}

variable "join_token" {
  type = string
  validation {
    condition     = sha256(var.join_token) == "0000000000000000000000000000000000000000000000000000000000000000"
    error_message = "The token is not ours."
  }
}

output "join" {
  value = var.join_token
}
