package functions

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/text"
)

// coalesce passes over null and over empty texts. The result is sensitive when
// any argument is; all other marks are those of the argument that it is.
var coalesce = function.New(&function.Spec{
	VarParam: &function.Parameter{
		Name: "vals", Type: cty.DynamicPseudoType,
		AllowUnknown: true, AllowDynamicType: true, AllowNull: true, AllowMarked: true,
	},
	Type: func(args []cty.Value) (cty.Type, error) {
		kinds := make([]cty.Type, len(args))
		for i, arg := range args {
			kinds[i] = arg.Type()
		}
		kind, _ := convert.UnifyUnsafe(kinds)
		if kind == cty.NilType {
			return cty.NilType, errors.New("all arguments must have the same type")
		}
		return kind, nil
	},
	RefineResult: notNull,
	Impl: func(args []cty.Value, kind cty.Type) (cty.Value, error) {
		chosen, err := firstWithContent(args, kind)
		if err == nil && anySensitive(args) {
			chosen = chosen.Mark(text.Sensitive{})
		}
		return chosen, err
	},
})

func firstWithContent(args []cty.Value, kind cty.Type) (cty.Value, error) {
	for _, arg := range args {
		converted, err := convert.Convert(arg, kind)
		if err != nil {
			return cty.NilVal, err
		}
		bare, marks := converted.Unmark()
		if !bare.IsKnown() {
			return cty.UnknownVal(kind).WithMarks(marks), nil
		}
		if bare.IsNull() || kind == cty.String && bare.AsString() == "" {
			continue
		}
		return converted, nil
	}
	return cty.NilVal, errors.New("no non-null, non-empty-string arguments")
}

func anySensitive(values []cty.Value) bool {
	for _, value := range values {
		if _, marks := value.UnmarkDeep(); hasSensitive(marks) {
			return true
		}
	}
	return false
}

func hasSensitive(marks cty.ValueMarks) bool {
	_, is := marks[text.Sensitive{}]
	return is
}
