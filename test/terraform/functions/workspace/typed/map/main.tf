variable "value" {
  type = map(string)
}

output "value" {
  value = var.value
}
