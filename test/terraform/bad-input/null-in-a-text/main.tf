variable "suffix" {
  default = null
}

output "name" {
  value = "pool-${var.suffix}"
}
