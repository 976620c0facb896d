# null takes the default where a variable is not nullable, and stays null where it is.
module "pool" {
  source   = "./pool"
  size     = null
  zone     = null
  networks = null
}

resource "local_file" "told" {
  filename = "told.json"
  content  = jsonencode(module.pool.told)
}
