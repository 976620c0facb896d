package evaluate

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
)

type referenceKind int

const (
	noReference referenceKind = iota
	toVariable
	toLocal
	toCall
	toResource
	// toBuiltin is path, terraform, each, count or self.
	toBuiltin
	// toNothing is what cannot be a reference.
	toNothing
)

// reference is what an expression names, by the first steps of a traversal.
type reference struct {
	kind referenceKind
	// name of the variable, local or call; data.type.name of a resource.
	name string
	// output of the call; empty for all of them.
	output string
	path   hcl.Traversal
	// steps of the path that name a resource.
	steps int
	// isBroken: reported, and its value is not known.
	isBroken bool
}

// text is the reference as it is written, without what follows the name.
func (f reference) text() string {
	switch f.kind {
	case toVariable:
		return "var." + f.name
	case toLocal:
		return "local." + f.name
	case toCall:
		return strings.TrimSuffix("module."+f.name+"."+f.output, ".")
	}
	return f.name
}

// findReference reads the steps of an absolute traversal.
func findReference(path hcl.Traversal) reference {
	root := path.RootName()
	switch root {
	case "var":
		return single(toVariable, path)
	case "local":
		return single(toLocal, path)
	case "module":
		found := single(toCall, path)
		found.output = outputOf(path)
		return found
	case "path", "terraform", "each", "count", "self":
		return reference{kind: toBuiltin, name: root, path: path}
	case "data", "ephemeral":
		return resourceReference(root+".", path, 1)
	case "resource":
		return resourceReference("", path, 1)
	}
	return resourceReference("", path, 0)
}

func single(kind referenceKind, path hcl.Traversal) reference {
	name, found := attribute(path, 1)
	if !found {
		return reference{kind: toNothing, path: path}
	}
	return reference{kind: kind, name: name, path: path}
}

func resourceReference(prefix string, path hcl.Traversal, at int) reference {
	kind, hasType := attribute(path, at)
	name, hasName := attribute(path, at+1)
	if !hasType || !hasName {
		return reference{kind: toNothing, path: path}
	}
	return reference{kind: toResource, name: prefix + kind + "." + name, path: path, steps: at + 2}
}

// outputOf gives y of module.x.y and of module.x[0].y.
func outputOf(path hcl.Traversal) string {
	name, found := attribute(path, 2)
	if found || len(path) < 4 {
		return name
	}
	name, _ = attribute(path, 3)
	return name
}

func attribute(path hcl.Traversal, at int) (string, bool) {
	if at >= len(path) {
		return "", false
	}
	switch step := path[at].(type) {
	case hcl.TraverseRoot:
		return step.Name, true
	case hcl.TraverseAttr:
		return step.Name, true
	}
	return "", false
}
