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
}`, expect: []string{`main.tf:3:11 function-call Call to unknown function: there is no function named "uper". Did you mean "upper"?`}},
	{name: "function of a provider", archive: `
output "o" {
  value = provider::box::open("z")
}`, expect: []string{`main.tf:3:11 unsupported Functions of providers are not evaluated: provider::box::open.`}, apart: "needs a provider"},
	{name: "self in the configuration", archive: `
resource "terraform_data" "a" {
  input = self.id
}`, expect: []string{`main.tf:3:11 unknown-reference The "self" object can be used only in provisioner, connection and postcondition blocks.`}},
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
}

func TestMistakesAreReportedWhereTheyAre(t *testing.T) {
	for _, each := range slices.Concat(mistakes, otherMistakes) {
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
