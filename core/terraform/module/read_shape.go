package module

import "slices"

// origin is a resource, some of its instances, or what stands in them below a
// path of attributes; indexes are not told apart.
type origin struct {
	key, path string
}

// shape is what the value of an expression may hold of resources; nil and an
// empty one: nothing.
type shape struct {
	origins []origin
	// fields of an object that is written out.
	fields map[string]*shape
	// parts are other shapes that it may be, or that are its elements.
	parts []*shape
	// isMap: parts are elements, whose keys are computed.
	isMap bool
	// elements is what element gave before: objects may be large.
	elements *shape
}

// maxPath bounds the length of a path in bytes.
const maxPath = 500

// flat visits a shape and its parts once each, and no parts of those for which
// visit says so.
func (s *scan) flat(of *shape, visit func(*shape) (isWhole bool)) {
	seen, open := map[*shape]bool{}, []*shape{of}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		if at == nil || seen[at] || s.isOver() {
			continue
		}
		s.steps++
		seen[at] = true
		if !visit(at) {
			open = append(open, at.parts...)
		}
	}
}

// attribute is what stands behind a dot.
func (s *scan) attribute(of *shape, name string) *shape {
	found := &shape{}
	s.flat(of, func(part *shape) bool {
		for _, from := range part.origins {
			if path := joined(from.path, name); len(path) <= maxPath {
				found.origins = append(found.origins, origin{from.key, path})
			}
		}
		if field := part.fields[name]; field != nil {
			found.parts = append(found.parts, field)
		} else if part.isMap {
			found.parts = append(found.parts, part.parts...)
		}
		return part.isMap
	})
	return found
}

func joined(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// element is any of the elements, at any depth: a list of lists is not told
// from a list. The depth of shapes is bounded by that of expressions.
func (s *scan) element(of *shape) *shape {
	if of == nil || len(of.fields)+len(of.parts) == 0 || s.isOver() {
		return of
	}
	if of.elements == nil {
		s.steps += len(of.fields) + len(of.parts)
		of.elements = &shape{origins: of.origins, parts: s.elements(of)}
	}
	return of.elements
}

// elements gives fields, parts and the elements of parts, each once.
func (s *scan) elements(of *shape) []*shape {
	found := slices.Clone(of.parts)
	for _, name := range sortedKeys(of.fields) {
		found = append(found, of.fields[name])
	}
	for _, part := range of.parts {
		found = append(found, s.element(part))
	}
	seen := map[*shape]bool{}
	return slices.DeleteFunc(found, func(each *shape) bool {
		isDouble := seen[each]
		seen[each] = true
		return isDouble
	})
}

func union(shapes ...*shape) *shape {
	found := &shape{}
	for _, each := range shapes {
		if each != nil {
			found.parts = append(found.parts, each)
		}
	}
	return found
}

// consume notes that all of a value is used.
func (s *scan) consume(of *shape) {
	open := []*shape{of}
	for len(open) > 0 {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		if at == nil || s.consumed[at] {
			continue
		}
		s.consumed[at] = true
		for _, from := range at.origins {
			s.note(from)
		}
		open = append(open, at.parts...)
		for _, field := range at.fields {
			open = append(open, field)
		}
	}
}

// mention notes attributes, but not whole resources: how many there are is
// known without any attribute.
func (s *scan) mention(of *shape) {
	s.flat(of, func(part *shape) bool {
		for _, from := range part.origins {
			if from.path != "" {
				s.note(from)
			}
		}
		return false
	})
}

func (s *scan) note(from origin) {
	if s.module.Resources[from.key] == nil {
		return
	}
	if s.found[from.key] == nil {
		s.found[from.key] = map[string]bool{}
	}
	if from.path == "" {
		from.path = Everything
	}
	s.found[from.key][from.path] = true
}

// scope holds the names that for expressions and dynamic blocks bring.
type scope struct {
	outer *scope
	name  string
	value *shape
}

func (s *scope) with(name string, value *shape) *scope { return &scope{s, name, value} }

func (s *scope) find(name string) (*shape, bool) {
	for at := s; at != nil; at = at.outer {
		if at.name == name {
			return at.value, true
		}
	}
	return nil, false
}
