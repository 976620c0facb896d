package module

import "github.com/hashicorp/hcl/v2/hclsyntax"

// transparent functions give elements of their arguments, or these as they
// are: which of them, -1 all. What is not named is used up.
var transparent = map[string]int{
	"element": 0, "one": 0, "values": 0, "flatten": 0, "distinct": 0, "reverse": 0, "slice": 0, "sort": 0,
	"compact": 0, "tolist": 0, "toset": 0, "tomap": 0, "chunklist": 0, "matchkeys": 0, "lookup": 0,
	"sensitive": 0, "nonsensitive": 0, "ephemeralasnull": 0, "setsubtract": 0, "zipmap": 1,
	"try": -1, "coalesce": -1, "coalescelist": -1, "concat": -1, "merge": -1, "list": -1, "tuple": -1,
	"setunion": -1, "setintersection": -1, "setproduct": -1,
}

// counting functions need to know no attribute of a whole resource.
var counting = map[string]bool{"length": true, "keys": true}

func (s *scan) function(e *hclsyntax.FunctionCallExpr, inside *scope) *shape {
	which, isTransparent := transparent[e.Name]
	found := &shape{}
	for index, argument := range e.Args {
		value := s.shapeOf(argument, inside)
		switch {
		case isTransparent && (which == -1 || which == index || e.Name == "lookup" && index == 2):
			found.parts = append(found.parts, s.passed(e.Name, value))
		case counting[e.Name]:
			s.mention(value)
		default:
			s.consume(value)
		}
	}
	return found
}

// keepsFields are functions whose result has the fields of the argument.
var keepsFields = map[string]bool{
	"merge": true, "try": true, "coalesce": true, "sensitive": true, "nonsensitive": true, "tomap": true,
}

func (s *scan) passed(function string, value *shape) *shape {
	if keepsFields[function] {
		return value
	}
	return union(value, s.element(value))
}
