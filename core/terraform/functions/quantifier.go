package functions

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// allTrue does not look beyond the first value that is not known, unlike
// anyTrue; null counts as false in both.
var allTrue = quantifier(func(elements []cty.Value) cty.Value {
	for _, element := range elements {
		if !element.IsKnown() {
			return cty.UnknownVal(cty.Bool)
		}
		if element.IsNull() || element.False() {
			return cty.False
		}
	}
	return cty.True
})

var anyTrue = quantifier(func(elements []cty.Value) cty.Value {
	result := cty.False
	for _, element := range elements {
		if !element.IsKnown() {
			result = cty.UnknownVal(cty.Bool)
		} else if !element.IsNull() && element.True() {
			return cty.True
		}
	}
	return result
})

func quantifier(decide func([]cty.Value) cty.Value) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{parameter("list", cty.List(cty.Bool))},
		Type:         function.StaticReturnType(cty.Bool),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return decide(args[0].AsValueSlice()), nil
		},
	})
}
