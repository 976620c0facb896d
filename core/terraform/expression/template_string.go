package expression

import (
	"errors"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/text"
)

// templateText is what places in the template of templatestring call its file.
const templateText = "<templatestring argument>"

// templateString is templatestring(reference, vars); templates may call the
// functions in within.
func templateString(cache *Cache, within map[string]function.Function) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{
			{Name: "template", Type: referenceType},
			{Name: "vars", Type: cty.DynamicPseudoType, AllowMarked: true, AllowUnknown: true, AllowDynamicType: true},
		},
		Type: function.StaticReturnType(cty.String),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			template, err := referenceOf(args[0])
			if err != nil {
				return cty.NilVal, function.NewArgError(0, err)
			}
			result, err := RenderText(template.value, args[1], within, cache)
			if failed := (TemplateError{}); errors.As(err, &failed) {
				return cty.NilVal, failed.At(template.where)
			}
			if err != nil {
				return cty.NilVal, err
			}
			if result, err = convert.Convert(result, cty.String); err != nil {
				return cty.NilVal, errors.New("invalid template result: " + err.Error())
			}
			return result, nil
		},
	})
}

var errNoText = errors.New("invalid template value: a string is required")

// RenderText renders a text that was made elsewhere as a template. Places in
// its result and its errors are those that the text itself comes from.
func RenderText(template, vars cty.Value, functions map[string]function.Function, cache *Cache) (cty.Value, error) {
	bare, marks := text.With(template, nil).Unmark()
	if bare.IsKnown() && !isText(bare) {
		return cty.NilVal, errNoText
	}
	if !bare.IsKnown() {
		return cty.UnknownVal(cty.String).WithMarks(marks), nil
	}
	source := text.Splice(template, text.Run{})
	parsed, diags := cache.Template(bare.AsString(), templateText)
	if diags.HasErrors() {
		return cty.NilVal, TemplateError{traced(diags, source)}
	}
	result, err := Render(parsed, vars, functions)
	if failed := (TemplateError{}); errors.As(err, &failed) {
		return cty.NilVal, TemplateError{traced(failed.Diagnostics, source)}
	}
	if err != nil {
		return cty.NilVal, err
	}
	if m := text.Of(result); m != nil {
		result = text.With(result, m.Through(templateText, orNowhere(source, bare.AsString())))
	}
	return result.WithMarks(marks), nil
}

// orNowhere is the map of a text of which nobody knows where it comes from.
func orNowhere(m *text.Map, said string) *text.Map {
	if m != nil {
		return m
	}
	var b text.Builder
	b.AddAs(said, text.Run{})
	return b.Map()
}

// traced moves diagnostics from the text of a template to its source. What has
// no place there has none at all.
func traced(diags hcl.Diagnostics, source *text.Map) hcl.Diagnostics {
	moved := make(hcl.Diagnostics, len(diags))
	for index, diag := range diags {
		one := *diag
		one.Context = nil
		if one.Subject != nil && one.Subject.Filename == templateText {
			one.Subject = tracedRange(*PlaceOf(diag), source)
			if problem, found := hcl.DiagnosticExtra[Problem](diag); found {
				problem.Place = nil
				one.Extra = problem
			}
		}
		moved[index] = &one
	}
	return moved
}

func tracedRange(where hcl.Range, source *text.Map) *hcl.Range {
	if source == nil {
		return nil
	}
	if place, known := source.Trace(where); known {
		return &place
	}
	return nil
}
