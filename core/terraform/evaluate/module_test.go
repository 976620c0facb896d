package evaluate

import (
	"slices"
	"strings"
	"testing"

	"windtunnel/core/terraform"
)

func TestMissingModulesAreUnknownAndSilent(t *testing.T) {
	w := newWorld(t, `
module "gone" {
  source = "git::https://example.com/gone.git"
  name   = "x"
}
module "forgotten" {
  source = "example/forgotten/box"
}
resource "box" "a" {
  name  = "a"
  token = module.gone.token
  list  = ["${module.gone.list[0]}-x", "y"]
}`)
	w.params.Missing = []string{"gone"}
	result := w.render()
	if said := w.said(result.Diagnostics); !slices.Equal(said, []string{
		`main.tf:7:12 module-source Module "forgotten" is not installed. Run terraform init.`}) {
		t.Errorf("said %v", said)
	}
	box := find(t, result, "box.a")
	if said := asJSON([]any{box.Values, box.Unknown}); said != `[{"id":"box.a.id","list":[null,"y"],"name":"a","token":null},[["list",0],["token"]]]` {
		t.Errorf("box %s", said)
	}
}

func TestResourcesThatLeaveTheirModuleAreAskedForWhatIsReadOutside(t *testing.T) {
	w := newWorld(t, `
module "m" {
  source = "./m"
}
output "first" {
  value = module.m.boxes[0].made_address
}
output "all" {
  value = [for each in module.m.boxes : each.made_name]
}
module "n" {
  source = "./n"
  box    = box.b
}
resource "box" "b" {}
output "taken" {
  value = module.n.taken
}
-- m/main.tf --
resource "box" "a" {
  count = 2
}
output "boxes" {
  value = box.a
}
-- n/main.tf --
variable "box" {
  type = object({ id = string, made_size = string, made_kind = string })
}
output "taken" {
  value = var.box.made_kind
}`)
	result := w.render()
	expectNoDiagnostics(t, result)
	if said := outputs(result); said["taken"] != `"box.b.made_kind"` || said["first"] != `"module.m.box.a[0].made_address"` ||
		said["all"] != `["module.m.box.a[0].made_name","module.m.box.a[1].made_name"]` {
		t.Errorf("outputs %v", said)
	}
}

func TestDependsOnMakesCycles(t *testing.T) {
	w := newWorld(t, `
module "m" {
  source     = "./m"
  depends_on = [box.a]
}
resource "box" "a" {
  name = module.m.x
}
-- m/main.tf --
output "x" {
  value = 1
}`)
	said := w.said(w.render().Diagnostics)
	if len(said) != 1 || !strings.Contains(said[0], "module.m.output.x -> module.m -> box.a -> module.m.output.x") &&
		!strings.Contains(said[0], "box.a -> module.m.output.x -> module.m -> box.a") &&
		!strings.Contains(said[0], "module.m -> box.a -> module.m.output.x -> module.m") {
		t.Errorf("said %v", said)
	}
}

func TestProvidersAreInherited(t *testing.T) {
	w := newWorld(t, `
terraform {
  required_providers {
    ct = {
      source  = "poseidon/ct"
      version = "0.13.0"
    }
  }
}
module "m" {
  source = "./m"
}
-- m/main.tf --
terraform {
  required_providers {
    ct  = { source = "poseidon/ct" }
    tls = { source = "hashicorp/tls", version = "~> 4.0" }
  }
}`)
	var said []string
	for _, each := range w.render().Providers {
		said = append(said, strings.TrimSpace(each.Module+" "+each.Name+" "+*each.Source+" "+*each.Version))
	}
	if !slices.Equal(said, []string{"ct poseidon/ct 0.13.0", "m ct poseidon/ct 0.13.0", "m tls hashicorp/tls ~> 4.0"}) {
		t.Errorf("providers %q", said)
	}
}

