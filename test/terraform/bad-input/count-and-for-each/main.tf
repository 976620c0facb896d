resource "terraform_data" "pool" {
  count    = 2
  for_each = toset(["a"])
}
