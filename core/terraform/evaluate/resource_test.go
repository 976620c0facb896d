package evaluate

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"windtunnel/core/terraform"
)

func find(t *testing.T, result terraform.RenderResult, address string) terraform.RenderedResource {
	t.Helper()
	for _, each := range result.Resources {
		if each.Address == address {
			return each
		}
	}
	t.Fatalf("no resource %s", address)
	return terraform.RenderedResource{}
}

func asJSON(value any) string {
	encoded, _ := json.Marshal(value)
	return string(encoded)
}

func (w *world) asks(address string) terraform.ResourceRequest {
	for _, each := range w.host.asked {
		if each.Address == address {
			return each
		}
	}
	w.t.Fatalf("the host was not asked for %s", address)
	return terraform.ResourceRequest{}
}

func TestTheHostIsToldWhatIsConfiguredAndWhatIsRead(t *testing.T) {
	w := newWorld(t, `
terraform {
  required_providers {
    box = {
      source  = "example/box"
      version = "~> 2.0"
    }
  }
}
variable "token" {
  sensitive = true
  default   = "s3cr3t"
}
locals {
  broken = [][0]
}
resource "box" "a" {
  name  = "a"
  size  = 1.50
  token = var.token
  gone  = local.broken
  disk {
    kind  = "ssd"
    label = local.broken
  }
}
output "address" {
  value = box.a.made_address
}
output "nested" {
  value = box.a.disk[0].made_id
}
module "m" {
  source = "./m"
}
-- m/main.tf --
resource "box" "b" {
  provider = box
}
data "box" "c" {}
`)
	w.render()
	asked := w.asks("box.a")
	if said := asJSON(asked.Config); said != `{"disk":[{"kind":"ssd"}],"name":"a","size":1.5,"token":"s3cr3t"}` {
		t.Errorf("config %s", said)
	}
	if !slices.Equal(asked.Unknown, []string{"disk", "gone"}) || !slices.Equal(asked.Secrets, []string{"token"}) {
		t.Errorf("unknown %v, secrets %v", asked.Unknown, asked.Secrets)
	}
	if !slices.Equal(asked.Reads, []string{"disk.made_id", "made_address"}) {
		t.Errorf("reads %v", asked.Reads)
	}
	inner := w.asks("module.m.box.b")
	if inner.ProviderVersion == nil || *inner.ProviderVersion != "~> 2.0" || inner.Module != "module.m" {
		t.Errorf("asked %+v", inner)
	}
	if data := w.asks("module.m.data.box.c"); data.Mode != "data" || data.Key != nil {
		t.Errorf("asked %+v", data)
	}
}

func TestTheAnswerFillsWhatIsNotConfigured(t *testing.T) {
	w := newWorld(t, `
resource "box" "a" {
  name    = "mine"
  address = null
  over    = "mine"
  disk {
    kind = "ssd"
  }
}
output "seen" {
  value = [box.a.name, box.a.address, box.a.over, box.a.disk[0].kind, box.a.disk[0].id, box.a.list]
}`)
	w.host.answers = map[string]terraform.ResourceAnswer{"box": {
		Values: map[string]any{
			"name": "theirs", "address": "10.0.0.1", "over": "theirs", "list": []any{"x", "y"},
			"disk": []any{map[string]any{"kind": "hdd", "id": "d-1"}},
		},
		Replace: []string{"over"}, Secret: []string{"over"}, Placeholders: []string{"address", "disk.id"},
	}}
	result := w.render()
	expectNoDiagnostics(t, result)
	if said := outputs(result)["seen"]; said != `["mine","10.0.0.1","theirs","ssd","d-1",["x","y"]]` {
		t.Errorf("seen %s", said)
	}
	var texts []string
	for _, each := range find(t, result, "box.a").Texts {
		texts = append(texts, asJSON([]any{each.Path, each.Placeholders, each.Runs[len(each.Runs)-1]}))
	}
	expect := []string{`[["address"],["box.a.address"],2]`, `[["disk",0,"id"],["box.a.disk[0].id"],2]`, `[["over"],[],1]`}
	if !slices.Equal(texts, expect) {
		t.Errorf("texts %v", texts)
	}
}

func TestTextsOfResourcesLeadToTheirTemplates(t *testing.T) {
	w := newWorld(t, `
resource "box" "a" {
  config = templatefile("${path.module}/config.yaml", { address = peer.b.made_address })
  coded  = base64encode(file("${path.module}/config.yaml"))
}
resource "peer" "b" {}
-- config.yaml --
name: é
address: ${address}
`)
	result := w.render()
	expectNoDiagnostics(t, result)
	box := find(t, result, "box.a")
	if said := box.Values.(map[string]any)["config"]; said != "name: é\naddress: peer.b.made_address\n" {
		t.Errorf("config %q", said)
	}
	byPath := map[string]terraform.TextMap{}
	for _, each := range box.Texts {
		byPath[asJSON(each.Path)] = each
	}
	if coded := byPath[`["coded"]`]; coded.Encoding != "base64" || !strings.HasSuffix(coded.Files[0], "config.yaml") {
		t.Errorf("coded %+v", coded)
	}
	config := byPath[`["config"]`]
	expect := []int{17, 0, 1, 1, 0, 0, 0, 19, 0, 2, 12, 2, 19, 2, 1, 0, 2, 20, 0, 0, 0}
	if !slices.Equal(config.Runs, expect) || !slices.Equal(config.Placeholders, []string{"peer.b.made_address"}) {
		t.Errorf("config %+v", config)
	}
}

