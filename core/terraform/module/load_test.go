package module

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

const everyBlock = `
terraform {
  required_version = ">= 1.5, < 2.0"
  required_providers {
    cloud = {
      source                = "acme/cloud"
      version               = "~> 3.1"
      configuration_aliases = [cloud.north, cloud.south]
    }
    legacy = "2.0.1"
  }
  backend "local" {
    path = "state"
  }
  provider_meta "cloud" {
    name = "pools"
  }
}

provider "cloud" {
  alias  = "east"
  region = var.region
}

variable "region" {
  type        = string
  description = "Where machines stand"
  default     = "north"
  sensitive   = true
  nullable    = false
  validation {
    condition     = contains(["north", "south"], var.region)
    error_message = "Choose north or south."
  }
}

variable "pools" {
  type = map(object({ size = optional(number, 1) }))
}

locals {
  first = 1
  last  = 2
}

output "address" {
  value       = cloud_machine.node[0].address
  description = "Of the first machine"
  sensitive   = true
  ephemeral   = false
  depends_on  = [module.net]
  precondition {
    condition     = local.first == 1
    error_message = "Not the first."
  }
}

module "net" {
  source     = "./net"
  count      = 2
  depends_on = [cloud_machine.node, data.cloud_image.os]
  providers = {
    cloud       = cloud.east
    cloud.south = cloud
  }
  cidr = "10.0.0.0/16"
}

resource "cloud_machine" "node" {
  for_each   = var.pools
  provider   = cloud.east
  depends_on = [data.cloud_image.os]
  name       = each.key
  disk {
    size = 30
  }
  dynamic "nic" {
    for_each = [1]
    content {
      order = nic.value
    }
  }
  _ {
    count = 3
  }
  lifecycle {
    create_before_destroy = true
    prevent_destroy       = false
    ignore_changes        = [user_data, disk[0].size]
    replace_triggered_by  = [data.cloud_image.os.id]
    precondition {
      condition     = var.region != ""
      error_message = "No region."
    }
    postcondition {
      condition     = self.address != ""
      error_message = "No address."
    }
  }
  connection {
    host = self.address
  }
  provisioner "file" {
    content     = "hello"
    destination = "/etc/motd"
    connection {
      host = "other"
    }
  }
  provisioner "remote-exec" {
    when       = destroy
    on_failure = continue
    inline     = ["true"]
  }
}

data "cloud_image" "os" {
  count = 1
  lifecycle {
    postcondition {
      condition     = self.id != ""
      error_message = "No image."
    }
  }
}

ephemeral "cloud_token" "join" {}

check "up" {
  data "cloud_health" "api" {
    url = "https://example.com"
  }
  assert {
    condition     = data.cloud_health.api.ok
    error_message = "Down."
  }
}

moved {
  from = cloud_machine.old
  to   = cloud_machine.node["a"]
}

import {
  to = cloud_machine.node["a"]
  id = "i-1"
}

removed {
  from = cloud_machine.gone
  lifecycle {
    destroy = false
  }
}
`

func TestEveryBlockIsRead(t *testing.T) {
	m := loadSound(t, everyBlock)
	for what, names := range map[string][2][]string{
		"variables": {sortedKeys(m.Variables), {"pools", "region"}},
		"locals":    {sortedKeys(m.Locals), {"first", "last"}},
		"outputs":   {sortedKeys(m.Outputs), {"address"}},
		"calls":     {sortedKeys(m.Calls), {"net"}},
		"checks":    {sortedKeys(m.Checks), {"up"}},
		"resources": {sortedKeys(m.Resources), {"cloud_machine.node", "data.cloud_health.api", "data.cloud_image.os", "ephemeral.cloud_token.join"}},
		"versions":  {m.RequiredVersion, {">= 1.5, < 2.0"}},
	} {
		if !slices.Equal(names[0], names[1]) {
			t.Errorf("%s: got %q, want %q", what, names[0], names[1])
		}
	}
	if !m.HasBackend || !m.HasProviders || m.IsIncomplete {
		t.Errorf("backend %v, providers %v, incomplete %v", m.HasBackend, m.HasProviders, m.IsIncomplete)
	}
}

