package expression

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// unmapped is an expression whose text does not become part of the result:
// keys and conditions would else hang their maps on all that depends on them.
type unmapped struct{ hclsyntax.Expression }

func (u unmapped) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	value, diags := u.Expression.Value(ctx)
	return text.With(value, nil), diags
}

// aside wraps an expression and takes the map off its value. The parentheses
// keep the expression visible to hclsyntax.Walk, which knows nodes by type.
func (w wrapper) aside(expr hclsyntax.Expression) hclsyntax.Expression {
	if _, isLiteral := expr.(*hclsyntax.LiteralValueExpr); isLiteral {
		return expr
	}
	inner := w.wrap(expr)
	return unmapped{&hclsyntax.ParenthesesExpr{Expression: inner, SrcRange: inner.Range()}}
}

// key leaves names and references as they are: HCL tells by their type
// whether they are a literal key.
func (w wrapper) key(e *hclsyntax.ObjectConsKeyExpr) {
	switch inner := e.Wrapped.(type) {
	case *hclsyntax.ScopeTraversalExpr, *hclsyntax.RelativeTraversalExpr, *hclsyntax.IndexExpr:
		e.Wrapped = w.wrap(inner)
	case *hclsyntax.TemplateExpr:
		if !inner.IsStringLiteral() {
			e.Wrapped = w.aside(inner)
		}
	default:
		e.Wrapped = w.aside(inner)
	}
}
