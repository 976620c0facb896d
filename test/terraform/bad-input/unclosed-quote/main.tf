locals {
  name = "pool
}
