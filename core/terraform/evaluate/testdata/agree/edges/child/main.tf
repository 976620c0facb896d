variable "given" {
  type    = string
  default = "default"
}

variable "strict" {
  type     = string
  default  = "strict default"
  nullable = false
}

variable "sizes" {
  type    = map(number)
  default = {}
}

output "given" { value = var.given }
output "strict" { value = var.strict }
output "total" { value = sum(concat([0], values(var.sizes))) }
