// Package files reads what expressions may read: files of the workspace and of
// fetched modules, and nothing else of the machine.
package files

import "windtunnel/core/terraform"

// Reader reads files by the paths that expressions use: relative to the folder
// of the root module, or below a path that path.module says of some module.
type Reader struct {
	// Root is the folder of the root module, /workspace/clusters/one.
	Root string
	// Modules says where .terraform/modules/bootstrap and its like really are.
	Modules []terraform.ModuleNode
}

// Refused is a path that may not be read: absolute, in a home directory, or
// out of the workspace and of the fetched modules.
type Refused struct {
	Path string
}

func (r Refused) Error() string {
	return "windtunnel reads only files of the workspace and of fetched modules, not " + r.Path
}
