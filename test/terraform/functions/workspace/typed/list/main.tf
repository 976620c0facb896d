variable "value" {
  type = list(string)
}

output "value" {
  value = var.value
}
