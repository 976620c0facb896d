variable "name" {
  type = string
}

variable "size" {
  type = number
}

resource "terraform_data" "node" {
  count = var.size
  input = "${var.name}-${count.index}"
}

output "names" {
  value = terraform_data.node[*].output
}
