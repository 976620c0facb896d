variable "value" {
  type = set(string)
}

output "value" {
  value = var.value
}
