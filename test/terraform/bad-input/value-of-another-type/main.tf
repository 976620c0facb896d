variable "sizes" {
  type = list(number)
}

output "sizes" {
  value = var.sizes
}
