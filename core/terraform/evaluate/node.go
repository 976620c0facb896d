package evaluate

import (
	"github.com/zclconf/go-cty/cty"
)

type nodeKind int

const (
	// expansionNode makes the instances of a module.
	expansionNode nodeKind = iota
	variableNode
	// validationNode is apart from its variable: its conditions may name what
	// depends on the variable.
	validationNode
	localNode
	outputNode
	resourceNode
	checkNode
	// providerNode is there for its references. It is not evaluated: it reads
	// credentials, which are not there and not needed.
	providerNode
	// closeNode is done when all in a module is.
	closeNode
)

type nodeID struct {
	kind nodeKind
	name string
}

type nodeState int

const (
	waiting nodeState = iota
	visiting
	done
)

// node is one object of the configuration, in all instances of its module.
type node struct {
	nodeID
	module *configModule
	state  nodeState
	// needs are the nodes to visit first, in the order of their references.
	needs []*node
	next  int
	// references of all expressions of the node, and the module that they are
	// about: arguments of a call stand in the module that calls.
	references []reference
	scopeOf    *configModule
	values     map[*moduleInstance]cty.Value
	inCycle    bool
}

// address in words of Terraform: module.a.local.x.
func (n *node) address() string {
	prefix := n.module.address()
	if prefix != "" && n.kind != expansionNode && n.kind != closeNode {
		prefix += "."
	}
	switch n.kind {
	case expansionNode:
		return prefix
	case closeNode:
		return prefix + " (close)"
	case variableNode:
		return prefix + "var." + n.name
	case validationNode:
		return prefix + "var." + n.name + " (validation)"
	case localNode:
		return prefix + "local." + n.name
	case outputNode:
		return prefix + "output." + n.name
	case checkNode:
		return prefix + "check." + n.name
	case providerNode:
		return prefix + "provider." + n.name
	}
	return prefix + n.name
}

// value is not known where the node failed or waits for itself.
func (n *node) value(in *moduleInstance) cty.Value {
	if value, found := n.values[in]; found {
		return value
	}
	return cty.DynamicVal
}

// node gives the node of an object that is declared.
func (m *configModule) node(kind nodeKind, name string) *node {
	id := nodeID{kind, name}
	if m.nodes[id] == nil {
		m.nodes[id] = &node{nodeID: id, module: m, values: map[*moduleInstance]cty.Value{}}
	}
	return m.nodes[id]
}

// all nodes of a module and of those below it, in a fixed order.
func (m *configModule) all() []*node {
	if m.declared == nil {
		return nil
	}
	nodes := named(m, variableNode, sortedKeys(m.declared.Variables))
	nodes = append(nodes, named(m, validationNode, sortedKeys(m.declared.Variables))...)
	nodes = append(nodes, named(m, localNode, sortedKeys(m.declared.Locals))...)
	nodes = append(nodes, named(m, resourceNode, sortedKeys(m.declared.Resources))...)
	nodes = append(nodes, named(m, outputNode, sortedKeys(m.declared.Outputs))...)
	for _, name := range sortedKeys(m.children) {
		nodes = append(nodes, m.children[name].node(expansionNode, ""), m.children[name].node(closeNode, ""))
	}
	nodes = append(nodes, named(m, providerNode, sortedKeys(m.providers()))...)
	return append(nodes, named(m, checkNode, sortedKeys(m.declared.Checks))...)
}

func named(m *configModule, kind nodeKind, names []string) []*node {
	nodes := make([]*node, 0, len(names))
	for _, name := range names {
		nodes = append(nodes, m.node(kind, name))
	}
	return nodes
}
