locals {
  names = ["x", "y", "z"]
  sizes = { small = 1, large = 3 }
}

resource "terraform_data" "counted" {
  count = length(local.names)
  input = "${local.names[count.index]}-${count.index}"
}

resource "terraform_data" "none" {
  count = 0
  input = "never"
}

resource "terraform_data" "mapped" {
  for_each = local.sizes
  input    = { name = each.key, size = each.value }
}

resource "terraform_data" "set" {
  for_each = toset(concat(local.names, ["x"]))
  input    = "${each.key}=${each.value}"
}

resource "terraform_data" "chained" {
  for_each = terraform_data.mapped
  input    = each.value.input.size * 2
}

resource "terraform_data" "single" {
  count = local.sizes.small == 1 ? 1 : 0
  input = "only"
}

output "counted" { value = terraform_data.counted[*].input }
output "legacy_splat" { value = terraform_data.counted.*.input }
output "legacy_index" { value = terraform_data.counted.1.input }
output "none" { value = terraform_data.none[*].input }
output "count_none" { value = length(terraform_data.none) }
output "mapped" { value = { for key, each in terraform_data.mapped : key => each.input } }
output "one_mapped" { value = terraform_data.mapped["large"].input.size }
output "set" { value = [for each in terraform_data.set : each.input] }
output "keys" { value = keys(terraform_data.set) }
output "chained" { value = values(terraform_data.chained)[*].input }
output "one" { value = one(terraform_data.single[*].input) }
output "tried" { value = try(terraform_data.none[0].input, "nothing") }
output "joined" { value = join(",", terraform_data.counted.*.input) }
output "prefixed" { value = resource.terraform_data.counted[0].input }
