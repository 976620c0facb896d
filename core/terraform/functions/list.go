package functions

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

var index = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("list", cty.DynamicPseudoType), parameter("value", cty.DynamicPseudoType)},
	Type:         function.StaticReturnType(cty.Number),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if !args[0].Type().IsListType() && !args[0].Type().IsTupleType() {
			return cty.NilVal, errors.New("argument must be a list or tuple")
		}
		if args[0].LengthInt() == 0 {
			return cty.NilVal, errors.New("cannot search an empty list")
		}
		for i, element := range args[0].AsValueSlice() {
			same, err := stdlib.Equal(element, args[1])
			if err != nil {
				return cty.NilVal, err
			}
			if !same.IsKnown() {
				return cty.UnknownVal(cty.Number), nil
			}
			if same.True() {
				return cty.NumberIntVal(int64(i)), nil
			}
		}
		return cty.NilVal, errors.New("item not found")
	},
})

// contains refuses null, as Terraform 1.11 does: go-cty's own finds the result
// unknown, and what needs it would be left out in silence.
var contains = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("list", cty.DynamicPseudoType), parameter("value", cty.DynamicPseudoType)},
	Type:         function.StaticReturnType(cty.Bool),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		return stdlib.Contains(args[0], args[1])
	},
})

var matchKeys = function.New(&function.Spec{
	Params: []function.Parameter{
		parameter("values", cty.List(cty.DynamicPseudoType)),
		parameter("keys", cty.List(cty.DynamicPseudoType)),
		parameter("searchset", cty.List(cty.DynamicPseudoType)),
	},
	Type: func(args []cty.Value) (cty.Type, error) {
		if kind, _ := convert.UnifyUnsafe([]cty.Type{args[1].Type(), args[2].Type()}); kind == cty.NilType {
			return cty.NilType, errors.New("keys and searchset must be of the same type")
		}
		return args[0].Type(), nil
	},
	RefineResult: notNull,
	Impl: func(args []cty.Value, kind cty.Type) (cty.Value, error) {
		if !args[0].IsKnown() || !args[1].IsKnown() || !args[2].IsKnown() {
			return cty.UnknownVal(kind), nil
		}
		if args[0].LengthInt() != args[1].LengthInt() {
			return cty.NilVal, errors.New("length of keys and values should be equal")
		}
		return valuesAtKeys(args, kind)
	},
})

func valuesAtKeys(args []cty.Value, kind cty.Type) (cty.Value, error) {
	common, _ := convert.UnifyUnsafe([]cty.Type{args[1].Type(), args[2].Type()})
	keys, err := convert.Convert(args[1], common)
	if err != nil {
		return cty.NilVal, err
	}
	wanted, err := convert.Convert(args[2], common)
	if err != nil {
		return cty.NilVal, err
	}
	values, searched := args[0].AsValueSlice(), wanted.AsValueSlice()
	found := []cty.Value{}
	for i, key := range keys.AsValueSlice() {
		isIn, isUnknown := isAmong(key, searched)
		if isUnknown {
			return cty.UnknownVal(kind), nil
		}
		if isIn {
			found = append(found, values[i])
		}
	}
	if len(found) == 0 {
		return cty.ListValEmpty(kind.ElementType()), nil
	}
	return cty.ListVal(found), nil
}

func isAmong(key cty.Value, searched []cty.Value) (isIn, isUnknown bool) {
	for _, one := range searched {
		same := key.Equals(one)
		if same.IsKnown() && same.True() {
			return true, false
		}
		isUnknown = isUnknown || !same.IsKnown()
	}
	return false, isUnknown
}
