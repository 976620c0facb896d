package module

import (
	"slices"
	"testing"
)

// refusal is a configuration and what is said of it. Terraform itself is asked
// in TestTerraformRefusesTheSameLines.
type refusal struct {
	config string
	want   []string
	// apart says why Terraform answers otherwise.
	apart string
}

var refusals = map[string]refusal{
	"unknown argument of a variable": {config: `
variable "pool" {
  typo = 1
}`, want: []string{`2:3-7 error unsupported: Unsupported argument: an argument named "typo" is not expected here.`}},
	"unknown block of a variable": {config: `
variable "pool" {
  validate {}
}`, want: []string{`2:3-11 error unsupported: Unsupported block type: blocks of type "validate" are not expected here.`}},
	"unknown top-level block": {config: `
vairable "pool" {}`, want: []string{`1:1-9 error unsupported: Unsupported block type: blocks of type "vairable" are not expected here.`}},
	"argument at the top level": {config: `
region = "north"`, want: []string{`1:1-7 error unsupported: Unsupported argument: an argument named "region" is not expected here.`}},
	"variable twice": {config: `
variable "pool" {}
variable "pool" {}`, want: []string{`2:1-16 error unsupported: The variable "pool" was already declared at main.tf:1.`}},
	"output twice": {config: `
output "pool" { value = 1 }
output "pool" { value = 1 }`, want: []string{`2:1-14 error unsupported: The output "pool" was already declared at main.tf:1.`}},
	"resource twice": {config: `
resource "terraform_data" "pool" {}
resource "terraform_data" "pool" {}`, want: []string{`2:1-33 error unsupported: The resource "terraform_data.pool" was already declared at main.tf:1.`}},
	"local value twice": {config: `
locals { pool = 1 }
locals { pool = 1 }`, want: []string{`2:10-14 error unsupported: The local value "pool" was already declared at main.tf:1.`}},
	"local value twice in one block": {config: `
locals {
  pool = 1
  pool = 2
}`, want: []string{`3:3-7 error syntax: Attribute redefined: the argument "pool" was already set at main.tf:2,3-7.`}},
	"module call twice": {config: `
module "pool" { source = "./pool" }
module "pool" { source = "./pool" }`, want: []string{`2:1-14 error unsupported: The module call "pool" was already declared at main.tf:1.`}},
	"output without value": {config: `
output "pool" {}`, want: []string{`1:15-15 error unsupported: Missing required argument: the argument "value" is required, but no definition was found.`}},
	"module call without source": {config: `
module "pool" {}`, want: []string{`1:15-15 error unsupported: Missing required argument: the argument "source" is required, but no definition was found.`}},
	"computed source": {config: `
module "pool" { source = "./${terraform.workspace}" }`, want: []string{`1:31-40 error unsupported: Variables not allowed: variables may not be used here.`}},
	"empty source": {config: `
module "pool" { source = "" }`, want: []string{`1:26-28 error module-source: The source of the module call "pool" is empty.`}},
	"version of a local module": {config: `
module "pool" {
  source  = "./pool"
  version = "1.0.0"
}`, want: []string{`3:3-20 error unsupported: Only modules of a registry have a version, and the source of the module call "pool" is a folder.`},
		apart: "Terraform points at the source"},
	"name of a variable": {config: `
variable "1st" {}`, want: []string{`1:10-15 error unsupported: "1st" is no valid name.`}},
	"name of a local value": {config: `
locals { "a b" = 1 }`, want: []string{`1:10-11 error syntax: Argument or block definition required: an argument or block definition is required here.`}},
	"reserved name": {config: `
variable "version" {}`, want: []string{`1:10-19 error unsupported: No variable can be named "version", which has a meaning in module blocks.`}},
	"no label": {config: `
variable {}`, want: []string{`1:10-11 error unsupported: Missing name for variable: all variable blocks must have 1 labels (name).`}},
	"label too many": {config: `
output "a" "b" { value = 1 }`, want: []string{`1:12-15 error unsupported: Extraneous label for output: only 1 labels (name) are expected for output blocks.`}},
	"one label of a resource": {config: `
resource "terraform_data" {}`, want: []string{`1:27-28 error unsupported: Missing name for resource: all resource blocks must have 2 labels (type, name).`}},
	"count and for_each": {config: `
resource "terraform_data" "pool" {
  count    = 1
  for_each = {}
}`, want: []string{`3:3-11 error unsupported: Count and for_each exclude each other.`}},
	"count and for_each of a module": {config: `
module "pool" {
  source   = "./pool"
  for_each = {}
  count    = 1
}`, want: []string{`3:3-11 error unsupported: Count and for_each exclude each other.`}},
	"type that is none": {config: `
variable "pool" { type = strin }`, want: []string{`1:26-31 error unsupported: Invalid type specification: the keyword "strin" is not a valid type specification.`}},
	"type within an object": {config: `
variable "pool" {
  type = object({
    size = optional(nubmer, 3)
  })
}`, want: []string{`3:21-27 error unsupported: Invalid type specification: the keyword "nubmer" is not a valid type specification.`}},
	"optional outside of an object": {config: `
variable "pool" { type = optional(string) }`, want: []string{`1:26-34 error unsupported: Invalid type specification: keyword "optional" is valid only as a modifier for object type attributes.`}},
	"type in quotes": {config: `
variable "pool" { type = "list(string)" }`, want: []string{`1:26-40 error unsupported: The type "list(string)" of the variable "pool" stands in quotes.`}},
	"type of Terraform 0.11": {config: `
variable "pool" { type = "list" }`, want: []string{`1:26-32 warning unsupported: The type "list" of the variable "pool" stands in quotes, which Terraform refuses since 0.15.`},
		apart: "modules for Terraform 0.12 are still read"},
	"default of another type": {config: `
variable "size" {
  type    = number
  default = "three"
}`, want: []string{`3:13-20 error variable-value: The default of the variable "size" is no number: a number is required.`}},
	"default with a wrong element": {config: `
variable "pools" {
  type    = object({ sizes = list(number) })
  default = { sizes = [1, "two"] }
}`, want: []string{`3:13-35 error variable-value: The default of the variable "pools" is no object({ sizes = list(number) }): sizes[1]: a number is required.`}},
	"default that lacks an attribute": {config: `
variable "pool" {
  type    = object({ size = number, taints = optional(list(string), []) })
  default = {}
}`, want: []string{`3:13-15 error variable-value: The default of the variable "pool" is no object({ size = number, taints = optional(list(string), []) }): attribute "size" is required.`}},
	"default null": {config: `
variable "pool" {
  nullable = false
  default  = null
}`, want: []string{`3:14-18 error variable-value: The default of the variable "pool" is null, which nullable = false rules out.`}},
	"default that refers": {config: `
variable "pool" {
  default = var.other
}`, want: []string{`2:13-16 error unsupported: Variables not allowed: variables may not be used here.`}},
	"default that calls": {config: `
variable "pool" {
  default = upper("a")
}`, want: []string{`2:13-23 error unsupported: Function calls not allowed: functions may not be called here.`}},
	"sensitive is no boolean": {config: `
variable "pool" {
  sensitive = "maybe"
}`, want: []string{`2:15-22 error unsupported: The argument "sensitive" needs a bool that is written out.`}},
	"validation without message": {config: `
variable "pool" {
  validation {
    condition = var.pool != ""
  }
}`, want: []string{`2:14-14 error unsupported: Missing required argument: the argument "error_message" is required, but no definition was found.`}},
	"validation of something else": {config: `
variable "other" {}
variable "pool" {
  validation {
    condition     = var.other != ""
    error_message = "Give a pool."
  }
}`, want: []string{`4:21-36 error unsupported: A validation of the variable "pool" has to refer to var.pool.`}},
	"required_version that is none": {config: `
terraform {
  required_version = "latest"
}`, want: []string{`2:22-30 error unsupported: "latest" is no version constraint.`}},
	"required provider with more": {config: `
terraform {
  required_providers {
    cloud = { source = "acme/cloud", region = "north" }
  }
}`, want: []string{`3:38-44 error unsupported: A required provider has source, version and configuration_aliases, and no "region".`}},
	"required providers twice": {config: `
terraform {
  required_providers {}
  required_providers {}
}`, want: []string{`3:3-21 error unsupported: A module has one required_providers block; another is at main.tf:2.`}},
	"backend and cloud": {config: `
terraform {
  backend "local" {}
  cloud {}
}`, want: []string{`3:3-8 error unsupported: A module keeps its state in one backend or cloud block; another is at main.tf:2.`},
		apart: "Terraform points at the backend"},
	"provider twice": {config: `
provider "terraform" {}
provider "terraform" {}`, want: []string{`2:1-21 error unsupported: The provider configuration "terraform" was already declared at main.tf:1.`}},
	"provider with version": {config: `
provider "terraform" {
  version = "~> 1.0"
}`, want: []string{`2:3-21 warning unsupported: The version of a provider in its configuration is deprecated since Terraform 0.14.`},
		apart: "no such provider to download"},
	"provider with count": {config: `
provider "terraform" {
  count = 2
}`, want: []string{`2:3-8 error unsupported: The argument "count" is reserved in provider blocks.`}},
	"quoted depends_on": {config: `
resource "terraform_data" "pool" {
  depends_on = ["terraform_data.net"]
}
resource "terraform_data" "net" {}`, want: []string{`2:17-37 warning unsupported: The reference "terraform_data.net" stands in quotes, as Terraform 0.11 wanted it.`}},
	"computed depends_on": {config: `
resource "terraform_data" "pool" {
  depends_on = [upper("a")]
}`, want: []string{`2:17-27 error unsupported: Invalid expression: a single static variable reference is required: only attribute access and indexing with constant keys.`}},
	"depends_on is no list": {config: `
resource "terraform_data" "pool" {
  depends_on = terraform_data.net
}`, want: []string{`2:16-34 error unsupported: Invalid expression: a static list expression is required.`}},
	"lifecycle twice": {config: `
resource "terraform_data" "pool" {
  lifecycle {}
  lifecycle {}
}`, want: []string{`3:3-12 error unsupported: The lifecycle block of "terraform_data.pool" was already declared at main.tf:2.`}},
	"unknown lifecycle argument": {config: `
resource "terraform_data" "pool" {
  lifecycle {
    create_before_destory = true
  }
}`, want: []string{`3:5-26 error unsupported: Unsupported argument: an argument named "create_before_destory" is not expected here.`}},
	"lifecycle of a data source": {config: `
data "terraform_remote_state" "pool" {
  backend = "local"
  lifecycle {
    prevent_destroy = true
  }
}`, want: []string{`4:5-20 error unsupported: Unsupported argument: an argument named "prevent_destroy" is not expected here.`}},
	"condition that checks nothing": {config: `
resource "terraform_data" "pool" {
  lifecycle {
    precondition {
      condition     = 1 == 1
      error_message = "Never."
    }
  }
}`, want: []string{`4:23-29 error unsupported: The condition of this precondition refers to nothing, so it checks nothing.`}},
	"ignored changes of Terraform 0.11": {config: `
resource "terraform_data" "pool" {
  lifecycle {
    ignore_changes = ["input"]
  }
}`, want: []string{`3:23-30 warning unsupported: The reference "input" stands in quotes, as Terraform 0.11 wanted it.`}},
	"when of a provisioner": {config: `
resource "terraform_data" "pool" {
  provisioner "local-exec" {
    when    = update
    command = "true"
  }
}`, want: []string{`3:15-21 error unsupported: The argument "when" is one of create, destroy.`}},
	"connection twice": {config: `
resource "terraform_data" "pool" {
  connection { host = "a" }
  connection { host = "b" }
}`, want: []string{`3:3-13 error unsupported: The connection block of "terraform_data.pool" was already declared at main.tf:2.`}},
	"check without assert": {config: `
check "pool" {}`, want: []string{`1:1-13 error unsupported: The check "pool" has no assert block.`}},
	"moved without end": {config: `
moved { from = terraform_data.a }`, want: []string{`1:9-9 error unsupported: Missing required argument: the argument "to" is required, but no definition was found.`}},
	"import without id": {config: `
import { to = terraform_data.a }
resource "terraform_data" "a" {}`, want: []string{`1:1-7 error unsupported: An import block needs the argument "id" or "identity".`}},
	"removed with unknown argument": {config: `
removed {
  from = terraform_data.a
  to   = terraform_data.b
}`, want: []string{`3:3-5 error unsupported: Unsupported argument: an argument named "to" is not expected here.`}},
	"override of nothing": {config: `
variable "a" {}
-- main_override.tf --
variable "b" {}`, want: []string{`main_override.tf:1:1-13 error unsupported: There is no variable "b" that this override file could override.`}},
	"override of a local value that is not there": {config: `
locals { a = 1 }
-- override.tf --
locals { b = 1 }`, want: []string{`override.tf:1:10-11 error unsupported: There is no local value "b" that this override file could override.`}},
	"override of depends_on": {config: `
output "a" { value = 1 }
resource "terraform_data" "b" {}
-- override.tf --
output "a" { depends_on = [terraform_data.b] }`, want: []string{`override.tf:1:14-45 error unsupported: Override files cannot set depends_on.`}},
	"override with a validation": {config: `
variable "a" {}
-- override.tf --
variable "a" {
  validation {
    condition     = var.a != ""
    error_message = "Empty."
  }
}`, want: []string{`override.tf:2:3-13 error unsupported: Override files cannot hold validation blocks.`}},
	"override with a check": {config: `
variable "a" {}
-- override.tf --
check "b" {
  assert {
    condition     = var.a != ""
    error_message = "Empty."
  }
}`, want: []string{`override.tf:1:1-10 error unsupported: Override files cannot hold check blocks.`}},
	"unclosed quote": {config: `
variable "a" {}
locals {
  name = "pool
}
locals {
  other = "x"
}`, want: []string{
		`3:15-4:1 error syntax: Invalid multi-line string: quoted strings may not be split over multiple lines.`},
		apart: "Terraform repeats it for every line that follows"},
	"unclosed block": {config: `
variable "a" {
  default = 1
`, want: []string{`1:14-15 error syntax: Unclosed configuration block: there is no closing brace for this block before the end of the file.`}},
	"missing expression": {config: `
locals {
  a =
}`, want: []string{`2:6-3:1 error syntax: Invalid expression: expected the start of an expression, but found an invalid expression token.`}},
	"JSON with a comma too many": {config: `
-- main.tf.json --
{"variable": {"a": {},}}`, want: []string{`main.tf.json:1:22-23 error syntax: Trailing comma in object: JSON does not permit a trailing comma after the final property in an object.`}},
	"JSON with an unknown argument": {config: `
-- main.tf.json --
{
  "variable": {
    "a": { "typo": 1 }
  }
}`, want: []string{`main.tf.json:3:12-18 error unsupported: Extraneous JSON object property: no argument or block type is named "typo".`}},
}

func TestRefusals(t *testing.T) {
	for name, each := range refusals {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, said := range load(t, each.config).Diagnostics {
				got = append(got, shown(said))
				if said.Fix == "" {
					t.Errorf("no remedy: %s", shown(said))
				}
			}
			if !slices.Equal(got, each.want) {
				t.Errorf("\n got %q\nwant %q", got, each.want)
			}
		})
	}
}
