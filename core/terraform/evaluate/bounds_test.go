package evaluate

import (
	"path/filepath"
	"strings"
	"testing"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/text"
)

func TestLoopsInJSONHaveAnEnd(t *testing.T) {
	loops := `[for a in local.l : [for b in local.l : [for c in local.l : 1]]]`
	for name, archive := range map[string]string{
		"local":    `{"locals": {"l": "${range(1000)}", "x": "${LOOPS}"}}`,
		"in list":  `{"locals": {"l": "${range(1000)}", "x": [{"y": "${LOOPS}"}]}}`,
		"resource": `{"locals": {"l": "${range(1000)}"}, "resource": {"box": {"a": {"x": "${LOOPS}"}}}}`,
	} {
		t.Run(name, func(t *testing.T) {
			expectLimit(t, "-- main.tf.json --\n"+strings.ReplaceAll(archive, "LOOPS", loops))
		})
	}
}

func TestLoopsInJSONGiveWhatTheyGave(t *testing.T) {
	w := newWorld(t, `
-- main.tf.json --
{"locals": {"l": ["x", "y"]},
 "output": {
  "list":   {"value": ["${[for e in local.l : upper(e)]}", 5, true, null]},
  "object": {"value": {"${local.l[0]}": "for ${join(\"-\", local.l[*])}", "plain": {"n": 1.5}}},
  "text":   {"value": "%{ for e in local.l }<${e}>%{ endfor }"}}}`)
	result := w.render()
	expectNoDiagnostics(t, result)
	said := outputs(result)
	if said["list"] != `[["X","Y"],5,true,null]` || said["object"] != `{"plain":{"n":1.5},"x":"for x-y"}` ||
		!strings.Contains(said["text"], `u003cx`) {
		t.Errorf("outputs %v", said)
	}
}

func TestNamesThatABrokenFileMayDeclare(t *testing.T) {
	w := newWorld(t, `
module "a" {
  source = "./a"
  size   = 3
}
locals {
  all = module.a
}
output "o" {
  value = [local.all.address, module.a.name, var.region, local.there]
}
-- broken.tf --
variable "region" {
-- a/broken.tf --
output "address" {
  value = ]
-- terraform.tfvars --
region = "x"
`)
	tfvars := terraform.VariableInput{Kind: "file", File: filepath.Join(w.folder, "terraform.tfvars")}
	w.params.Variables = append(w.params.Variables, tfvars)
	for _, each := range w.render().Diagnostics {
		if each.Code != "syntax" {
			t.Errorf("%s %s", each.Code, each.Message)
		}
	}
}

func TestAMissingFileIsSaidWithWhatWasMeant(t *testing.T) {
	w := newWorld(t, `
output "o" {
  value = templatefile("${path.module}/files/motd.tftpl", {})
}
output "p" {
  value = file("nothing-like-it")
}
-- files/modt.tftpl --
Welcome`)
	said := w.said(w.render().Diagnostics)
	if len(said) != 2 || !strings.HasSuffix(said[0], `Did you mean "modt.tftpl"?`) || !strings.HasSuffix(said[1], "Add the file, or correct its path.") {
		t.Errorf("said %v", said)
	}
}

func TestNumbersOfInputsAreBounded(t *testing.T) {
	w := newWorld(t, `
variable "n" {
  type = number
}
variable "s" {
  type = string
}
output "o" {
  value = "${var.n}${var.s}"
}`).set(map[string]any{"n": "1e600000000", "s": "x"})
	if result := w.render(); w.codes(result)["limit"] != 1 {
		t.Errorf("said %v", w.said(result.Diagnostics))
	}
}

func TestATextOfManyReplacements(t *testing.T) {
	w := newWorld(t, `
locals {
  zeros = join("\n", [for i in range(400) : join("", [for j in range(1000) : "0"])])
}
resource "box" "a" {
  text = replace(local.zeros, "0", "<&>")
}`)
	result := w.render()
	expectNoDiagnostics(t, result)
	for _, each := range find(t, result, "box.a").Texts {
		if len(each.Runs) > 7*text.MaxRuns {
			t.Errorf("%v has %d runs", each.Path, len(each.Runs)/7)
		}
	}
}
