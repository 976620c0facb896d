package functions

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

var numeric = map[string]function.Function{
	"abs":      stdlib.AbsoluteFunc,
	"ceil":     stdlib.CeilFunc,
	"floor":    stdlib.FloorFunc,
	"log":      stdlib.LogFunc,
	"max":      stdlib.MaxFunc,
	"min":      stdlib.MinFunc,
	"parseint": stdlib.ParseIntFunc,
	"pow":      stdlib.PowFunc,
	"signum":   stdlib.SignumFunc,
	"sum":      sum,
}

var sum = function.New(&function.Spec{
	Params:       []function.Parameter{{Name: "list", Type: cty.DynamicPseudoType, AllowUnknown: true}},
	Type:         function.StaticReturnType(cty.DynamicPseudoType),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if err := checkAddends(args[0]); err != nil {
			return cty.NilVal, function.NewArgError(0, err)
		}
		if !args[0].IsWhollyKnown() {
			return cty.UnknownVal(cty.Number), nil
		}
		total := cty.Zero
		for _, element := range args[0].AsValueSlice() {
			addend, err := convert.Convert(element, cty.Number)
			if err != nil || addend.IsNull() {
				return cty.NilVal, function.NewArgError(0, errAddends)
			}
			total = total.Add(addend)
		}
		return total, nil
	},
})

var errAddends = errors.New("argument must be list, set, or tuple of number values")

func checkAddends(list cty.Value) error {
	kind := list.Type()
	switch {
	case !list.IsKnown():
		return nil
	case !list.CanIterateElements():
		return errors.New("cannot sum noniterable")
	case list.LengthInt() == 0:
		return errors.New("cannot sum an empty list")
	case !kind.IsListType() && !kind.IsSetType() && !kind.IsTupleType():
		return errors.New("argument must be list, set, or tuple. Received " + kind.FriendlyName())
	}
	return nil
}
