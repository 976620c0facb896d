module "pool" {
  source   = "./pool"
  for_each = { a = 2, b = 1 }

  name  = each.key
  nodes = each.value
  peers = module.hub.addresses
}

module "pair" {
  source = "./pool"
  count  = 2
  name   = "pair-${count.index}"
  nodes  = count.index + 1
}

module "absent" {
  source = "./pool"
  count  = 0
  name   = "absent"
  nodes  = 1
}

# The hub needs what the pools give, and the pools what the hub gives: no cycle,
# since it is not the same output.
module "hub" {
  source = "./pool"
  name   = "hub"
  nodes  = 1
  peers  = [module.spoke.names[0]]
}

module "spoke" {
  source = "./pool"
  name   = "spoke"
  nodes  = 1
  peers  = module.hub.names
}

output "names" { value = { for key, pool in module.pool : key => pool.names } }
output "paths" { value = module.pool["a"].paths }
output "pair" { value = module.pair[*].names }
output "pair_one" { value = module.pair[1].names[0] }
output "absent" { value = module.absent[*].names }
output "whole" { value = module.hub }
output "peers" { value = module.spoke.addresses }
output "keys" { value = keys(module.pool) }
