package module

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// use reads an expression whose value is wanted, all of it.
func (s *scan) use(expr hcl.Expression, inside *scope) { s.consume(s.shapeOf(expr, inside)) }

// shapeOf reads an expression and gives what its value may hold of resources.
// The depth of expressions is bounded by the parser.
func (s *scan) shapeOf(expr hcl.Expression, inside *scope) *shape {
	if s.steps++; s.isOver() {
		return nil
	}
	s.depth++
	defer func() { s.depth-- }()
	switch e := expr.(type) {
	case nil:
		return nil
	case *hclsyntax.ScopeTraversalExpr:
		return s.traversal(e.Traversal, inside)
	case *hclsyntax.RelativeTraversalExpr:
		return s.follow(s.shapeOf(e.Source, inside), e.Traversal)
	case *hclsyntax.IndexExpr:
		return s.indexed(e, inside)
	case *hclsyntax.SplatExpr:
		return s.shapeOf(e.Each, inside.with(anonymous, s.element(s.shapeOf(e.Source, inside))))
	case *hclsyntax.AnonSymbolExpr:
		item, _ := inside.find(anonymous)
		return item
	case *hclsyntax.ForExpr:
		return s.loop(e, inside)
	case *hclsyntax.FunctionCallExpr:
		return s.function(e, inside)
	}
	return s.shapeOfComposite(expr, inside)
}

// anonymous is the name of what stands for the element in a splat.
const anonymous = "*"

func (s *scan) shapeOfComposite(expr hcl.Expression, inside *scope) *shape {
	switch e := expr.(type) {
	case *hclsyntax.ParenthesesExpr:
		return s.shapeOf(e.Expression, inside)
	case *hclsyntax.TemplateWrapExpr:
		return s.shapeOf(e.Wrapped, inside)
	case *hclsyntax.ObjectConsKeyExpr:
		return s.shapeOf(keyOfObject(e), inside)
	case *hclsyntax.ConditionalExpr:
		s.use(e.Condition, inside)
		return union(s.shapeOf(e.TrueResult, inside), s.shapeOf(e.FalseResult, inside))
	case *hclsyntax.TupleConsExpr:
		return s.all(e.Exprs, inside)
	case *hclsyntax.ObjectConsExpr:
		return s.object(e, inside)
	case *hclsyntax.TemplateExpr:
		s.consume(s.all(e.Parts, inside))
	case *hclsyntax.TemplateJoinExpr:
		s.use(e.Tuple, inside)
	case *hclsyntax.BinaryOpExpr:
		s.use(e.LHS, inside)
		s.use(e.RHS, inside)
	case *hclsyntax.UnaryOpExpr:
		s.use(e.Val, inside)
	case hclsyntax.Expression:
	default:
		// The strings of JSON files say what they name, and no more.
		for _, traversal := range expr.Variables() {
			s.consume(s.traversal(traversal, inside))
		}
	}
	return nil
}

// keyOfObject: a name before "=" is no reference.
func keyOfObject(key *hclsyntax.ObjectConsKeyExpr) hcl.Expression {
	if !key.ForceNonLiteral && hcl.ExprAsKeyword(key.Wrapped) != "" {
		return nil
	}
	return key.Wrapped
}

func (s *scan) indexed(e *hclsyntax.IndexExpr, inside *scope) *shape {
	s.use(e.Key, inside)
	collection := s.shapeOf(e.Collection, inside)
	if name, ok := literalText(e.Key); ok {
		return s.field(collection, name)
	}
	return s.element(collection)
}

func (s *scan) all(exprs []hclsyntax.Expression, inside *scope) *shape {
	found := &shape{}
	for _, each := range exprs {
		found.parts = append(found.parts, s.shapeOf(each, inside))
	}
	return found
}

func (s *scan) object(e *hclsyntax.ObjectConsExpr, inside *scope) *shape {
	found := &shape{fields: map[string]*shape{}}
	for _, item := range e.Items {
		s.use(item.KeyExpr, inside)
		value := s.shapeOf(item.ValueExpr, inside)
		if value == nil {
			continue
		}
		if name, ok := constantText(item.KeyExpr); ok {
			found.fields[name] = value
			continue
		}
		found.parts, found.isMap = append(found.parts, value), true
	}
	return found
}

func (s *scan) loop(e *hclsyntax.ForExpr, inside *scope) *shape {
	elements := s.shapeOf(e.CollExpr, inside)
	s.mention(elements)
	inner := inside.with(e.ValVar, s.element(elements))
	if e.KeyVar != "" {
		inner = inner.with(e.KeyVar, nil)
	}
	if e.KeyExpr != nil {
		s.use(e.KeyExpr, inner)
	}
	if e.CondExpr != nil {
		s.use(e.CondExpr, inner)
	}
	result := union(s.shapeOf(e.ValExpr, inner))
	result.isMap = e.KeyExpr != nil
	return result
}
