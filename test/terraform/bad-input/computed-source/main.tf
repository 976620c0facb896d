variable "os" {
  default = "flatcar"
}

module "workers" {
  source = "./${var.os}/workers"
}
