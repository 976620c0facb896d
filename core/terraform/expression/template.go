package expression

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/text"
)

// template is a template expression whose value knows where it comes from.
type template struct {
	*hclsyntax.TemplateExpr
	// parts goes along with TemplateExpr.Parts.
	parts []part
}

// part is one of the pieces that a template joins.
type part struct {
	// said and runs are a literal's; without runs the part is evaluated.
	said string
	runs []text.Run
	// isDirective: the value is the text between %{ } marks, not something
	// interpolated, so its map is always wanted.
	isDirective bool
}

// template wraps a template. A single literal on one line stays as it is
// unless always: marks on every short string would be in everybody's way.
func (w wrapper) template(e *hclsyntax.TemplateExpr, always bool) hclsyntax.Expression {
	if literal, ok := singleLiteral(e); ok && !always && !strings.Contains(literal, "\n") {
		return e
	}
	wrapped := &template{TemplateExpr: e, parts: make([]part, len(e.Parts))}
	for index, inner := range e.Parts {
		literal, said, isLiteral := literalText(inner)
		if isLiteral {
			wrapped.parts[index] = part{said: said, runs: alignLiteral(said, literal.SrcRange, w.src)}
			continue
		}
		wrapped.parts[index].isDirective = w.isDirective(inner.Range())
		e.Parts[index] = w.wrap(inner)
	}
	return wrapped
}

func singleLiteral(e *hclsyntax.TemplateExpr) (string, bool) {
	if len(e.Parts) != 1 {
		return "", false
	}
	_, said, ok := literalText(e.Parts[0])
	return said, ok
}

// literalText tells what stands in the template from ${5} and ${true}, which
// HCL parses to the same kind of expression.
func literalText(expr hclsyntax.Expression) (*hclsyntax.LiteralValueExpr, string, bool) {
	literal, ok := expr.(*hclsyntax.LiteralValueExpr)
	if !ok || !literal.Val.Type().Equals(cty.String) || literal.Val.IsNull() || !literal.Val.IsKnown() {
		return nil, "", false
	}
	return literal, literal.Val.AsString(), true
}

// Value joins the parts as HCL does, and their maps with them.
func (t *template) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	result := joined{where: t.SrcRange}
	for index, inner := range t.Parts {
		piece := t.parts[index]
		if len(piece.runs) > 0 || piece.said != "" {
			result.builder.Add(piece.said, piece.runs...)
			continue
		}
		value, diags := inner.Value(ctx)
		result.diags = append(result.diags, diags...)
		result.add(value, inner, piece.isDirective)
	}
	return result.value()
}

// joined collects what the parts of one template gave.
type joined struct {
	where     hcl.Range
	builder   text.Builder
	diags     hcl.Diagnostics
	marks     cty.ValueMarks
	isUnknown bool
	// prefix is the text before the first unknown part.
	prefix string
}

func (j *joined) add(value cty.Value, from hclsyntax.Expression, isDirective bool) {
	if value.IsNull() {
		j.refuse(from, terraform.NullInTemplate, "The expression result is null. Cannot include a null value in a string template.")
		return
	}
	bare, marks := value.Unmark()
	j.mark(marks)
	if !bare.IsKnown() {
		j.setUnknown()
		return
	}
	said, err := convert.Convert(bare, cty.String)
	if err != nil {
		j.refuse(from, terraform.WrongType, fmt.Sprintf("Cannot include the given value in a string template: %s.", err))
		return
	}
	j.append(said.AsString(), value, marks, from.Range(), isDirective)
}

// append puts a value into the text: with its own runs when it has lines of
// its own, else as the value of the expression that interpolates it.
func (j *joined) append(said string, value cty.Value, marks cty.ValueMarks, where hcl.Range, isDirective bool) {
	secret, placeholders := text.TraitsOf(marks)
	run := text.ValueOf(where, secret, placeholders)
	if isDirective || strings.Contains(said, "\n") {
		if m := text.Splice(value, run); m != nil {
			j.builder.AddMap(m)
			return
		}
	}
	j.builder.AddAs(said, run)
}

func (j *joined) mark(marks cty.ValueMarks) {
	for mark := range marks {
		if _, isMap := mark.(*text.Map); isMap {
			continue
		}
		if j.marks == nil {
			j.marks = cty.ValueMarks{}
		}
		j.marks[mark] = struct{}{}
	}
}

func (j *joined) setUnknown() {
	if !j.isUnknown {
		j.isUnknown, j.prefix = true, j.builder.Text()
	}
}

func (j *joined) refuse(from hclsyntax.Expression, code terraform.Code, detail string) {
	j.diags = append(j.diags, errorAt(from.Range(), Problem{Code: code}, "Invalid template interpolation value", detail))
}
