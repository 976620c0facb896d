locals {
  base    = { a = 1, b = { c = [1, 2, 3] } }
  derived = merge(local.base, { d = local.chain })
  chain   = local.last
  last    = "end"
  maybe   = null
  text    = <<-EOT
    name: ${local.last}
    %{for item in local.base.b.c~}
    - ${item}
    %{endfor~}
    done
  EOT
}

output "derived" { value = local.derived }
output "text" { value = local.text }
output "index" { value = local.base["b"].c[2] }
output "slice" { value = slice(local.base.b.c, 1, 3) }
output "for_object" { value = { for index, item in local.base.b.c : "k${index}" => item if item > 1 } }
output "grouped" { value = { for item in ["apple", "avocado", "pear"] : substr(item, 0, 1) => item... } }
output "conditional" { value = local.maybe == null ? [1] : ["x", 2] }
output "coalesced" { value = coalesce(local.maybe, "default") }
output "null_splat" { value = local.maybe[*] }
output "file" { value = templatefile("${path.module}/greeting.tpl", { name = "you", list = ["a", "b"] }) }
output "plain" { value = file("greeting.tpl") }
output "workspace" { value = terraform.workspace }
output "decoded" { value = jsondecode(jsonencode(local.base)).b.c }
output "yaml" { value = yamldecode("a: [1, x]\nb: {c: null}") }
output "numbers" { value = [1 / 4, 10 % 3, -5, 1e3, 12345678901234567890, 0.1 + 0.2] }
output "sets" { value = setunion(toset(["b", "a"]), toset(["c"])) }
output "cidr" { value = cidrhost("10.0.0.0/16", 10) }
output "unicode" { value = format("%-6s|%s", "héé", "日本") }
