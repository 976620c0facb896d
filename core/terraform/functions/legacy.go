package functions

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// list and map ended with Terraform 0.12; modules for it are still in use.
// https://developer.hashicorp.com/terraform/language/functions/list
var legacy = map[string]function.Function{
	"list": function.New(&function.Spec{
		VarParam: &function.Parameter{
			Name: "vals", Type: cty.DynamicPseudoType, AllowUnknown: true, AllowDynamicType: true, AllowNull: true,
		},
		Type: func(args []cty.Value) (cty.Type, error) {
			kind, err := commonType(args, "all arguments must have the same type")
			return cty.List(kind), err
		},
		Impl: func(args []cty.Value, kind cty.Type) (cty.Value, error) {
			return convert.Convert(cty.TupleVal(args), kind)
		},
	}),
	"map": function.New(&function.Spec{
		VarParam: &function.Parameter{
			Name: "vals", Type: cty.DynamicPseudoType, AllowUnknown: true, AllowDynamicType: true, AllowNull: true,
		},
		Type: func(args []cty.Value) (cty.Type, error) {
			if len(args)%2 != 0 {
				return cty.NilType, errors.New("map requires an even number of two or more arguments")
			}
			kind, err := commonType(everySecond(args, 1), "all values must have the same type")
			return cty.Map(kind), err
		},
		Impl: pairs,
	}),
}

func pairs(args []cty.Value, kind cty.Type) (cty.Value, error) {
	if len(args) == 0 {
		return cty.MapValEmpty(kind.ElementType()), nil
	}
	elements := map[string]cty.Value{}
	for i := 0; i < len(args); i += 2 {
		key, err := convert.Convert(args[i], cty.String)
		if err != nil || key.IsNull() {
			return cty.NilVal, function.NewArgErrorf(i, "a map key must be a string")
		}
		if !key.IsKnown() {
			return cty.UnknownVal(kind), nil
		}
		value, err := convert.Convert(args[i+1], kind.ElementType())
		if err != nil {
			return cty.NilVal, function.NewArgError(i+1, err)
		}
		elements[key.AsString()] = value
	}
	return cty.MapVal(elements), nil
}

func everySecond(args []cty.Value, from int) []cty.Value {
	var some []cty.Value
	for i := from; i < len(args); i += 2 {
		some = append(some, args[i])
	}
	return some
}

func commonType(values []cty.Value, message string) (cty.Type, error) {
	kinds := make([]cty.Type, len(values))
	for i, value := range values {
		kinds[i] = value.Type()
	}
	if len(kinds) == 0 {
		return cty.DynamicPseudoType, nil
	}
	kind, _ := convert.UnifyUnsafe(kinds)
	if kind == cty.NilType {
		return cty.DynamicPseudoType, errors.New(message)
	}
	return kind, nil
}
