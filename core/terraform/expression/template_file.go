package expression

import (
	"errors"
	"unicode/utf8"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/text"
)

// templateFile is templatefile(path, vars); templates may call the functions
// in within. readError gives Terraform's words
// for a file that cannot be read.
func templateFile(texts fileTexts, within map[string]function.Function, readError func(path cty.Value, err error) error) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{
			{Name: "path", Type: cty.String, AllowMarked: true},
			{Name: "vars", Type: cty.DynamicPseudoType, AllowMarked: true, AllowUnknown: true, AllowDynamicType: true},
		},
		Type: function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			path, marks := text.With(args[0], nil).Unmark()
			content, place, err := texts.read(path.AsString())
			if err == nil && !utf8.ValidString(content) {
				err = errors.New("the file is not valid UTF-8")
			}
			if err != nil {
				return cty.NilVal, readError(path, err)
			}
			parsed, diags := texts.cache.Template(content, place)
			if diags.HasErrors() {
				return cty.NilVal, TemplateError{diags}
			}
			result, err := Render(parsed, args[1], within)
			if err != nil {
				return cty.NilVal, err
			}
			return result.WithMarks(marks), nil
		},
	})
}
