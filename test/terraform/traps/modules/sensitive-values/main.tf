# Keys and tokens are marked at their birth, and stand in no output.
variable "token" {
  type      = string
  sensitive = true
  default   = "swordfish-from-a-variable"
}

resource "random_password" "admin" {
  length = 20
}

resource "tls_private_key" "ca" {
  algorithm = "ECDSA"
}

locals {
  header = "Authorization: Bearer ${var.token}"
}

data "ct_config" "node" {
  strict = true
  content = templatefile("${path.module}/node.yaml", {
    header = local.header
    upper  = upper(var.token)
    admin  = random_password.admin.result
    key    = indent(10, tls_private_key.ca.private_key_pem)
    encode = base64encode(var.token)
  })
}
