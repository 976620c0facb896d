package module

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"windtunnel/core/terraform"
)

// constant evaluates an argument that Terraform wants to know before anything
// else. It gives cty.NilVal, and says why, when that fails.
func (r *reader) constant(attribute *hcl.Attribute, want cty.Type) cty.Value {
	value, problems := evaluate(attribute.Expr)
	if problems.HasErrors() {
		r.report(problems)
		return cty.NilVal
	}
	value, err := convert.Convert(value, want)
	if err != nil || value.IsNull() || !value.IsKnown() {
		r.refuse(terraform.Unsupported, attribute.Expr.Range(), "Write the value out: it is needed before anything is evaluated.",
			"The argument %q needs a %s that is written out.", attribute.Name, want.FriendlyName())
		return cty.NilVal
	}
	return value
}

// evaluate gives the value of an expression without variables and functions.
func evaluate(expr hcl.Expression) (cty.Value, hcl.Diagnostics) {
	if repeats(expr) {
		return cty.DynamicVal, nil
	}
	return expr.Value(nil)
}

// repeats tells of for expressions and splats, which, nested, take any time.
func repeats(expr hcl.Expression) bool {
	native, ok := expr.(hclsyntax.Node)
	found := false
	if ok {
		_ = hclsyntax.VisitAll(native, func(node hclsyntax.Node) hcl.Diagnostics {
			switch node.(type) {
			case *hclsyntax.ForExpr, *hclsyntax.SplatExpr:
				found = true
			}
			return nil
		})
	}
	return found
}

// text gives a constant text, empty when the argument is not set or wrong.
func (r *reader) text(attribute *hcl.Attribute) string {
	if said := r.optionalText(attribute); said != nil {
		return *said
	}
	return ""
}

func (r *reader) optionalText(attribute *hcl.Attribute) *string {
	if attribute == nil {
		return nil
	}
	value := r.constant(attribute, cty.String)
	if value == cty.NilVal {
		return nil
	}
	said := value.AsString()
	return &said
}

// flag gives a constant boolean.
func (r *reader) flag(attribute *hcl.Attribute, otherwise bool) bool {
	if attribute == nil {
		return otherwise
	}
	value := r.constant(attribute, cty.Bool)
	if value == cty.NilVal {
		return otherwise
	}
	return value.True()
}

func expressionOf(attribute *hcl.Attribute) hcl.Expression {
	if attribute == nil {
		return nil
	}
	return attribute.Expr
}
