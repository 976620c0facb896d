package module

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// traversal follows a.b.c from its root.
func (s *scan) traversal(path hcl.Traversal, inside *scope) *shape {
	root := path.RootName()
	if value, found := inside.find(root); found {
		return s.follow(value, path[1:])
	}
	switch root {
	case "local":
		if name := attributeName(path, 1); name != "" {
			return s.follow(s.local(name), path[2:])
		}
	case "data", "ephemeral":
		if attributeName(path, 2) != "" {
			key := root + "." + attributeName(path, 1) + "." + attributeName(path, 2)
			return s.follow(&shape{origins: []origin{{key: key}}}, path[3:])
		}
	case "var", "module", "path", "terraform", "count", "each", "self":
	default:
		if name := attributeName(path, 1); name != "" {
			return s.follow(&shape{origins: []origin{{key: root + "." + name}}}, path[2:])
		}
	}
	return nil
}

func attributeName(path hcl.Traversal, at int) string {
	if at >= len(path) {
		return ""
	}
	step, _ := path[at].(hcl.TraverseAttr)
	return step.Name
}

// follow goes along the dots and brackets behind a value.
func (s *scan) follow(from *shape, path hcl.Traversal) *shape {
	for _, step := range path {
		switch step := step.(type) {
		case hcl.TraverseAttr:
			from = s.attribute(from, step.Name)
		case hcl.TraverseIndex:
			from = s.index(from, step.Key)
		case hcl.TraverseSplat:
			from = s.follow(s.element(from), step.Each)
		}
	}
	return from
}

// index takes the field of that name, or any element.
func (s *scan) index(from *shape, key cty.Value) *shape {
	if key.Type() != cty.String || !key.IsKnown() || key.IsNull() {
		return s.element(from)
	}
	return s.field(from, key.AsString())
}

// field is what stands in brackets with a key that is written out: the field
// of that name, or an instance of a resource.
func (s *scan) field(from *shape, name string) *shape {
	found := &shape{}
	s.flat(from, func(part *shape) bool {
		found.origins = append(found.origins, part.origins...)
		if field := part.fields[name]; field != nil {
			found.parts = append(found.parts, field)
		} else if part.isMap {
			found.parts = append(found.parts, part.parts...)
		}
		return part.isMap
	})
	return found
}

// local gives the shape of a local value; one that needs itself has none.
func (s *scan) local(name string) *shape {
	if known, found := s.locals[name]; found {
		return known
	}
	declared := s.module.Locals[name]
	if declared == nil || s.visiting[name] {
		return nil
	}
	s.visiting[name] = true
	s.locals[name] = s.shapeOf(declared.Expression, nil)
	delete(s.visiting, name)
	return s.locals[name]
}
