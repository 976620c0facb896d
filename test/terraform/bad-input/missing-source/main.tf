module "workers" {
  size = 3
}
