package module

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// configOf gives what a body holds beside the arguments and blocks of known:
// a shallow copy where the body is of native syntax, else rest.
func configOf(body, rest hcl.Body, known *hcl.BodySchema) hcl.Body {
	native, ok := body.(*hclsyntax.Body)
	if !ok {
		return rest
	}
	taken := names(known)
	config := *native
	config.Attributes = hclsyntax.Attributes{}
	for name, attribute := range native.Attributes {
		if !taken[name] {
			config.Attributes[name] = attribute
		}
	}
	config.Blocks = slices.DeleteFunc(slices.Clone(native.Blocks), func(block *hclsyntax.Block) bool { return taken[block.Type] })
	return &config
}

func sortedKeys[V any](of map[string]V) []string { return slices.Sorted(maps.Keys(of)) }
