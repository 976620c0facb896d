package main

import (
	"os"
	"regexp"
	"testing"
)

// The test binary has the build information of the module that is tested, so
// this holds listVersions to go.mod.
func TestVersionsAreThoseOfGoMod(t *testing.T) {
	file, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	required := regexp.MustCompile(`(?m)^\t(\S+) (v\S+)$`).FindAllStringSubmatch(string(file), -1)
	if len(required) == 0 {
		t.Fatal("go.mod requires nothing directly")
	}
	result, _ := listVersions(struct{}{})
	for _, line := range required {
		if got := result.Modules[line[1]]; got != line[2] {
			t.Errorf("%s: go.mod has %s, the core says %q", line[1], line[2], got)
		}
	}
}
