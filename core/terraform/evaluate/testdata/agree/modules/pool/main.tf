variable "name" {
  type = string
}

variable "nodes" {
  type = number
}

variable "peers" {
  type    = list(string)
  default = []
}

module "node" {
  source = "./node"
  count  = var.nodes
  name   = "${var.name}-${count.index}"
}

output "names" { value = module.node[*].name }
output "addresses" { value = [for peer in var.peers : "to-${peer}"] }
output "paths" { value = { here = path.module, below = module.node[0].path, root = path.root } }