func TestProvisionersSeeTheirResource(t *testing.T) {
	w := newWorld(t, `
resource "box" "a" {
  name = "a"
  connection {
    host = self.made_address
  }
  provisioner "file" {
    content     = "name ${self.name}"
    destination = "/etc/name"
  }
  provisioner "remote-exec" {
    connection {
      host = "elsewhere"
    }
    inline = ["echo ${self.name}"]
  }
  provisioner "local-exec" {
    when    = destroy
    command = "echo ${self.id}"
  }
}
output "o" {
  value = box.a.made_address
}`)
	result := w.render()
	expectNoDiagnostics(t, result)
	var said []string
	for _, each := range find(t, result, "box.a").Provisioners {
		said = append(said, each.Type+" "+asJSON(each.Values))
	}
	expect := []string{
		`file {"connection":{"host":"box.a.made_address"},"content":"name a","destination":"/etc/name"}`,
		`remote-exec {"connection":{"host":"elsewhere"},"inline":["echo a"]}`,
	}
	if !slices.Equal(said, expect) {
		t.Errorf("provisioners %s", strings.Join(said, "\n"))
	}
}

func TestConfigurationInJSON(t *testing.T) {
	w := newWorld(t, `
-- main.tf.json --
{
  "resource": {
    "box": {
      "a": {
        "count": 2,
        "name": "n${count.index}",
        "disk": {"size": 5},
        "dynamic": {
          "rule": {
            "for_each": ["x", "y"],
            "iterator": "it",
            "content": {"source": "${it.value}-${it.key}"}
          }
        },
        "lifecycle": {"ignore_changes": ["name"]}
      }
    }
  },
  "output": {"o": {"value": "${box.a[1].name}"}}
}`)
	result := w.render()
	expectNoDiagnostics(t, result)
	said := asJSON(find(t, result, "box.a[1]").Values)
	if said != `{"disk":{"size":5},"id":"box.a[1].id","name":"n1","rule":[{"source":"x-0"},{"source":"y-1"}]}` {
		t.Errorf("values %s", said)
	}
}

func TestTemplateFilesRenderWithTextsAlone(t *testing.T) {
	w := newWorld(t, `
data "template_file" "t" {
  template = file("${path.module}/t.tpl")
  vars = {
    count = 3
    on    = true
    none  = null
  }
}
output "o" {
  value = data.template_file.t.rendered
}
data "template_file" "inline" {
  template = "a"
}
data "template_file" "wrong" {
  template = file("${path.module}/wrong.tpl")
}
-- t.tpl --
${count}${on == "true" ? "!" : "?"}
-- wrong.tpl --
one
${nothing}
`)
	result := w.render()
	if said := outputs(result)["o"]; said != `"3!\n"` && said != `"3!"` {
		t.Errorf("rendered %s", said)
	}
	if texts := find(t, result, "data.template_file.inline").Texts; len(texts) != 0 {
		t.Errorf("texts that lead nowhere: %+v", texts)
	}
	if said := w.said(result.Diagnostics); len(said) != 1 || !strings.HasPrefix(said[0], "wrong.tpl:2:3 unknown-reference") {
		t.Errorf("said %v", said)
	}
}

func TestWhatTheHostRefuses(t *testing.T) {
	w := newWorld(t, `
resource "box" "a" {
  count = 2
  size  = "many"
}
output "o" {
  value = box.a[0].size
}`)
	w.host.answers = map[string]terraform.ResourceAnswer{"box": {
		Problems: []terraform.ResourceProblem{{Message: "size must be a number", Attribute: "size", Fix: "Write 1."}},
	}}
	result := w.render()
	if said := w.said(result.Diagnostics); !reflect.DeepEqual(said, []string{"main.tf:4:11 resource-configuration size must be a number Write 1."}) {
		t.Errorf("said %v", said)
	}
	w.host.err = errors.New("no answer")
	result = w.render()
	if said := w.said(result.Diagnostics); len(said) != 1 || !strings.HasPrefix(said[0], "main.tf:2:1 evaluation") {
		t.Errorf("said %v", said)
	}
}

func TestWhatIsRenderedOfSecretsIsSecret(t *testing.T) {
	w := newWorld(t, `
variable "token" {
  sensitive = true
  default   = "abcdef.0123456789"
}
data "ct_config" "a" {
  content = "token: ${var.token}"
}
resource "box" "a" {
  user_data = data.ct_config.a.rendered
}`)
	w.host.answers = map[string]terraform.ResourceAnswer{"ct_config": {Values: map[string]any{"rendered": "{}"}}}
	texts := find(t, w.render(), "box.a").Texts
	if len(texts) != 2 || asJSON(texts[1].Path) != `["user_data"]` || texts[1].Runs[len(texts[1].Runs)-1] != 1 {
		t.Errorf("texts %+v", texts)
	}
}

type panickingHost struct{}

func (panickingHost) Resource(terraform.ResourceRequest) (terraform.ResourceAnswer, error) {
	panic("a defect")
}

func TestADefectTakesOneNodeAlong(t *testing.T) {
	w := newWorld(t, `
resource "box" "a" {}
output "fine" {
  value = upper("fine")
}
output "gone" {
  value = box.a.id
}`)
	result := NewCache().Render(w.params, panickingHost{})
	if said := w.said(result.Diagnostics); !slices.Equal(said, []string{
		"main.tf:2:1 evaluation windtunnel failed to evaluate this: a defect."}) {
		t.Errorf("said %v", said)
	}
	if said := outputs(result); said["fine"] != `"FINE"` || said["gone"] != "null" {
		t.Errorf("outputs %v", said)
	}
}
