variable "value" {
  type = number
}

output "value" {
  value = var.value
}
