package evaluate

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// usesOfBody gives what the expressions of a body name, but for the iterators
// of dynamic blocks.
func usesOfBody(body hcl.Body) []dependency {
	switch body := body.(type) {
	case nil:
		return nil
	case *hclsyntax.Body:
		return usesOfNative(body)
	}
	return usesOfJSON(body)
}

func usesOfNative(body *hclsyntax.Body) []dependency {
	var found []dependency
	for _, name := range sortedKeys(body.Attributes) {
		found = append(found, usesOf(body.Attributes[name].Expr)...)
	}
	for _, block := range body.Blocks {
		if block.Type == "dynamic" && len(block.Labels) == 1 {
			found = append(found, usesOfDynamic(nativeDynamic(block))...)
			continue
		}
		found = append(found, usesOfNative(block.Body)...)
	}
	return found
}

func usesOfJSON(body hcl.Body) []dependency {
	var found []dependency
	content, rest, _ := body.PartialContent(dynamicSchema)
	attributes, _ := rest.JustAttributes()
	for _, name := range sortedKeys(attributes) {
		found = append(found, usesOf(attributes[name].Expr)...)
	}
	for _, block := range content.Blocks {
		found = append(found, usesOfDynamic(jsonDynamic(block))...)
	}
	return found
}

func usesOfDynamic(block dynamicBlock) []dependency {
	found := usesOf(block.forEach)
	for _, each := range usesOfBody(block.content) {
		if each.path.RootName() != block.iterator {
			found = append(found, each)
		}
	}
	return found
}
