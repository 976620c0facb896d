package evaluate

import (
	"fmt"
	"strings"
	"testing"

	"windtunnel/core/terraform"
)

func (w *world) codes(result terraform.RenderResult) map[terraform.Code]int {
	codes := map[terraform.Code]int{}
	for _, each := range result.Diagnostics {
		codes[each.Code]++
	}
	return codes
}

func expectLimit(t *testing.T, archive string) terraform.RenderResult {
	t.Helper()
	w := newWorld(t, archive)
	result := w.render()
	if w.codes(result)[terraform.Limit] == 0 {
		t.Errorf("no limit among %v", w.said(result.Diagnostics))
	}
	return result
}

func TestManyResourcesWithManyInstances(t *testing.T) {
	var archive strings.Builder
	for index := range 1000 {
		fmt.Fprintf(&archive, "resource \"box\" \"r%d\" {\n  count = 10000\n  name = \"n${count.index}\"\n}\n", index)
	}
	result := expectLimit(t, archive.String())
	if len(result.Resources) != maxInstances {
		t.Errorf("%d instances", len(result.Resources))
	}
	if len(result.Diagnostics) != 1 {
		t.Errorf("%d diagnostics", len(result.Diagnostics))
	}
}

func TestALongChainOfLocalsIsNoLimit(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("locals {\n  l0 = 1\n")
	for index := range 10000 {
		fmt.Fprintf(&archive, "  l%d = local.l%d + 1\n", index+1, index)
	}
	archive.WriteString("}\noutput \"last\" {\n  value = local.l10000\n}\n")
	result := newWorld(t, archive.String()).render()
	expectNoDiagnostics(t, result)
	if outputs(result)["last"] != "10001" {
		t.Errorf("outputs %v", outputs(result))
	}
}

func TestValuesThatDouble(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("locals {\n  l0 = [1, 2]\n")
	for index := range 80 {
		fmt.Fprintf(&archive, "  l%d = [local.l%d, local.l%d]\n", index+1, index, index)
	}
	expectLimit(t, archive.String()+"}\n")
}

func TestValuesThatNest(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("locals {\n  l0 = 1\n")
	for index := range 2000 {
		fmt.Fprintf(&archive, "  l%d = [local.l%d]\n", index+1, index)
	}
	expectLimit(t, archive.String()+"}\n")
}

func TestTextsThatDouble(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("locals {\n  l0 = \"aaaaaaaaaaaaaaaa\"\n")
	for index := range 60 {
		fmt.Fprintf(&archive, "  l%d = \"${local.l%d}${local.l%d}\"\n", index+1, index, index)
	}
	expectLimit(t, archive.String()+"}\n")
}

func TestAModuleThatCallsItself(t *testing.T) {
	result := expectLimit(t, `
module "again" {
  source = "./"
}
output "x" {
  value = module.again.x
}`)
	if len(result.Diagnostics) != 1 {
		t.Errorf("%d diagnostics", len(result.Diagnostics))
	}
}

func TestModulesThatMultiply(t *testing.T) {
	expectLimit(t, `
module "a" {
  source = "./a"
  count  = 1000
}
-- a/main.tf --
module "b" {
  source = "./b"
  count  = 1000
}
-- a/b/main.tf --
resource "box" "c" {
  count = 1000
}`)
}

func TestDynamicBlocksThatMultiply(t *testing.T) {
	expectLimit(t, `
resource "box" "a" {
  dynamic "x" {
    for_each = range(1000)
    content {
      dynamic "y" {
        for_each = range(1000)
        content {
          z = y.value
        }
      }
    }
  }
}`)
}

func TestLargeValuesInManyInstances(t *testing.T) {
	expectLimit(t, `
locals {
  big = [for i in range(1000) : join("", [for j in range(100) : "0123456789"])]
}
resource "box" "a" {
  count = 1000
  big   = local.big
}`)
}

func TestManyNamesThatNothingDeclares(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("locals {\n")
	for index := range 5000 {
		fmt.Fprintf(&archive, "  a_rather_long_name_of_a_value_%d = local.a_rather_long_nam_of_a_value_%d\n", index, index)
	}
	archive.WriteString("}\n")
	if found := len(newWorld(t, archive.String()).render().Diagnostics); found != maxDiagnostics {
		t.Errorf("%d diagnostics", found)
	}
}
