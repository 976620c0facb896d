package evaluate

// Of repetition, cycles, files and whole modules.
var otherMistakes = []mistake{
	{name: "count is null", archive: `
resource "terraform_data" "a" {
  count = null
}`, expect: []string{`main.tf:3:11 repetition Invalid count argument: the count value is null, an integer is required.`}},
	{name: "count is negative", archive: `
resource "terraform_data" "a" {
  count = -1
}`, expect: []string{`main.tf:3:11 repetition`}},
	{name: "count is a fraction", archive: `
resource "terraform_data" "a" {
  count = 1.5
}`, expect: []string{`main.tf:3:11 repetition`}},
	{name: "count is a word", archive: `
resource "terraform_data" "a" {
  count = "many"
}`, expect: []string{`main.tf:3:11 repetition`}},
	{name: "for_each over a list", archive: `
resource "terraform_data" "a" {
  for_each = ["x"]
}`, expect: []string{`main.tf:3:14 repetition Invalid for_each argument: a map or a set of strings is required, not a tuple. Turn the list into a set with toset().`}},
	{name: "for_each is null", archive: `
variable "m" {
  type    = map(string)
  default = null
}
resource "terraform_data" "a" {
  for_each = var.m
}`, expect: []string{`main.tf:7:14 repetition`}},
	{name: "for_each over a set of numbers", archive: `
resource "terraform_data" "a" {
  for_each = toset([1, 2])
}`, expect: []string{`main.tf:3:14 repetition`}},
	{name: "for_each is sensitive", archive: `
resource "terraform_data" "a" {
  for_each = sensitive(toset(["a"]))
}`, expect: []string{`main.tf:3:14 repetition`}},
	{name: "for_each of a module over a list", archive: `
module "a" {
  source   = "./a"
  for_each = ["x"]
}
-- a/main.tf --
`, expect: []string{`main.tf:4:14 repetition`}},
	{name: "each without for_each", archive: `
resource "terraform_data" "a" {
  input = each.key
}`, expect: []string{`main.tf:3:11 unknown-reference The "each" object can be used only`}},
	{name: "count without count", archive: `
locals {
  a = count.index
}
output "o" {
  value = local.a
}`, expect: []string{`main.tf:3:7 unknown-reference The "count" object can be used only`}},
	{name: "wrong attribute of each", archive: `
resource "terraform_data" "a" {
  for_each = toset(["a"])
  input    = each.vlue
}`, expect: []string{`main.tf:4:18 unknown-reference Unsupported attribute: this object does not have an attribute named "vlue". Did you mean "value"?`},
		apart: "Terraform points at each, not at the attribute"},
	{name: "wrong attribute of path", archive: `
output "o" {
  value = path.modul
}`, expect: []string{`main.tf:3:15 unknown-reference`}, apart: "Terraform points at path, not at the attribute"},
	{name: "instance without a key", archive: `
resource "terraform_data" "a" {
  count = 2
  input = 1
}
output "o" {
  value = terraform_data.a.input
}`, expect: []string{`main.tf:7:11 unknown-reference Because terraform_data.a has "count" set, its attributes must be accessed on specific instances. Write terraform_data.a[count.index], or terraform_data.a[*] for all of them.`}},
	{name: "instance of for_each without a key", archive: `
resource "terraform_data" "a" {
  for_each = toset(["x"])
}
output "o" {
  value = terraform_data.a.id
}`, expect: []string{`main.tf:6:11 unknown-reference Because terraform_data.a has "for_each" set`}},
	{name: "cycle of locals", archive: `
locals {
  a = local.b
  b = local.a
}`, expect: []string{`main.tf:3:3 cycle Cycle: local.a -> local.b -> local.a.`}, apart: "Terraform gives no place"},
	{name: "resource that refers to itself", archive: `
resource "terraform_data" "a" {
  input = terraform_data.a.id
}`, expect: []string{`main.tf:3:11 cycle Cycle: terraform_data.a -> terraform_data.a.`}},
	{name: "cycle through a module", archive: `
module "a" {
  source = "./a"
  x      = module.a.y
}
-- a/main.tf --
variable "x" {}
output "y" {
  value = var.x
}`, expect: []string{`a/main.tf:1:1 cycle Cycle: module.a.var.x -> module.a.output.y -> module.a.var.x.`}, apart: "Terraform gives no place"},
	{name: "sensitive output", archive: `
provider "terraform" {
}

variable "a" {
  default   = "x"
  sensitive = true
}
output "o" {
  value = "${var.a}!"
}`, expect: []string{`main.tf:9:1 evaluation Output "o" refers to sensitive values. Set sensitive = true on the output.`}},
	{name: "condition that is no boolean", archive: `
resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition     = "${path.root}maybe"
      error_message = "No."
    }
  }
}`, expect: []string{`main.tf:5:23 wrong-type`}},
	{name: "one error and everything after it", archive: `
locals {
  a = var.missing
  b = "${local.a}-b"
  c = [for x in local.a : upper(x)]
  d = local.b == "x" ? local.c : []
}
module "m" {
  source = "./m"
  count  = local.a
  x      = local.d
}
output "o" {
  value = [local.d, module.m[0].y]
}
-- m/main.tf --
variable "x" {
  type = list(string)
}
output "y" {
  value = var.x[0]
}`, expect: []string{`main.tf:3:7 unknown-reference`}},
	{name: "missing file", archive: `
output "o" {
  value = file("${path.module}/none.txt")
}`, expect: []string{`main.tf:3:19 file-access`}},
	{name: "file outside", archive: `
output "o" {
  value = file("/etc/hostname")
}`, expect: []string{`main.tf:3:11 file-access`}, apart: "Terraform reads it"},
	{name: "null in a template file", archive: `
output "o" {
  value = templatefile("${path.module}/a.tpl", { x = null })
}
-- a.tpl --
one
two ${x}
`, expect: []string{`a.tpl:2:7 null-in-template`}, apart: "Terraform points at the call"},
	{name: "missing variable in a template file", archive: `
output "o" {
  value = templatefile("${path.module}/a.tpl", { name = "x" })
}
-- a.tpl --
one ${nam}
`, expect: []string{`a.tpl:1:7 unknown-reference`}, apart: "Terraform points at the call"},
	{name: "syntax error in a template file", archive: `
output "o" {
  value = templatefile("${path.module}/a.tpl", {})
}
-- a.tpl --
one %{ if true }
`, expect: []string{`a.tpl:1:5 syntax Unexpected end of template: the if directive in line 1 is missing its corresponding endif directive. Add %{ endif } where it ends.`}, apart: "Terraform points at the call"},
	{name: "two instances with one mistake", archive: `
resource "terraform_data" "a" {
  count = 3
  input = ["a"][5]
}`, expect: []string{`main.tf:4:16 unknown-reference`}},
	{name: "dynamic over null", archive: `
resource "box" "a" {
  dynamic "rule" {
    for_each = null
    content {}
  }
}`, expect: []string{`main.tf:4:16 repetition Invalid dynamic for_each value: a list, map or set is required, not null.`}, apart: "needs a provider"},
	{name: "attribute that the provider does not give", archive: `
resource "box" "a" {
  name = "x"
}
output "o" {
  value = box.a.nam
}`, expect: []string{`main.tf:6:16 unknown-reference Unsupported attribute: this object does not have an attribute named "nam". Did you mean "name"?`}, apart: "needs a provider"},
	{name: "null for what is not nullable", archive: `
module "m" {
  source = "./m"
  s      = null
}
-- m/main.tf --
variable "s" {
  type     = string
  nullable = false
}`, expect: []string{`main.tf:4:12 variable-value Variable "s" must not be null.`}},
	{name: "module instance without a key", archive: `
module "m" {
  source = "./m"
  count  = 2
}
output "o" {
  value = module.m.y
}
-- m/main.tf --
output "y" {
  value = 1
}`, expect: []string{`main.tf:7:19 unknown-reference Unsupported attribute: this value does not have any attributes.`}},
	{name: "module instance that is not there", archive: `
module "m" {
  source   = "./m"
  for_each = { a = 1 }
}
output "o" {
  value = module.m["b"].y
}
-- m/main.tf --
output "y" {
  value = 1
}`, expect: []string{`main.tf:7:19 unknown-reference Invalid index: the given key does not identify an element in this collection value. Did you mean "a"?`}},
	{name: "index of a resource with one instance", archive: `
resource "terraform_data" "m" {
}
output "o" {
  value = terraform_data.m[0].id
}`, expect: []string{`main.tf:5:11 unknown-reference Because terraform_data.m does not have "count" or "for_each" set`}},
	{name: "names that need more", archive: `
output "o" {
  value = terraform_data
}
output "p" {
  value = var
}`, expect: []string{
		`main.tf:3:11 unknown-reference A reference to "terraform_data" must be followed by`,
		`main.tf:6:11 unknown-reference A reference to "var" must be followed by`},
		apart: "Terraform misses the provider too"},
	{name: "operands", archive: `
output "o" {
  value = 1 + "x"
}
output "q" {
  value = null + 1
}`, expect: []string{`main.tf:3:15 wrong-type`, `main.tf:6:11 wrong-type`}},
	{name: "condition that is null", archive: `
variable "n" {
  type    = bool
  default = null
}
output "o" {
  value = var.n ? 1 : 2
}`, expect: []string{`main.tf:7:11 wrong-type Null condition`}},
	{name: "attribute of null", archive: `
locals {
  a = null
}
output "o" {
  value = local.a.b
}`, expect: []string{`main.tf:6:18 evaluation Attempt to get attribute from null value`}},
	{name: "duplicate keys", archive: `
output "o" {
  value = { for x in ["a", "a"] : x => 1 }
}`, expect: []string{`main.tf:3:35 evaluation Duplicate object key`}},
	{name: "one mistake in two calls of a module", archive: `
module "a" {
  source = "./m"
}
module "b" {
  source = "./m"
}
-- m/main.tf --
output "y" {
  value = var.none
}`, expect: []string{`m/main.tf:2:11 unknown-reference An input variable named "none" has not been declared in this module.`}},
	{name: "instances that fail each in its own words", archive: `
resource "terraform_data" "a" {
  count = 9
  input = parseint("z${count.index}", 10)
}`, expect: []string{
		`main.tf:4:21 function-call Invalid function argument: invalid value for "number" parameter: cannot parse "z0"`,
		`main.tf:4:21 function-call Invalid function argument: invalid value for "number" parameter: cannot parse "z1"`,
		`main.tf:4:21 function-call Invalid function argument: invalid value for "number" parameter: cannot parse "z2"`}},
}
