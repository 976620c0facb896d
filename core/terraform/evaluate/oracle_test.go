package evaluate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// terraformIn runs the executable in the folder of a world, with no settings of
// the person who runs the test.
func terraformIn(w *world, arguments ...string) ([]byte, error) {
	command := exec.Command("terraform", append([]string{"-chdir=" + w.folder}, arguments...)...)
	command.Env = append(os.Environ(), "TF_CLI_CONFIG_FILE="+os.DevNull, "TF_IN_AUTOMATION=1", "CHECKPOINT_DISABLE=1")
	return command.Output()
}

func needTerraform(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("terraform"); err != nil {
		t.Skip("no terraform executable on the PATH")
	}
}

// Places of Terraform's diagnostics, where ours say nothing else on purpose.
func TestPlacesAreThoseOfTerraformOrSkipWithoutIt(t *testing.T) {
	needTerraform(t)
	for _, each := range slices.Concat(mistakes, otherMistakes) {
		if each.apart != "" {
			continue
		}
		t.Run(each.name, func(t *testing.T) {
			w := newWorld(t, each.archive)
			theirs := placesOfTerraform(w)
			var ours []string
			for _, said := range w.said(w.render().Diagnostics) {
				ours = append(ours, strings.Fields(said)[0])
			}
			if !slices.Equal(slices.Compact(ours), theirs) {
				t.Errorf("ours %v, Terraform's %v", ours, theirs)
			}
		})
	}
}

func placesOfTerraform(w *world) []string {
	var said []byte
	if len(w.params.Modules) > 1 {
		said, _ = terraformIn(w, "init", "-backend=false", "-json")
	}
	planned, _ := terraformIn(w, "plan", "-json", "-input=false")
	var places []string
	for _, line := range bytes.Split(append(said, planned...), []byte("\n")) {
		var message struct {
			Diagnostic *struct {
				Summary string
				Range   *struct {
					Filename string
					Start    struct{ Line, Column int }
				}
			}
		}
		if json.Unmarshal(line, &message) != nil || message.Diagnostic == nil {
			continue
		}
		if at := message.Diagnostic.Range; at != nil {
			places = append(places, fmt.Sprintf("%s:%d:%d", filepath.Clean(at.Filename), at.Start.Line, at.Start.Column))
		}
	}
	slices.Sort(places)
	return slices.Compact(places)
}
