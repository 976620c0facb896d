package expression

import (
	"bytes"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// WrapBody replaces the templates in all expressions of a body, blocks
// included; src is what the body was parsed from, from its first byte.
func WrapBody(body *hclsyntax.Body, src []byte) {
	for _, attribute := range body.Attributes {
		attribute.Expr = Wrap(attribute.Expr, src)
	}
	for _, block := range body.Blocks {
		WrapBody(block.Body, src)
	}
}

// Wrap replaces the templates in an expression and gives what stands for it.
// All but the outermost expression is changed in place.
func Wrap(expr hclsyntax.Expression, src []byte) hclsyntax.Expression {
	return wrapper{src}.wrap(expr)
}

// Unwrap gives the expression as it was parsed, for who looks at its form. Only
// the outermost one: its operands may be wrapped in turn.
func Unwrap(expr hclsyntax.Expression) hclsyntax.Expression {
	switch expr := expr.(type) {
	case *template:
		return expr.TemplateExpr
	case *templateJoin:
		return expr.TemplateJoinExpr
	case unmapped:
		return Unwrap(expr.Expression)
	case calculated:
		return expr.BinaryOpExpr
	case called:
		return expr.FunctionCallExpr
	}
	return expr
}

type wrapper struct{ src []byte }

func (w wrapper) wrap(expr hclsyntax.Expression) hclsyntax.Expression {
	switch e := expr.(type) {
	case *hclsyntax.TemplateExpr:
		return w.template(e, false)
	case *hclsyntax.TemplateJoinExpr:
		return w.templateJoin(e)
	case *hclsyntax.TemplateWrapExpr:
		e.Wrapped = w.wrap(e.Wrapped)
	case *hclsyntax.ParenthesesExpr:
		e.Expression = w.wrap(e.Expression)
	case *hclsyntax.RelativeTraversalExpr:
		e.Source = w.wrap(e.Source)
	case *hclsyntax.FunctionCallExpr:
		return w.arguments(e)
	case *hclsyntax.ConditionalExpr:
		w.conditional(e)
	case *hclsyntax.IndexExpr:
		e.Collection, e.Key = w.wrap(e.Collection), w.aside(e.Key)
	case *hclsyntax.TupleConsExpr:
		w.wrapAll(e.Exprs)
	case *hclsyntax.ObjectConsExpr:
		w.object(e)
	case *hclsyntax.ObjectConsKeyExpr:
		w.key(e)
	case *hclsyntax.ForExpr:
		w.forLoop(e)
	case *hclsyntax.SplatExpr:
		e.Source, e.Each = w.visit(e.Source), w.wrap(e.Each)
	case *hclsyntax.BinaryOpExpr:
		return w.operation(e)
	case *hclsyntax.UnaryOpExpr:
		e.Val = w.wrap(e.Val)
	}
	return expr
}

func (w wrapper) wrapAll(exprs []hclsyntax.Expression) {
	for index, expr := range exprs {
		exprs[index] = w.wrap(expr)
	}
}

func (w wrapper) conditional(e *hclsyntax.ConditionalExpr) {
	e.Condition = w.aside(e.Condition)
	if !w.isDirective(e.SrcRange) {
		e.TrueResult, e.FalseResult = w.wrap(e.TrueResult), w.wrap(e.FalseResult)
		return
	}
	e.TrueResult, e.FalseResult = w.branch(e.TrueResult), w.branch(e.FalseResult)
}

func (w wrapper) object(e *hclsyntax.ObjectConsExpr) {
	for index, item := range e.Items {
		e.Items[index].KeyExpr = w.wrap(item.KeyExpr)
		e.Items[index].ValueExpr = w.wrap(item.ValueExpr)
	}
}

func (w wrapper) forLoop(e *hclsyntax.ForExpr) {
	e.CollExpr, e.ValExpr = w.visit(e.CollExpr), w.wrap(e.ValExpr)
	if e.KeyExpr != nil {
		e.KeyExpr = w.aside(e.KeyExpr)
	}
	if e.CondExpr != nil {
		e.CondExpr = w.aside(e.CondExpr)
	}
}

// branch wraps what stands between directives: a template by itself, whose
// text is part of the template around it.
func (w wrapper) branch(expr hclsyntax.Expression) hclsyntax.Expression {
	if inner, ok := expr.(*hclsyntax.TemplateExpr); ok {
		return w.template(inner, true)
	}
	return w.wrap(expr)
}

func (w wrapper) isDirective(where hcl.Range) bool {
	return where.Start.Byte >= 0 && where.Start.Byte < len(w.src) &&
		bytes.HasPrefix(w.src[where.Start.Byte:], []byte("%{"))
}
