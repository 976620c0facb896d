package evaluate

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"windtunnel/core/terraform"
)

// mistake is a configuration and the errors it must give, each as
// "file:line:column code words of the message".
type mistake struct {
	name, archive string
	expect        []string
	// apart says why Terraform reports another place, or nothing.
	apart string
}

var mistakes = []mistake{
	{name: "undeclared variable", archive: `
variable "region" {
  default = "eu"
}
output "o" {
  value = var.regoin
}`, expect: []string{`main.tf:6:11 unknown-reference An input variable named "regoin" has not been declared in the root module. Did you mean "region"?`}},
	{name: "undeclared local", archive: `
output "o" {
  value = "${local.missing}-x"
}`, expect: []string{`main.tf:3:14 unknown-reference A local value named "missing" has not been declared in the root module.`}},
	{name: "undeclared resource", archive: `
output "o" {
  value = terraform_data.missing.id
}`, expect: []string{`main.tf:3:11 unknown-reference A resource named "terraform_data.missing" has not been declared in the root module.`}},
	{name: "undeclared module", archive: `
output "o" {
  value = module.missing.x
}`, expect: []string{`main.tf:3:11 unknown-reference A module call named "missing" has not been declared in the root module.`}},
	{name: "undeclared output", archive: `
module "a" {
  source = "./a"
}
output "o" {
  value = module.a.nams
}
-- a/main.tf --
output "names" {
  value = 1
}`, expect: []string{`main.tf:6:11 unknown-reference Module "a" has no output named "nams". Did you mean "names"?`},
		apart: "Terraform points at the attribute alone"},
	{name: "unsupported attribute of an object", archive: `
locals {
  a = { port = 1 }
}
output "o" {
  value = local.a.prot
}`, expect: []string{`main.tf:6:18 unknown-reference Unsupported attribute: this object does not have an attribute named "prot". Did you mean "port"?`}},
	{name: "index out of range", archive: `
locals {
  a = ["x"]
}
output "o" {
  value = local.a[3]
}`, expect: []string{`main.tf:6:18 unknown-reference Invalid index: the given key does not identify an element in this collection value.`}},
	{name: "null in a template", archive: `
variable "a" {
  type    = string
  default = null
}
output "o" {
  value = "x ${var.a}"
}`, expect: []string{`main.tf:7:16 null-in-template Invalid template interpolation value: the expression result is null.`}},
	{name: "list in a template", archive: `
locals {
  a = [1]
}
output "o" {
  value = "x ${local.a}"
}`, expect: []string{`main.tf:6:16 wrong-type Invalid template interpolation value: cannot include the given value in a string template: string required, but have tuple.`}},
	{name: "function refuses", archive: `
output "o" {
  value = parseint("z", 10)
}`, expect: []string{`main.tf:3:21 function-call Invalid function argument: invalid value for "number" parameter`}},
	{name: "unknown function", archive: `
output "o" {
  value = uper("z")
}`, expect: []string{`main.tf:3:11 function-call Call to unknown function: there is no function named "uper".`}},
	{name: "required variable", archive: `
variable "a" {
  type = string
}
output "o" {
  value = "${var.a}!"
}`, expect: []string{`main.tf:2:1 variable-value No value for required variable "a".`}},
	{name: "required argument", archive: `
module "a" {
  source = "./a"
}
-- a/main.tf --
variable "x" {}`, expect: []string{`main.tf:2:1 variable-value The argument "x" of module "a" is required, but no definition was found.`},
		apart: "Terraform points at the brace"},
	{name: "unsupported argument", archive: `
module "a" {
  source = "./a"
  nme    = 1
}
-- a/main.tf --
variable "name" {
  default = ""
}`, expect: []string{`main.tf:4:3 unsupported Module "a" has no variable named "nme". Did you mean "name"?`}},
	{name: "argument of a wrong type", archive: `
module "a" {
  source = "./a"
  ports  = ["x"]
}
-- a/main.tf --
variable "ports" {
  type = list(number)
}`, expect: []string{`main.tf:4:12 variable-value The given value is not suitable for variable "ports": [0]: a number is required.`}},
	{name: "validation", archive: `
variable "a" {
  default = 3
  validation {
    condition     = var.a > 5
    error_message = "Must be above five, not ${var.a}."
  }
}`, expect: []string{`main.tf:5:21 validation Invalid value for variable: Must be above five, not 3.`},
		apart: "Terraform points at the variable"},
	{name: "precondition", archive: `
resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition     = path.root == ""
      error_message = "No."
    }
  }
}`, expect: []string{`main.tf:5:23 condition Resource precondition failed: No.`}},
	{name: "output precondition", archive: `
output "a" {
  value = 1
  precondition {
    condition     = path.root == ""
    error_message = "No."
  }
}`, expect: []string{`main.tf:5:21 condition`}},
	{name: "postcondition", archive: `
resource "terraform_data" "a" {
  input = 1
  lifecycle {
    postcondition {
      condition     = self.input == 2
      error_message = "No ${self.input}."
    }
  }
}`, expect: []string{`main.tf:6:23 condition Resource postcondition failed: No 1.`}},
	{name: "check", archive: `
check "c" {
  assert {
    condition     = length(path.root) == 2
    error_message = "Length."
  }
}`, expect: []string{`main.tf:4:21 condition Check block assertion failed: Length.`}},
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
`, expect: []string{`a.tpl:2:1 syntax Unexpected end of template: the if directive in line 1 is missing its corresponding endif directive.`}, apart: "Terraform points at the call"},
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
}

func TestMistakesAreReportedWhereTheyAre(t *testing.T) {
	for _, each := range mistakes {
		t.Run(each.name, func(t *testing.T) {
			w := newWorld(t, each.archive)
			said := w.said(w.render().Diagnostics)
			for index, expected := range each.expect {
				if index >= len(said) || !strings.HasPrefix(said[index], expected) {
					t.Errorf("expected %s\ngot      %s", expected, strings.Join(said, "\n         "))
				}
			}
			if len(said) > len(each.expect) {
				t.Errorf("also said: %s", said[len(each.expect):])
			}
		})
	}
}

func (w *world) said(diagnostics []terraform.Diagnostic) []string {
	var said []string
	for _, each := range diagnostics {
		place := "nowhere"
		if each.Range != nil {
			relative, _ := filepath.Rel(w.folder, each.Range.File)
			place = fmt.Sprintf("%s:%d:%d", relative, each.Range.Line, each.Range.Column)
		}
		said = append(said, strings.TrimSpace(fmt.Sprintf("%s %s %s %s", place, each.Code, each.Message, each.Fix)))
	}
	slices.Sort(said)
	return said
}
