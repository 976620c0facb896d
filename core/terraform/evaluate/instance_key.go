package evaluate

import (
	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/module"
)

// wrongKey reports an attribute of a resource that has several instances, and
// an index of one that has a single one.
func (r *run) wrongKey(n *node, found reference) bool {
	declared := n.scopeOf.declared.Resources[found.name]
	if found.kind != toResource || declared == nil || len(found.path) <= found.steps {
		return false
	}
	_, isIndex := found.path[found.steps].(hcl.TraverseIndex)
	_, isAttribute := found.path[found.steps].(hcl.TraverseAttr)
	isRepeated := declared.Count != nil || declared.ForEach != nil
	switch {
	case isAttribute && isRepeated:
		what, key := repetitionOf(declared)
		r.report(terraform.UnknownReference, found.path.SourceRange(), n.address(),
			"Because "+found.name+" has "+quote(what)+" set, its attributes must be accessed on specific instances.",
			"Write "+found.name+"["+key+"], or "+found.name+"[*] for all of them.")
	case isIndex && !isRepeated:
		r.report(terraform.UnknownReference, found.path.SourceRange(), n.address(),
			"Because "+found.name+` does not have "count" or "for_each" set, references to it must not include an index key.`,
			"Remove the index.")
	default:
		return false
	}
	return true
}

func repetitionOf(declared *module.Resource) (what, key string) {
	if declared.ForEach != nil {
		return "for_each", "each.key"
	}
	return "count", "count.index"
}
