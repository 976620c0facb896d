variable "size" {
  type     = number
  default  = 2
  nullable = false
}

variable "zone" {
  type    = string
  default = "north"
}

variable "networks" {
  type     = list(string)
  default  = ["a"]
  nullable = false
}

output "told" {
  value = { size = var.size, zone = var.zone, networks = var.networks }
}
