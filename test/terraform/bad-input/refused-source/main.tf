module "workers" {
  source = "git::ext::sh -c true"
}