func TestVariable(t *testing.T) {
	m := loadSound(t, everyBlock)
	region, pools := m.Variables["region"], m.Variables["pools"]
	if region.Type != cty.String || !region.Sensitive || region.Nullable || region.Description != "Where machines stand" || len(region.Validations) != 1 {
		t.Errorf("region: %+v", region)
	}
	if pools.Default != nil || pools.Defaults == nil || !pools.Nullable || pools.TypeText != "map(object({ size = optional(number, 1) }))" {
		t.Errorf("pools: %+v", pools)
	}
}

func TestOldTypes(t *testing.T) {
	m := load(t, `
variable "a" { type = "string" }
variable "b" { type = "list" }
variable "c" { type = "map" }
variable "d" { type = list }
variable "e" { type = map }
variable "f" {}`)
	for name, want := range map[string]string{
		"a": "string", "b": "list(any)", "c": "map(any)", "d": "list(any)", "e": "map(any)", "f": "any",
	} {
		if got := m.Variables[name].TypeText; got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
	if got := m.Variables["e"].Type; !got.Equals(cty.Map(cty.DynamicPseudoType)) {
		t.Errorf("got %#v", got)
	}
}

func TestResource(t *testing.T) {
	node := loadSound(t, everyBlock).Resources["cloud_machine.node"]
	config, ok := node.Config.(*hclsyntax.Body)
	if !ok {
		t.Fatalf("config is %T", node.Config)
	}
	var blocks []string
	for _, block := range config.Blocks {
		blocks = append(blocks, block.Type)
	}
	if got := sortedKeys(config.Attributes); !slices.Equal(got, []string{"count", "name"}) || !slices.Equal(blocks, []string{"disk", "dynamic"}) {
		t.Errorf("config has %q and blocks %q", got, blocks)
	}
	if node.Provider != "cloud.east" || node.ForEach == nil || node.Count != nil || len(node.DependsOn) != 1 ||
		len(node.Preconditions) != 1 || len(node.Postconditions) != 1 || node.Connection == nil {
		t.Errorf("got %+v", node)
	}
	if got := node.Provisioners; len(got) != 2 || got[0].Type != "file" || got[0].When != "create" || got[0].Connection == nil ||
		got[1].When != "destroy" || got[1].Connection != nil {
		t.Errorf("provisioners: %+v", got)
	}
	file, _ := node.Provisioners[1].Config.(*hclsyntax.Body)
	if got := sortedKeys(file.Attributes); !slices.Equal(got, []string{"inline"}) {
		t.Errorf("provisioner has %q", got)
	}
}

func TestCall(t *testing.T) {
	net := loadSound(t, everyBlock).Calls["net"]
	if *net.Source != "./net" || net.Count == nil || net.ForEach != nil || net.Version != nil || len(net.DependsOn) != 2 ||
		net.Providers["cloud"] != "cloud.east" || net.Providers["cloud.south"] != "cloud" ||
		!slices.Equal(sortedKeys(net.Arguments), []string{"cidr"}) {
		t.Errorf("got %+v", net)
	}
}

const everyBlockAsJSON = `
-- main.tf.json --
{
  "terraform": {"required_version": ">= 1.5", "required_providers": {"cloud": {"source": "acme/cloud", "version": "~> 3.1"}}},
  "provider": {"cloud": [{"alias": "east"}, {}]},
  "variable": {"region": {"type": "string", "default": "north"}, "pools": {"type": "map(list(string))"}},
  "locals": {"first": 1},
  "output": {"address": {"value": "${cloud_machine.node.address}", "depends_on": ["module.net"]}},
  "module": {"net": {"source": "./net", "providers": {"cloud": "cloud.east"}, "cidr": "10.0.0.0/16"}},
  "resource": {"cloud_machine": {"node": {
    "name": "a", "count": 2, "provider": "cloud.east", "depends_on": ["data.cloud_image.os"],
    "lifecycle": {"ignore_changes": "all", "precondition": {"condition": "${var.region != \"\"}", "error_message": "No."}},
    "provisioner": [{"file": {"content": "${self.name}", "destination": "/etc/motd"}}]
  }}},
  "data": {"cloud_image": {"os": {}}}
}`

func TestJSONSyntaxIsReadAlike(t *testing.T) {
	m := loadSound(t, everyBlockAsJSON)
	node := m.Resources["cloud_machine.node"]
	if node == nil || node.Count == nil || node.Provider != "cloud.east" || len(node.DependsOn) != 1 ||
		len(node.Preconditions) != 1 || len(node.Provisioners) != 1 {
		t.Fatalf("got %+v", node)
	}
	attributes, problems := node.Config.JustAttributes()
	if got := sortedKeys(attributes); problems.HasErrors() || !slices.Equal(got, []string{"name"}) {
		t.Errorf("config has %q, %v", got, problems)
	}
	if m.Variables["pools"].TypeText != "map(list(string))" || m.Variables["region"].Type != cty.String ||
		len(m.Providers) != 2 || *m.RequiredProviders[0].Version != "~> 3.1" || m.Calls["net"].Providers["cloud"] != "cloud.east" {
		t.Errorf("got %+v", m)
	}
}

func TestFilesThatTerraformReads(t *testing.T) {
	m := loadSound(t, `
locals { main = 1 }
-- b.tf.json --
{"locals": {"json": 1}}
-- #half.tf --
locals { half = 1 }
-- .hidden.tf --
locals { hidden = 1 }
-- backup.tf~ --
locals { backup = 1 }
-- #emacs.tf# --
locals { emacs = 1 }
-- open.tofu --
locals { tofu = 1 }
-- notes.txt --
locals { notes = 1 }`)
	if got := sortedKeys(m.Locals); !slices.Equal(got, []string{"half", "json", "main"}) {
		t.Errorf("got %q", got)
	}
}

func TestBrokenFileLeavesTheOthers(t *testing.T) {
	m := load(t, `
variable "a" {}
-- broken.tf --
variable "b" {}
output "c" {
  value =
}
-- other.tf --
output "d" { value = var.a }`)
	if m.Variables["a"] == nil || m.Variables["b"] == nil || m.Outputs["d"] == nil || !m.IsIncomplete {
		t.Errorf("got %q and %q", sortedKeys(m.Variables), sortedKeys(m.Outputs))
	}
	if len(m.Diagnostics) != 1 || !strings.HasPrefix(shown(m.Diagnostics[0]), "broken.tf:3:10-") {
		t.Errorf("got %+v", m.Diagnostics)
	}
}

func TestMarkAndLineEnds(t *testing.T) {
	m := load(t, "\ufeffvariable \"ä\" {\r\n  typo = 1\r\n}\r\n")
	if len(m.Diagnostics) != 1 || !strings.HasPrefix(shown(m.Diagnostics[0]), "2:3-7 error unsupported") {
		t.Errorf("got %+v", m.Diagnostics)
	}
}

func TestFolderThatIsNotThere(t *testing.T) {
	m := Load(filepath.Join(t.TempDir(), "nowhere"))
	if len(m.Diagnostics) != 1 || m.Diagnostics[0].Code != "module-source" || m.Diagnostics[0].Fix == "" {
		t.Errorf("got %+v", m.Diagnostics)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if m := Load(file); len(m.Diagnostics) != 1 || m.Diagnostics[0].Code != "module-source" {
		t.Errorf("got %+v", m.Diagnostics)
	}
	if m := Load(t.TempDir()); len(m.Diagnostics) != 0 {
		t.Errorf("an empty folder: %+v", m.Diagnostics)
	}
}

func attributeOf(t *testing.T, body hcl.Body, name string) cty.Value {
	t.Helper()
	attributes, _ := body.JustAttributes()
	value, problems := attributes[name].Expr.Value(nil)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	value, _ = value.UnmarkDeep()
	return value
}

func TestOverrideOfABrokenBlock(t *testing.T) {
	m := load(t, `
variable "a" {
-- override.tf --
variable "a" { default = 1 }`)
	if m.Variables["a"] == nil || m.Variables["a"].Default == nil || len(m.Diagnostics) != 1 {
		t.Errorf("got %+v", m.Diagnostics)
	}
}
