package main

import (
	"strings"
	"testing"
)

func TestMergeTarget(t *testing.T) {
	for _, test := range []struct{ base, snippet, target, version, problem string }{
		{"3.3.0", "3.1.0", "", "3.3.0", ""},
		{"3.1.0", "3.4.0", "", "3.4.0", ""},
		{"3.1.0", "3.0.0", "3.4.0", "3.4.0", ""},
		{"3.1.0", "3.5.0", "3.4.0", "", "snippet 1 is Ignition 3.5.0, newer than 3.4.0"},
		{"2.2.0", "2.3.0", "", "2.3.0", ""},
		{"2.3.0", "3.3.0", "", "", "2.x and 3.x do not mix"},
		{"3.3.0", "2.3.0", "", "", "2.x and 3.x do not mix"},
		{"3.3.0", "3.3.0", "3.99.0", "", `"3.99.0" is not known`},
		{"3.3.0", "4.0.0", "", "", `snippet 1: Ignition version "4.0.0" is not known`},
	} {
		result, _ := mergeIgnition(mergeParams{
			Base:     `{"ignition":{"version":"` + test.base + `"}}`,
			Snippets: []string{`{"ignition":{"version":"` + test.snippet + `"}}`},
			Target:   test.target,
		})
		version, problem := "", ""
		if result.Version != nil {
			version = *result.Version
		}
		if result.Error != nil {
			problem = *result.Error
		}
		if version != test.version || !strings.Contains(problem, test.problem) || (problem == "") != (test.problem == "") {
			t.Errorf("%+v: got version %q, problem %q", test, version, problem)
		}
	}
}

func TestMergeFollowsIgnition(t *testing.T) {
	file := func(version, name string) string {
		return `{"ignition":{"version":"` + version + `"},"storage":{"files":[{"filesystem":"root","path":"/etc/a",` +
			`"mode":420,"contents":{"source":"data:,` + name + `"}}]}}`
	}
	merged := func(version string) string {
		result, _ := mergeIgnition(mergeParams{Base: file(version, "one"), Snippets: []string{file(version, "two")}})
		if result.Ignition == nil {
			t.Fatal(*result.Error)
		}
		return *result.Ignition
	}
	if got := merged("3.3.0"); strings.Contains(got, "one") || !strings.Contains(got, "two") {
		t.Errorf("3.x must merge files by path: %s", got)
	}
	if got := merged("2.3.0"); !strings.Contains(got, "one") || !strings.Contains(got, "two") {
		t.Errorf("2.x must append files: %s", got)
	}
}

func TestMergeTellsWhichDocument(t *testing.T) {
	good, bad := `{"ignition":{"version":"3.3.0"}}`, `{"ignition":{"version":"3.3.0"},"x":1}`
	result, _ := mergeIgnition(mergeParams{Base: bad, Snippets: []string{good, bad}})
	if len(result.Entries) != 2 || result.Entries[0].Document != 0 || result.Entries[1].Document != 2 {
		t.Errorf("got %+v", result.Entries)
	}
}
