variable "pools" {
  type = list(object({
    size   = optional(number, 1)
    labels = optional(map(string))
    disk   = optional(object({ gb = optional(number, 10), kind = optional(string) }), { gb = 20 })
  }))
  default = [
    { size = null },
    { labels = { a = 1 }, disk = {} },
    { disk = null },
    { disk = { kind = "ssd" } },
  ]
}

variable "zones" {
  type    = set(string)
  default = ["b", "a", "b"]
  validation {
    condition     = alltrue([for zone in var.zones : can(regex("^[a-z]$", zone))])
    error_message = "Zones are letters."
  }
  validation {
    condition     = length(var.zones) <= local.most
    error_message = "At most ${local.most} zones."
  }
}

variable "secret" {
  type      = map(string)
  sensitive = true
  default   = { user = "core", password = "hunter2" }
}

locals {
  most = 3
}

resource "terraform_data" "one" {
  input            = { a = [1, { b = "x" }] }
  triggers_replace = [var.zones]
}

resource "terraform_data" "few" {
  count = "2"
  input = count.index
  lifecycle {
    precondition {
      condition     = count.index < 2
      error_message = "Never."
    }
    postcondition {
      condition     = self.input == count.index
      error_message = "Never."
    }
  }
}

resource "terraform_data" "by_key" {
  for_each = { for zone in var.zones : zone => { name = "zone-${zone}" } }
  input    = each.value.name
}

module "null_argument" {
  source = "./child"
  given  = null
  strict = null
}

module "default_argument" {
  source = "./child"
}

module "converted" {
  source = "./child"
  given  = 12
  strict = true
  sizes  = { a = "1", b = 2 }
}

check "health" {
  assert {
    condition     = length(terraform_data.few) == 2
    error_message = "Two."
  }
}

output "pools" { value = var.pools }
output "zones" { value = var.zones }
output "zone_list" { value = tolist(var.zones) }
output "splat_of_one" { value = terraform_data.one[*].input }
output "deep" { value = terraform_data.one.input.a[1].b }
output "deep_legacy" { value = terraform_data.one.input.a.1.b }
output "few" { value = { for index, each in terraform_data.few : index => each.input } }
output "by_key" { value = [for key in sort(keys(terraform_data.by_key)) : terraform_data.by_key[key].input] }
output "null_argument" { value = module.null_argument }
output "default_argument" { value = module.default_argument }
output "converted" { value = module.converted }
output "password_length" { value = nonsensitive(length(var.secret["password"])) }
output "secret" {
  value     = { for key, value in var.secret : key => upper(value) }
  sensitive = true
}
output "can" { value = [can(var.pools[9]), can(var.pools[0]), try(var.pools[9].size, "none")] }
output "conditional_types" { value = [true ? 1 : "a", false ? null : "b", true ? [1] : [], true ? { a = 1 } : {}] }
output "merge_null" { value = merge({ a = 1 }, null, { b = 2 }) }
output "lookup" { value = [lookup({ a = 1 }, "a", 0), lookup({ a = 1 }, "z", 0)] }
output "flatten" { value = flatten([[1, [2]], [], [3]]) }
output "setproduct" { value = [for pair in setproduct(["a", "b"], [1, 2]) : "${pair[0]}${pair[1]}"] }
output "strings" { value = ["${1}", "${true}", "x${1.50}", "%%{not}", "$${not}", "\u00e9"] }
output "templated_object" { value = "${{ a = 1 }}" }
output "heredoc" {
  value = <<-EOT
      indented
    less ${"x"}
      %{if true}yes%{else}no%{endif}
    %{~for key, value in { b = 2, a = 1 }~}
    ${key}=${value}
    %{~endfor}
  EOT
}
