package expression

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// JSON gives an expression of a JSON file whose loops have an end, as those of
// other files that are wrapped. HCL reads the texts of JSON whenever they are
// evaluated, where nothing can be put in between.
func JSON(expr hcl.Expression) hcl.Expression {
	if _, isNative := expr.(hclsyntax.Expression); isNative || expr == nil {
		return expr
	}
	raw, _ := expr.Value(nil)
	if !mayLoop(raw) {
		return expr
	}
	return jsonExpression{expr}
}

// mayLoop looks for the words and marks of loops in all texts.
func mayLoop(raw cty.Value) bool {
	found := false
	_ = cty.Walk(raw, func(_ cty.Path, part cty.Value) (bool, error) {
		if isText(part) && (strings.Contains(part.AsString(), "for") || strings.Contains(part.AsString(), "*")) {
			found = true
		}
		return !found, nil
	})
	return found
}

type jsonExpression struct{ hcl.Expression }

// UnwrapExpression lets HCL look at the form of the expression.
func (j jsonExpression) UnwrapExpression() hcl.Expression { return j.Expression }

func (j jsonExpression) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	raw, _ := j.Expression.Value(nil)
	switch {
	case ctx == nil:
		return raw, nil
	case isText(raw):
		return j.text(raw.AsString(), ctx)
	case raw.Type().IsTupleType():
		return j.list(ctx)
	}
	return j.object(ctx)
}

func (j jsonExpression) text(said string, ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	start := j.Range().Start
	start.Byte, start.Column = start.Byte+1, start.Column+1
	parsed, diags := hclsyntax.ParseTemplate([]byte(said), j.Range().Filename, start)
	if diags.HasErrors() {
		return cty.DynamicVal, diags
	}
	value, more := Wrap(parsed, nil).Value(ctx)
	return value, append(diags, more...)
}

func (j jsonExpression) list(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	parts, diags := hcl.ExprList(j.Expression)
	values := make([]cty.Value, 0, len(parts))
	for _, part := range parts {
		value, more := JSON(part).Value(ctx)
		values, diags = append(values, value), append(diags, more...)
	}
	return cty.TupleVal(values), diags
}

func (j jsonExpression) object(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	pairs, diags := hcl.ExprMap(j.Expression)
	if diags.HasErrors() {
		return j.Expression.Value(ctx)
	}
	members := map[string]cty.Value{}
	for _, pair := range pairs {
		key, more := JSON(pair.Key).Value(ctx)
		value, evenMore := JSON(pair.Value).Value(ctx)
		diags = append(append(diags, more...), evenMore...)
		name, _ := key.Unmark()
		if !isText(name) {
			return cty.DynamicVal, diags
		}
		members[name.AsString()] = value
	}
	return cty.ObjectVal(members), diags
}
