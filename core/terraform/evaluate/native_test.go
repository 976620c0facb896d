package evaluate

import (
	"slices"
	"strings"
	"testing"

	"windtunnel/core/terraform"
)

// originsOf gives the files that the texts of a resource come from, by path.
func originsOf(t *testing.T, result terraform.RenderResult, address string) map[string][]string {
	t.Helper()
	origins := map[string][]string{}
	for _, resource := range result.Resources {
		if resource.Address != address {
			continue
		}
		for _, each := range resource.Texts {
			var names []string
			for _, file := range each.Files {
				names = append(names, file[strings.LastIndex(file, "/")+1:])
			}
			path := ""
			for _, step := range each.Path {
				if name, isName := step.(string); isName {
					path += "/" + name
				}
			}
			origins[path] = append(origins[path], names...)
		}
	}
	return origins
}

func TestAnswersThatSayWhatIsConfiguredKeepItsPlaces(t *testing.T) {
	w := newWorld(t, `
resource "terraform_data" "a" {
  input = { motd = file("motd.txt"), made = box.b.made_up }
}
data "null_data_source" "n" {
  inputs = { motd = file("motd.txt") }
}
resource "box" "b" {
  body = file("motd.txt")
}
output "input" {
  value = terraform_data.a.output.made
}
-- motd.txt --
Welcome
to the machine
`)
	w.host.answers = map[string]terraform.ResourceAnswer{
		"box": {Values: map[string]any{"copy": "Welcome\nto the machine\n", "made_up": "x.y.z"}, Placeholders: []string{"made_up"}},
	}
	result := w.render()
	expectNoDiagnostics(t, result)
	for address, path := range map[string]string{
		"terraform_data.a": "/output/motd", "data.null_data_source.n": "/outputs/motd", "box.b": "/copy",
	} {
		if found := originsOf(t, result, address)[path]; !slices.Equal(found, []string{"motd.txt"}) {
			t.Errorf("%s of %s comes from %v", path, address, found)
		}
	}
	if said := outputs(result)["input"]; said != `"x.y.z"` || len(result.Outputs[0].Texts) != 1 ||
		!slices.Equal(result.Outputs[0].Texts[0].Placeholders, []string{"box.b.made_up"}) {
		t.Errorf("the placeholder is %s, %+v", said, result.Outputs[0].Texts)
	}
}

func TestMarksWithinBlocksOfAnAnswerAreKept(t *testing.T) {
	w := newWorld(t, `
resource "box" "a" {
  metadata {
    name = "x"
  }
}
output "uid" {
  value = box.a.metadata[0].uid
}
output "token" {
  value     = box.a.metadata[0].token
  sensitive = true
}
`)
	w.host.answers = map[string]terraform.ResourceAnswer{"box": {
		Values:       map[string]any{"metadata": []any{map[string]any{"uid": "made up", "token": "s3cr3t"}}},
		Placeholders: []string{"metadata.uid"}, Secret: []string{"metadata.token"},
	}}
	result := w.render()
	expectNoDiagnostics(t, result)
	token, uid := result.Outputs[0], result.Outputs[1]
	if len(uid.Texts) != 1 || !slices.Equal(uid.Texts[0].Placeholders, []string{"box.a.metadata[0].uid"}) {
		t.Errorf("uid: %+v", uid)
	}
	if len(token.Texts) != 1 || token.Texts[0].Runs[6]&1 == 0 {
		t.Errorf("token: %+v", token)
	}
}

func TestFilesOfDataSourcesAreRead(t *testing.T) {
	w := newWorld(t, `
data "local_file" "motd" {
  filename = "${path.module}/motd.txt"
}
data "local_sensitive_file" "key" {
  filename = "key.txt"
}
data "local_file" "later" {
  filename = "written-later.txt"
}
data "kubectl_filename_list" "all" {
  pattern = "${path.module}/manifests/*.yaml"
}
data "kubectl_path_documents" "all" {
  pattern = "./manifests/*.yaml"
  vars    = { name = "demo" }
}
resource "template_dir" "out" {
  source_dir      = "${path.module}/manifests"
  destination_dir = "/tmp"
  vars            = { name = "demo" }
}
output "motd" {
  value = [data.local_file.motd.content, data.local_file.motd.content_md5]
}
output "names" {
  value = data.kubectl_filename_list.all.matches
}
output "later" {
  value = data.local_file.later.made_content
}
-- motd.txt --
Welcome
-- key.txt --
very secret
-- manifests/a.yaml --
kind: A
name: ${name}
-- manifests/b.yaml --
kind: B
-- manifests/deep/c.txt --
hello ${name}`)
	w.host.answers = map[string]terraform.ResourceAnswer{"kubectl_file_documents": {
		Values: map[string]any{"documents": []any{"kind: A\nname: demo", "kind: B"}},
	}}
	result := w.render()
	expectNoDiagnostics(t, result)
	said := outputs(result)
	if said["motd"] != `["Welcome","83218ac34c1834c26781fe4bde918ee4"]` || said["names"] != `["manifests/a.yaml","manifests/b.yaml"]` ||
		!strings.Contains(said["later"], "data.local_file.later") {
		t.Errorf("outputs %v", said)
	}
	documents := originsOf(t, result, "data.kubectl_path_documents.all")["/documents"]
	if !slices.Equal(documents, []string{"a.yaml", "b.yaml"}) {
		t.Errorf("documents come from %v", documents)
	}
	if found := originsOf(t, result, "template_dir.out")["/rendered_files/deep/c.txt"]; !slices.Equal(found, []string{"c.txt"}) {
		t.Errorf("rendered files: %v", originsOf(t, result, "template_dir.out"))
	}
	for _, resource := range result.Resources {
		if resource.Type == "local_sensitive_file" && (len(resource.Texts) < 2 || resource.Texts[0].Runs[6]&1 == 0) {
			t.Errorf("the sensitive file shows: %+v", resource.Texts)
		}
	}
}
