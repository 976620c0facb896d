package module

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
)

// quotedTypes are the types of Terraform 0.11, and what they are today.
var quotedTypes = map[string]struct {
	kind cty.Type
	text string
}{
	"string": {cty.String, "string"},
	"list":   {cty.List(cty.DynamicPseudoType), "list(any)"},
	"map":    {cty.Map(cty.DynamicPseudoType), "map(any)"},
}

// constrain reads the type of a variable.
// https://developer.hashicorp.com/terraform/language/expressions/type-constraints
func (r *reader) constrain(variable *Variable, expr hcl.Expression) {
	if quoted, ok := literalText(expr); ok {
		r.constrainQuoted(variable, quoted, expr.Range())
		return
	}
	keyword := hcl.ExprAsKeyword(expr)
	if keyword == "list" || keyword == "map" {
		variable.Type, variable.TypeText = quotedTypes[keyword].kind, quotedTypes[keyword].text
		return
	}
	kind, defaults, problems := typeexpr.TypeConstraintWithDefaults(expr)
	r.report(problems)
	if problems.HasErrors() {
		return
	}
	variable.Type, variable.Defaults = kind, defaults
	variable.TypeText = r.module.written(expr)
}

func (r *reader) constrainQuoted(variable *Variable, quoted string, at hcl.Range) {
	known, found := quotedTypes[quoted]
	if !found {
		r.refuse(terraform.Unsupported, at, "Write the type without quotes.", "The type %q of the variable %q stands in quotes.", quoted, variable.Name)
		return
	}
	variable.Type, variable.TypeText = known.kind, known.text
	r.warn(at, "Write "+known.text+" without quotes.", "The type %q of the variable %q stands in quotes, which Terraform refuses since 0.15.", quoted, variable.Name)
}

// written gives an expression as it stands in its file; of a JSON string, what
// is between the quotes.
func (m *Module) written(expr hcl.Expression) string {
	at := expr.Range()
	src := m.Sources[at.Filename]
	if at.Start.Byte < 0 || at.End.Byte > len(src) || at.Start.Byte > at.End.Byte {
		return ""
	}
	text := string(at.SliceBytes(src))
	if last := len(text) - 1; last > 0 && text[0] == '"' && text[last] == '"' {
		return text[1:last]
	}
	return text
}
