# Resources, blocks and modules are repeated by values.
locals {
  pools = { blue = 2, green = 0 }
}

module "pool" {
  source   = "./pool"
  for_each = local.pools
  name     = each.key
  size     = each.value
}

resource "aws_security_group" "nodes" {
  name = "nodes"

  dynamic "ingress" {
    for_each = toset([22, 6443])
    iterator = port
    content {
      protocol    = "tcp"
      from_port   = port.value
      to_port     = port.key
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "local_file" "told" {
  filename = "told.json"
  content = jsonencode({
    names = { for name, pool in module.pool : name => pool.names }
    flat  = flatten(values(module.pool)[*].names)
    ports = [for rule in aws_security_group.nodes.ingress : rule.from_port]
    one   = one(module.pool["blue"].names[*] == [] ? [] : ["blue"])
  })
}
