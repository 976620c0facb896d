locals {
  size =
}
