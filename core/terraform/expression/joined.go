package expression

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/text"
)

// prefixLength is how much of a partly unknown text HCL lets others know.
const prefixLength = 128

// value gives the joined text, unknown when a part is.
func (j *joined) value() (cty.Value, hcl.Diagnostics) {
	if err := j.builder.Err(); err != nil {
		j.diags = append(j.diags, errorAt(j.where, Problem{Code: terraform.Limit}, "Text too long", sentence(err)))
		return cty.UnknownVal(cty.String).RefineNotNull().WithMarks(j.marks), j.diags
	}
	if j.isUnknown || j.diags.HasErrors() {
		return j.unknown().WithMarks(j.marks), j.diags
	}
	m := j.builder.Map()
	value := cty.StringVal(m.Text)
	return value.WithMarks(j.marks).Mark(describing(value.AsString(), m, j.where)), j.diags
}

func (j *joined) unknown() cty.Value {
	value := cty.UnknownVal(cty.String)
	if j.prefix != "" && !j.diags.HasErrors() {
		value = value.Refine().StringPrefix(j.prefix[:min(len(j.prefix), prefixLength)]).NewValue()
	}
	return value.RefineNotNull()
}

// describing gives m unless Unicode normalisation, which cty does with every
// string, changed what it describes: then all of it is the value at where.
func describing(said string, m *text.Map, where hcl.Range) *text.Map {
	if said == m.Text {
		return m
	}
	secret := false
	var placeholders []string
	for _, run := range m.Runs {
		secret = secret || run.Secret
		placeholders = append(placeholders, run.Placeholders...)
	}
	var whole text.Builder
	whole.AddAs(said, text.ValueOf(where, secret, placeholders))
	return whole.Map()
}

func sentence(err error) string {
	return "The text is not made: " + err.Error() + "."
}
