package evaluate

import (
	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform/module"
)

// findNeeds fills in what a node refers to, and reports what nothing declares.
func (r *run) findNeeds(n *node) {
	n.scopeOf = n.module
	if n.kind == expansionNode || n.kind == variableNode {
		n.scopeOf = n.module.parent
	}
	if n.kind != expansionNode {
		n.need(n.module.node(expansionNode, ""))
	} else if n.scopeOf != nil {
		n.need(n.scopeOf.node(expansionNode, ""))
	}
	if n.kind == closeNode {
		for _, each := range n.module.all() {
			n.need(each)
		}
		return
	}
	if n.scopeOf == nil || n.module.declared == nil && n.kind != expansionNode {
		return
	}
	r.refer(n, uses(n))
}

func (n *node) need(other *node) {
	if other != n {
		n.needs = append(n.needs, other)
	}
}

// dependency is an expression's, or a name of depends_on.
type dependency struct {
	path hcl.Traversal
	// isOrder: of depends_on, which wants all of a module and no value.
	isOrder bool
	// hasSelf: it stands where self means the resource.
	hasSelf bool
}

func uses(n *node) []dependency {
	declared := n.module.declared
	switch n.kind {
	case expansionNode:
		return usesOfCall(n.module.call)
	case variableNode:
		return usesOf(argument(n))
	case validationNode:
		return usesOfRules(declared.Variables[n.name].Validations)
	case localNode:
		return usesOf(declared.Locals[n.name].Expression)
	case outputNode:
		output := declared.Outputs[n.name]
		found := append(usesOf(output.Expression), usesOfRules(output.Preconditions)...)
		return append(found, orders(output.DependsOn)...)
	case resourceNode:
		return usesOfResource(declared.Resources[n.name])
	case checkNode:
		return usesOfRules(declared.Checks[n.name].Asserts)
	case providerNode:
		return usesOfBody(n.module.providers()[n.name].Config)
	}
	return nil
}

func usesOf(expressions ...hcl.Expression) []dependency {
	var found []dependency
	for _, expression := range expressions {
		if expression == nil {
			continue
		}
		for _, path := range expression.Variables() {
			found = append(found, dependency{path: path})
		}
	}
	return found
}

func orders(paths []hcl.Traversal) []dependency {
	var found []dependency
	for _, path := range paths {
		found = append(found, dependency{path: path, isOrder: true})
	}
	return found
}

func usesOfRules(rules []*module.Rule) []dependency {
	var found []dependency
	for _, rule := range rules {
		found = append(found, usesOf(rule.Condition, rule.Message)...)
	}
	return found
}

func usesOfCall(call *module.Call) []dependency {
	return append(usesOf(call.Count, call.ForEach), orders(call.DependsOn)...)
}

func usesOfResource(resource *module.Resource) []dependency {
	found := append(usesOf(resource.Count, resource.ForEach), usesOfBody(resource.Config)...)
	found = append(found, usesOfRules(resource.Preconditions)...)
	found = append(found, orders(resource.DependsOn)...)
	later := append(usesOfRules(resource.Postconditions), usesOfBody(resource.Connection)...)
	for _, provisioner := range resource.Provisioners {
		if provisioner.When != "destroy" {
			later = append(later, usesOfBody(provisioner.Config)...)
			later = append(later, usesOfBody(provisioner.Connection)...)
		}
	}
	for _, each := range later {
		each.hasSelf = true
		found = append(found, each)
	}
	return found
}

// argument that the call gives to a variable; nil without one.
func argument(n *node) hcl.Expression {
	if n.module.call == nil || n.module.call.Arguments[n.name] == nil {
		return nil
	}
	return n.module.call.Arguments[n.name].Expr
}
