package evaluate

import (
	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// refer turns the dependencies of a node into references and needs.
func (r *run) refer(n *node, dependencies []dependency) {
	seen := map[*node]bool{}
	for _, each := range dependencies {
		found := findReference(each.path)
		found.isBroken = !each.isOrder && r.wrongKey(n, found)
		if !each.isOrder {
			n.references = append(n.references, found)
			r.noteEscape(n, found)
		}
		wanted := r.target(n, found, each)
		if wanted == nil || seen[wanted] {
			continue
		}
		seen[wanted] = true
		if wanted == n {
			r.report(terraform.Cycle, each.path.SourceRange(), n.address(),
				"Cycle: "+n.address()+" -> "+n.address()+".", "It may not refer to itself.")
			continue
		}
		n.need(wanted)
	}
}

// target gives the node that a reference is about; nil for what is no node, or
// not declared, which is reported.
func (r *run) target(n *node, found reference, of dependency) *node {
	in := n.scopeOf
	switch found.kind {
	case toVariable:
		if _, declared := in.declared.Variables[found.name]; declared {
			return variableTarget(n, in, found.name)
		}
		undeclared(r, n, found, "An input variable", in.declared.Variables)
	case toLocal:
		if _, declared := in.declared.Locals[found.name]; declared {
			return in.node(localNode, found.name)
		}
		undeclared(r, n, found, "A local value", in.declared.Locals)
	case toCall:
		return r.callTarget(n, found, of.isOrder)
	case toResource:
		if _, declared := in.declared.Resources[found.name]; declared {
			return in.node(resourceNode, found.name)
		}
		undeclared(r, n, found, "A resource", in.declared.Resources)
	case toBuiltin:
		r.checkBuiltin(n, found, of.hasSelf)
	default:
		r.report(terraform.UnknownReference, found.path.SourceRange(), n.address(),
			"A reference to "+quote(found.path.RootName())+" must be followed by the name of what is meant.", "")
	}
	return nil
}

// variableTarget leads over the validation, as in Terraform: whatever uses a
// variable waits until its value is known to be valid.
func variableTarget(n *node, in *configModule, name string) *node {
	isOwn := n.kind == validationNode && n.name == name && n.module == in
	if isOwn || len(in.declared.Variables[name].Validations) == 0 {
		return in.node(variableNode, name)
	}
	return in.node(validationNode, name)
}

func (r *run) callTarget(n *node, found reference, isOrder bool) *node {
	child := n.scopeOf.children[found.name]
	switch {
	case child == nil:
		undeclared(r, n, found, "A module call", n.scopeOf.children)
		return nil
	case isOrder || found.output == "" || child.declared == nil:
		return child.node(closeNode, "")
	case child.declared.Outputs[found.output] != nil:
		return child.node(outputNode, found.output)
	}
	if child.declared.IsIncomplete {
		return child.node(expansionNode, "")
	}
	r.report(terraform.UnknownReference, found.path.SourceRange(), n.address(),
		"Module "+quote(found.name)+" has no output named "+quote(found.output)+".",
		didYouMean(found.output, child.declared.Outputs))
	return child.node(expansionNode, "")
}

func undeclared[V any](r *run, n *node, found reference, what string, known map[string]V) {
	if n.scopeOf.declared.IsIncomplete || r.found.isFull() {
		return
	}
	where := "the root module"
	if n.scopeOf.parent != nil {
		// Not by its address: a module that is called twice has one mistake.
		where = "this module"
	}
	r.report(terraform.UnknownReference, found.path.SourceRange(), n.address(),
		what+" named "+quote(found.name)+" has not been declared in "+where+".", didYouMean(found.name, known))
}

// checkBuiltin holds each, count and self against where they stand.
func (r *run) checkBuiltin(n *node, found reference, hasSelf bool) {
	if !fits(n, found.name, hasSelf) {
		r.report(terraform.UnknownReference, found.path.SourceRange(), n.address(), missingBuiltin[found.name], "")
	}
}

var missingBuiltin = map[string]string{
	"each":  `The "each" object can be used only in module, resource and data blocks that have for_each.`,
	"count": `The "count" object can be used only in module, resource and data blocks that have count.`,
	"self":  `The "self" object can be used only in provisioner, connection and postcondition blocks.`,
}

// fits says whether a built-in object may stand in the node.
func fits(n *node, name string, hasSelf bool) bool {
	count, forEach := n.repetition()
	switch name {
	case "each":
		return forEach != nil
	case "count":
		return count != nil
	case "self":
		return hasSelf
	}
	return true
}

// repetition of the resource, or of the call that a node stands in.
func (n *node) repetition() (count, forEach hcl.Expression) {
	if n.kind == resourceNode {
		resource := n.module.declared.Resources[n.name]
		return resource.Count, resource.ForEach
	}
	if n.kind == variableNode && n.module.call != nil {
		return n.module.call.Count, n.module.call.ForEach
	}
	return nil, nil
}
