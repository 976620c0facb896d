package functions

import (
	"strconv"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// conversionTo makes tolist and the like. Unlike go-cty's own they leave the
// marks of elements with the elements.
func conversionTo(wanted cty.Type) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{
			Name: "v", Type: cty.DynamicPseudoType, AllowNull: true, AllowDynamicType: true, AllowMarked: true,
		}},
		Type: func(args []cty.Value) (cty.Type, error) {
			given := args[0].Type()
			if !given.Equals(wanted) && convert.GetConversionUnsafe(given, wanted) == nil {
				return cty.NilType, noConversion(given, wanted)
			}
			return wanted, nil
		},
		Impl: func(args []cty.Value, kind cty.Type) (cty.Value, error) {
			converted, err := convert.Convert(args[0], kind)
			if err != nil {
				return cty.NilVal, failedConversion(args[0], wanted)
			}
			return converted, nil
		},
	})
}

func noConversion(given, wanted cty.Type) error {
	return function.NewArgErrorf(0, "cannot convert %s to %s", given.FriendlyName(), wanted.FriendlyNameForConstraint())
}

// failedConversion is about a value whose type would convert: a text that is
// no number, say.
func failedConversion(value cty.Value, wanted cty.Type) error {
	bare, marks := value.UnmarkDeep()
	if hasSensitive(marks) || isSecret(marks) {
		return function.NewArgErrorf(0, "cannot convert this sensitive %s to %s", bare.Type().FriendlyName(), wanted.FriendlyNameForConstraint())
	}
	if bare.Type() != cty.String || bare.IsNull() {
		return noConversion(bare.Type(), wanted)
	}
	said := strconv.Quote(bare.AsString())
	switch wanted {
	case cty.Bool:
		return function.NewArgErrorf(0, `cannot convert %s to bool; only the strings "true" or "false" are allowed`, said)
	case cty.Number:
		return function.NewArgErrorf(0, `cannot convert %s to number; given string must be a decimal representation of a number`, said)
	}
	return noConversion(bare.Type(), wanted)
}
