package evaluate

import (
	"encoding/json"
	"testing"

	"windtunnel/core/terraform"
)

func outputs(result terraform.RenderResult) map[string]string {
	said := map[string]string{}
	for _, each := range result.Outputs {
		encoded, _ := json.Marshal(each.Value)
		said[each.Name] = string(encoded)
	}
	return said
}

func expectNoDiagnostics(t *testing.T, result terraform.RenderResult) {
	t.Helper()
	for _, each := range result.Diagnostics {
		t.Errorf("%s %s %s %+v", each.Code, each.Address, each.Message, each.Range)
	}
}

func TestValuesFlowThroughModulesAndResources(t *testing.T) {
	w := newWorld(t, `
variable "name" {
  type = string
}
locals {
  zones = ["a", "b"]
  hosts = { for zone in local.zones : zone => "${var.name}-${zone}" }
}
module "nodes" {
  source   = "./nodes"
  for_each = local.hosts
  host     = each.value
}
resource "box" "main" {
  count = 2
  name  = "${var.name}-${count.index}"
  ports {
    number = 80
  }
  dynamic "rule" {
    for_each = toset(["x", "y"])
    content {
      source = rule.value
    }
  }
}
output "hosts" {
  value = { for key, node in module.nodes : key => node.host }
}
output "first" {
  value = module.nodes["a"].address
}
output "ids" {
  value = box.main[*].id
}
output "ports" {
  value = box.main[1].ports[0].number + 1
}
output "rules" {
  value = [for rule in box.main[0].rule : rule.source]
}
output "where" {
  value = [path.module, path.root, terraform.workspace, module.nodes["b"].where]
}
-- nodes/main.tf --
variable "host" {}
resource "machine" "this" {
  hostname = upper(var.host)
}
output "host" {
  value = machine.this.hostname
}
output "address" {
  value = machine.this.made_address
}
output "where" {
  value = path.module
}
`).set(map[string]any{"name": "demo"})
	result := w.render()
	expectNoDiagnostics(t, result)
	expect := map[string]string{
		"hosts": `{"a":"DEMO-A","b":"DEMO-B"}`,
		"first": `"module.nodes[\"a\"].machine.this.made_address"`,
		"ids":   `["box.main[0].id","box.main[1].id"]`,
		"ports": `81`,
		"rules": `["x","y"]`,
		"where": `[".",".","default","nodes"]`,
	}
	for name, said := range outputs(result) {
		if said != expect[name] {
			t.Errorf("output %s is %s, expected %s", name, said, expect[name])
		}
	}
	if len(result.Resources) != 4 || result.Resources[0].Address != "box.main[0]" ||
		result.Resources[3].Address != `module.nodes["b"].machine.this` {
		t.Errorf("resources: %+v", result.Resources)
	}
}
