variable "region" {
  default = "north"
}

output "region" {
  value = var.regoin
}
