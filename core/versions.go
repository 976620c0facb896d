package main

import (
	"runtime"
	"runtime/debug"
)

type versionsResult struct {
	Go      string            `json:"go"`      // as `go version` names it, e.g. "go1.26.8"
	Modules map[string]string `json:"modules"` // module path to version
}

// listVersions tells what the core was built from, as the linker recorded it.
func listVersions(struct{}) (versionsResult, *failure) {
	result := versionsResult{Go: runtime.Version(), Modules: map[string]string{}}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			result.Modules[module.Path] = module.Version
		}
	}
	return result, nil
}
