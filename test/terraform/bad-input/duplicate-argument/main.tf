resource "terraform_data" "pool" {
  input = 1
  input = 2
}
