// Reads the source of the Kubernetes components without compiling it: old releases no longer build with the Go of
// today. Input on standard input: releases, each with the folders of its modules. Output: the command line flags of
// each component, or OpenAPI definitions of the struct types that are asked for, and what could not be read ("gaps").
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

// Request is what standard input holds.
type Request struct {
	Releases []Release `json:"releases"`
	// Types are written `import/path.Type`. Without them the flags are read.
	Types []string `json:"types"`
}

// Release is one minor of Kubernetes.
type Release struct {
	Minor int `json:"minor"`
	// Modules holds the folder of each Go module, by module path.
	Modules map[string]string `json:"modules"`
}

// FlagAnswer is what was read of one release.
type FlagAnswer struct {
	Minor      int               `json:"minor"`
	Components map[string][]Flag `json:"components"`
	Gaps       []string          `json:"gaps"`
}

func main() {
	var request Request
	if err := json.NewDecoder(os.Stdin).Decode(&request); err != nil {
		fail(err)
	}
	var answers []any
	for _, release := range request.Releases {
		if request.Types == nil {
			answers = append(answers, readFlags(release))
		} else {
			answers = append(answers, readSchemas(release, request.Types))
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		fail(err)
	}
}

func readFlags(release Release) FlagAnswer {
	source := newSource(release.Modules)
	answer := FlagAnswer{Minor: release.Minor, Components: map[string][]Flag{}}
	for _, component := range components {
		walker := &walker{source: source, component: component.name, minor: release.Minor}
		set := newFlagSet()
		component.read(walker, set)
		answer.Components[component.name] = set.sorted()
		answer.Gaps = append(answer.Gaps, walker.gaps...)
	}
	return answer
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
