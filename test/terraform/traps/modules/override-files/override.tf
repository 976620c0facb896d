resource "terraform_data" "node" {
  input = "last"
}
