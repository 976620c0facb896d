module "workers" {
  source = ""
}
