package module

import (
	"encoding/json"
	"fmt"
	"maps"
	"os/exec"
	"path"
	"slices"
	"testing"
)

// validated is what `terraform validate -json` answers.
// https://developer.hashicorp.com/terraform/cli/commands/validate#json
type validated struct {
	Diagnostics []struct {
		Severity, Summary, Detail string
		Range                     *struct {
			Filename string
			Start    struct{ Line int }
		}
	}
}

func askTerraform(t *testing.T, folder string) validated {
	t.Helper()
	command := exec.Command("terraform", "validate", "-json")
	command.Dir = folder
	// Terraform exits with 1 when it finds something.
	output, _ := command.Output()
	var answer validated
	if err := json.Unmarshal(output, &answer); err != nil {
		t.Fatalf("%v: %s", err, output)
	}
	return answer
}

func TestTerraformRefusesTheSameLines(t *testing.T) {
	if _, err := exec.LookPath("terraform"); err != nil {
		t.Skip("skipped: no terraform executable")
	}
	for name, each := range refusals {
		if each.apart != "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			folder := folderOf(t, each.config)
			want, ours := map[string]bool{}, map[string]bool{}
			for _, said := range askTerraform(t, folder).Diagnostics {
				if said.Range != nil {
					want[fmt.Sprintf("%s %s:%d", said.Severity, said.Range.Filename, said.Range.Start.Line)] = true
				}
			}
			for _, said := range Load(folder).Diagnostics {
				ours[fmt.Sprintf("%s %s:%d", said.Severity, path.Base(said.Range.File), said.Range.Line)] = true
			}
			if !maps.Equal(ours, want) {
				t.Errorf("\n we say %v\nTerraform says %v", slices.Sorted(maps.Keys(ours)), slices.Sorted(maps.Keys(want)))
			}
		})
	}
}
