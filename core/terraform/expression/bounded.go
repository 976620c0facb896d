package expression

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/functions"
)

// visited is a collection that a loop goes through: what loops within loops do
// has an end.
type visited struct{ hclsyntax.Expression }

func (v visited) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	value, diags := v.Expression.Value(ctx)
	isSpent, err := functions.BudgetOf(ctx).Visit(value)
	return unlessSpent(value, diags, v.Range(), isSpent, err)
}

// compared is a value that an operator may look at all of.
type compared struct{ hclsyntax.Expression }

func (c compared) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	value, diags := c.Expression.Value(ctx)
	isSpent, err := functions.BudgetOf(ctx).Weigh(value)
	return unlessSpent(value, diags, c.Range(), isSpent, err)
}

func unlessSpent(value cty.Value, diags hcl.Diagnostics, where hcl.Range, isSpent bool, err error) (cty.Value, hcl.Diagnostics) {
	switch {
	case err != nil:
		return cty.DynamicVal, append(diags, tooMuch(where, err))
	case isSpent:
		return cty.DynamicVal, diags
	}
	return value, diags
}

// calculated is an operation whose result may be a number too large to be
// written out.
type calculated struct{ *hclsyntax.BinaryOpExpr }

func (c calculated) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	value, diags := c.BinaryOpExpr.Value(ctx)
	if bare, _ := value.Unmark(); bare.Type() != cty.Number {
		return value, diags
	}
	if err := functions.CheckValue(value); err != nil {
		return cty.UnknownVal(cty.Number), append(diags, tooMuch(c.Range(), err))
	}
	return value, diags
}

// called is a call of a function. Whoever calls one looks at all arguments, so
// that ends, too.
type called struct{ *hclsyntax.FunctionCallExpr }

func (c called) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	if functions.BudgetOf(ctx).IsSpent() {
		return cty.DynamicVal, nil
	}
	return c.FunctionCallExpr.Value(ctx)
}

func tooMuch(where hcl.Range, err error) *hcl.Diagnostic {
	return errorAt(where, Problem{Code: terraform.Limit}, "Too much to evaluate", err.Error()+".")
}

// visible keeps a reference that a type of ours embeds visible to
// hclsyntax.Walk, which knows nodes by their type.
func visible(expr hclsyntax.Expression) hclsyntax.Expression {
	if _, isReference := expr.(*hclsyntax.ScopeTraversalExpr); !isReference {
		return expr
	}
	return &hclsyntax.ParenthesesExpr{Expression: expr, SrcRange: expr.Range()}
}

func (w wrapper) visit(expr hclsyntax.Expression) hclsyntax.Expression {
	return visited{visible(w.wrap(expr))}
}

// operation wraps operands that are compared, and results that may grow.
func (w wrapper) operation(e *hclsyntax.BinaryOpExpr) hclsyntax.Expression {
	e.LHS, e.RHS = w.wrap(e.LHS), w.wrap(e.RHS)
	switch e.Op {
	case hclsyntax.OpEqual, hclsyntax.OpNotEqual:
		e.LHS, e.RHS = compared{visible(e.LHS)}, compared{visible(e.RHS)}
		return e
	case hclsyntax.OpAdd, hclsyntax.OpSubtract, hclsyntax.OpMultiply, hclsyntax.OpDivide:
		return calculated{e}
	}
	return e
}