func TestVariablesThatNobodyDeclares(t *testing.T) {
	w := newWorld(t, `
variable "region" {
  default = ""
}
-- extra.tfvars --
regoin = "eu"
`)
	w.params.Variables = []terraform.VariableInput{{Kind: "file", File: w.folder + "/extra.tfvars"}}
	result := w.set(map[string]any{"zone": 1}).render()
	said := w.said(result.Diagnostics)
	if len(said) != 2 || !strings.HasPrefix(said[0], "extra.tfvars:1:10 variable-value") || !strings.HasSuffix(said[0], `Did you mean "region"?`) ||
		result.Diagnostics[0].Severity != "warning" {
		t.Errorf("said %v", said)
	}
}

func TestMessagesHoldNoSecrets(t *testing.T) {
	w := newWorld(t, `
variable "password" {
  sensitive = true
  default   = "correct-horse"
  validation {
    condition     = length(var.password) > 20
    error_message = "Too short: ${var.password}"
  }
}
variable "pin" {
  type      = number
  sensitive = true
  default   = "battery-staple"
}
resource "key" "a" {}
locals {
  number = parseint(var.password, 10)
  other  = parseint(key.a.pem, 10)
  index  = { a = 1 }[var.password]
}`)
	w.host.answers = map[string]terraform.ResourceAnswer{"key": {
		Values: map[string]any{"pem": "line one\nline two"}, Secret: []string{"pem"},
	}}
	diagnostics := w.render().Diagnostics
	if len(diagnostics) != 5 {
		t.Errorf("said %v", w.said(diagnostics))
	}
	for _, each := range diagnostics {
		for _, secret := range []string{"correct-horse", "battery-staple", "line one", "line two"} {
			if strings.Contains(each.Message, secret) {
				t.Errorf("a secret in %q", each.Message)
			}
		}
	}
}

func TestDiagnosticsDoNotDependOnOrder(t *testing.T) {
	archive := `
locals {
  a = var.x1
  b = var.x2
  c = [local.a, local.b][5]
}
resource "box" "a" {
  count = 3
  name  = [1][count.index]
}
output "z" {
  value = nothing.there
}`
	first := newWorld(t, archive)
	expect := asJSON([]any{first.said(first.render().Diagnostics), first.host.asked})
	for range 5 {
		w := newWorld(t, archive)
		if said := asJSON([]any{w.said(w.render().Diagnostics), w.host.asked}); said != expect {
			t.Errorf("said %s, then %s", expect, said)
		}
	}
}

func TestMarksSurviveDefaultsAndConversion(t *testing.T) {
	w := newWorld(t, `
variable "password" {
  sensitive = true
  default   = "correct-horse"
}
module "m" {
  source = "./m"
  users  = [{ name = "a", password = var.password }]
  set    = [{ name = "a", password = var.password }]
  text   = { content = file("${path.module}/text") }
}
resource "box" "a" {
  user = module.m.users[0].password
  role = module.m.users[0].role
  set  = [for user in module.m.set : user.password]
  text = module.m.text.content
}
-- text --
one
two
-- m/main.tf --
variable "users" {
  type = list(object({ name = string, password = string, role = optional(string, "none") }))
}
variable "set" {
  type = set(object({ name = string, password = string, role = optional(string, "none") }))
}
variable "text" {
  type = object({ content = string, mode = optional(number, 420) })
}
output "users" {
  value = var.users
}
output "set" {
  value = var.set
}
output "text" {
  value = var.text
}`)
	result := w.render()
	expectNoDiagnostics(t, result)
	var said []string
	for _, each := range find(t, result, "box.a").Texts {
		said = append(said, asJSON([]any{each.Path, len(each.Files), each.Runs[len(each.Runs)-1]}))
	}
	if !slices.Equal(said, []string{`[["id"],0,2]`, `[["set",0],0,1]`, `[["text"],1,0]`, `[["user"],0,1]`}) {
		t.Errorf("texts %v", said)
	}
}
