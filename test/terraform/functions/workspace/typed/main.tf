variable "value" {
  type = any
}

module "text" {
  source = "./text"
  value  = var.value
}

module "number" {
  source = "./number"
  value  = var.value
}

module "bool" {
  source = "./bool"
  value  = var.value
}

module "list" {
  source = "./list"
  value  = var.value
}

module "set" {
  source = "./set"
  value  = var.value
}

module "map" {
  source = "./map"
  value  = var.value
}

module "object" {
  source = "./object"
  value  = var.value
}

output "text" {
  value = module.text.value
}

output "number" {
  value = module.number.value
}

output "bool" {
  value = module.bool.value
}

output "list" {
  value = module.list.value
}

output "set" {
  value = module.set.value
}

output "map" {
  value = module.map.value
}

output "object" {
  value = module.object.value
}
