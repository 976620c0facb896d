locals {
  pool = "a"
  name = "pool-${local.pool"
}
