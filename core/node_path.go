package main

// nodePath is the way from the root of a document to a node, as a chain, so
// that the paths of all nodes of a deeply nested document take no more room
// than the nodes. The root is nil.
type nodePath struct {
	parent  *nodePath
	element any // the key (string) or index (int) in the parent
}

func (p *nodePath) child(element any) *nodePath {
	return &nodePath{parent: p, element: element}
}

// elements lists the keys and indices from the root on.
func (p *nodePath) elements() []any {
	depth := 0
	for node := p; node != nil; node = node.parent {
		depth++
	}
	elements := make([]any, depth)
	for node := p; node != nil; node = node.parent {
		depth--
		elements[depth] = node.element
	}
	return elements
}
