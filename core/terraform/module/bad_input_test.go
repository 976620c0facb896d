package module

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"windtunnel/core/terraform"
)

const badInput = "../../../test/terraform/bad-input/fixtures"

// TestBadInput reads the fixtures whose mistake shows as soon as the module is
// read; the others are for the whole pipeline.
func TestBadInput(t *testing.T) {
	entries, err := os.ReadDir(badInput)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		folder := filepath.Join(badInput, entry.Name())
		content, err := os.ReadFile(filepath.Join(folder, "expected.json"))
		if err != nil {
			t.Fatal(err)
		}
		var expected struct {
			Phase       string
			Diagnostics []terraform.Diagnostic
		}
		if err := json.Unmarshal(content, &expected); err != nil {
			t.Fatalf("%s: %v", entry.Name(), err)
		}
		if expected.Phase != "load" {
			continue
		}
		t.Run(entry.Name(), func(t *testing.T) {
			got := Load(folder).Diagnostics
			for index := range got {
				got[index].Range.File, _ = filepath.Rel(folder, got[index].Range.File)
			}
			if !reflect.DeepEqual(got, expected.Diagnostics) {
				found, _ := json.MarshalIndent(got, "", "  ")
				t.Errorf("got %s", found)
			}
		})
	}
}
