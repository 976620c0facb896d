variable "value" {
  type = object({ a = string })
}

output "value" {
  value = var.value
}
