# Defaults of optional() apply deep inside, although a part of the value is sensitive.
variable "password" {
  type      = string
  sensitive = true
  default   = "correct horse"
}

module "pools" {
  source = "./pools"
  pools = {
    small = { token = var.password }
    large = { token = "none", size = 3, disk = { type = "ssd" } }
    empty = { token = null, labels = null }
  }
}

resource "local_file" "pools" {
  filename = "pools.json"
  content  = jsonencode(module.pools.told)
}

resource "local_file" "token" {
  filename = "token.txt"
  content  = "token ${module.pools.token} end"
}
