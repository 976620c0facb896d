package evaluate

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"windtunnel/core/terraform"
)

// Configurations in testdata/agree give the outputs that outputs.json says; it
// was written by Terraform and is compared with it again where there is one.
func TestOutputsAreThoseThatTerraformGave(t *testing.T) {
	for _, name := range configurations(t) {
		t.Run(name, func(t *testing.T) {
			w := copied(t, filepath.Join("testdata", "agree", name))
			result := w.render()
			expectNoDiagnostics(t, result)
			compareOutputs(t, plainOutputs(result), recorded(t, name))
		})
	}
}

func TestRecordedOutputsAreStillTerraformsOrSkipWithoutIt(t *testing.T) {
	needTerraform(t)
	for _, name := range configurations(t) {
		t.Run(name, func(t *testing.T) {
			w := copied(t, filepath.Join("testdata", "agree", name))
			given := askTerraform(t, w)
			if os.Getenv("WINDTUNNEL_RECORD") != "" {
				encoded, _ := json.MarshalIndent(given, "", "  ")
				place := filepath.Join("testdata", "agree", name, "outputs.json")
				if err := os.WriteFile(place, append(encoded, '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			compareOutputs(t, given, recorded(t, name))
		})
	}
}

func compareOutputs(t *testing.T, ours, theirs map[string]any) {
	t.Helper()
	for _, name := range sortedKeys(theirs) {
		if !reflect.DeepEqual(ours[name], theirs[name]) {
			t.Errorf("output %s: %v, Terraform's is %v", name, ours[name], theirs[name])
		}
	}
	if len(ours) != len(theirs) {
		t.Errorf("%d outputs, Terraform's are %d", len(ours), len(theirs))
	}
}

func configurations(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join("testdata", "agree"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}

// copied renders a copy, since Terraform writes into the folder.
func copied(t *testing.T, folder string) *world {
	t.Helper()
	w := &world{t: t, folder: t.TempDir(), host: &inventingHost{echo: true}}
	if err := os.CopyFS(w.folder, os.DirFS(folder)); err != nil {
		t.Fatal(err)
	}
	w.params = terraform.RenderParams{Workspace: "default", Modules: nodes(w.folder, ".", "", 0)}
	for _, name := range []string{"terraform.tfvars", "terraform.tfvars.json"} {
		if _, err := os.Stat(filepath.Join(w.folder, name)); err == nil {
			w.params.Variables = append(w.params.Variables,
				terraform.VariableInput{Kind: "file", File: filepath.Join(w.folder, name)})
		}
	}
	return w
}

func plainOutputs(result terraform.RenderResult) map[string]any {
	plain := map[string]any{}
	for _, each := range result.Outputs {
		encoded, _ := json.Marshal(each.Value)
		var decoded any
		_ = json.Unmarshal(encoded, &decoded)
		plain[each.Name] = decoded
	}
	return plain
}

func recorded(t *testing.T, name string) map[string]any {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "agree", name, "outputs.json"))
	if err != nil {
		t.Fatal(err)
	}
	var outputs map[string]any
	if err := json.Unmarshal(content, &outputs); err != nil {
		t.Fatal(err)
	}
	return outputs
}

// askTerraform gives the outputs of a plan; one that is not known is null.
func askTerraform(t *testing.T, w *world) map[string]any {
	t.Helper()
	for _, arguments := range [][]string{{"init", "-no-color"}, {"plan", "-input=false", "-out=plan.bin", "-no-color"}} {
		if said, err := terraformIn(w, arguments...); err != nil {
			t.Fatalf("%v: %s", err, said)
		}
	}
	shown, err := terraformIn(w, "show", "-json", "plan.bin")
	if err != nil {
		t.Fatal(err)
	}
	var plan struct {
		PlannedValues struct {
			Outputs map[string]struct{ Value any }
		} `json:"planned_values"`
	}
	if err := json.Unmarshal(shown, &plan); err != nil {
		t.Fatal(err)
	}
	outputs := map[string]any{}
	for name, output := range plan.PlannedValues.Outputs {
		outputs[name] = output.Value
	}
	return outputs
}
