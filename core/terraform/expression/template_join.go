package expression

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// templateJoin is the text of a %{ for } directive.
type templateJoin struct{ *hclsyntax.TemplateJoinExpr }

func (w wrapper) templateJoin(e *hclsyntax.TemplateJoinExpr) hclsyntax.Expression {
	loop, ok := e.Tuple.(*hclsyntax.ForExpr)
	if !ok {
		e.Tuple = w.wrap(e.Tuple)
		return e
	}
	loop.CollExpr, loop.ValExpr = w.visit(loop.CollExpr), w.branch(loop.ValExpr)
	return &templateJoin{e}
}

// Value joins the turns of the loop.
func (t *templateJoin) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	turns, diags := t.Tuple.Value(ctx)
	turns, marks := turns.Unmark()
	result := joined{where: t.Range(), diags: diags}
	result.mark(marks)
	if turns.IsNull() || !turns.IsKnown() || !turns.Type().IsTupleType() {
		return cty.UnknownVal(cty.String).WithMarks(result.marks), diags
	}
	for it := turns.ElementIterator(); it.Next(); {
		_, turn := it.Element()
		result.add(turn, t, true)
	}
	return result.value()
}
