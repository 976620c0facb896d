package module

import (
	"slices"
	"testing"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

const overriddenConfig = `
terraform {
  required_version = ">= 1.0"
  required_providers {
    cloud = { source = "acme/cloud", version = "1.0" }
    other = { source = "acme/other", version = "1.0" }
  }
}
provider "cloud" {
  region = "north"
}
variable "size" {
  type    = number
  default = 1
}
locals { name = "main" }
output "name" {
  value       = local.name
  description = "Kept"
}
module "net" {
  source = "./net"
  cidr   = "10.0.0.0/16"
  mtu    = 1500
}
resource "cloud_machine" "node" {
  name = "main"
  zone = "a"
  disk {
    size = 10
  }
  disk {
    size = 20
  }
  nic {
    order = 1
  }
  lifecycle {
    create_before_destroy = true
    precondition {
      condition     = var.size > 0
      error_message = "Too small."
    }
  }
  provisioner "local-exec" {
    command = "true"
  }
}
-- override.tf --
terraform {
  required_version = ">= 1.5"
  required_providers {
    cloud = { source = "acme/cloud", version = "2.0" }
  }
  backend "local" {}
}
provider "cloud" {
  region = "south"
}
variable "size" {
  default = 3
}
locals { name = "last" }
output "name" {
  value = 1
}
module "net" {
  source = "./other"
  mtu    = 9000
}
resource "cloud_machine" "node" {
  name = "last"
  dynamic "disk" {
    for_each = [1]
    content {
      size = 30
    }
  }
  lifecycle {
    prevent_destroy = true
  }
  provisioner "file" {
    content     = "x"
    destination = "/x"
  }
}
-- a_override.tf --
locals { name = "first" }
resource "cloud_machine" "node" {
  name = "first"
}`

func TestOverridesAreMerged(t *testing.T) {
	m := loadSound(t, overriddenConfig)
	name, _ := m.Locals["name"].Expression.Value(nil)
	name, _ = name.Unmark()
	size, _ := m.Variables["size"].Default.Value(nil)
	if !name.RawEquals(cty.StringVal("last")) || !size.RawEquals(cty.NumberIntVal(3)) || m.Variables["size"].Type != cty.Number {
		t.Errorf("name %#v, size %#v", name, size)
	}
	if m.Outputs["name"].Description != "Kept" || *m.Calls["net"].Source != "./other" || len(m.Calls["net"].Arguments) != 2 {
		t.Errorf("got %+v and %+v", m.Outputs["name"], m.Calls["net"])
	}
	if !slices.Equal(m.RequiredVersion, []string{">= 1.5"}) || !m.HasBackend || len(m.RequiredProviders) != 2 || *m.RequiredProviders[0].Version != "2.0" {
		t.Errorf("got %q, %+v", m.RequiredVersion, m.RequiredProviders)
	}
	if len(m.Providers) != 1 || !attributeOf(t, m.Providers[0].Config, "region").RawEquals(cty.StringVal("south")) {
		t.Errorf("got %+v", m.Providers)
	}
}

func TestOverriddenResource(t *testing.T) {
	node := loadSound(t, overriddenConfig).Resources["cloud_machine.node"]
	config := node.Config.(*hclsyntax.Body)
	var blocks []string
	for _, block := range config.Blocks {
		blocks = append(blocks, block.Type)
	}
	if !slices.Equal(blocks, []string{"nic", "dynamic"}) || !slices.Equal(sortedKeys(config.Attributes), []string{"name", "zone"}) {
		t.Errorf("got blocks %q, arguments %q", blocks, sortedKeys(config.Attributes))
	}
	name, _ := config.Attributes["name"].Expr.Value(nil)
	if name, _ = name.Unmark(); !name.RawEquals(cty.StringVal("last")) {
		t.Errorf("got %#v", name)
	}
	if len(node.Preconditions) != 1 || len(node.Provisioners) != 1 || node.Provisioners[0].Type != "file" {
		t.Errorf("got %+v", node)
	}
}

func TestOverridesBetweenSyntaxes(t *testing.T) {
	m := loadSound(t, `
variable "size" {
  type    = number
  default = 1
}
resource "cloud_machine" "node" {
  name = "main"
  zone = "a"
}
-- override.tf.json --
{"variable": {"size": {"default": 3}}, "resource": {"cloud_machine": {"node": {"name": "json", "count": 2}}}}`)
	node := m.Resources["cloud_machine.node"]
	if !attributeOf(t, node.Config, "name").RawEquals(cty.StringVal("json")) ||
		!attributeOf(t, node.Config, "zone").RawEquals(cty.StringVal("a")) || node.Count == nil {
		t.Errorf("got %+v", node)
	}
	if size, _ := m.Variables["size"].Default.Value(nil); !size.RawEquals(cty.NumberIntVal(3)) {
		t.Errorf("got %#v", size)
	}
}
