package functions

import (
	"errors"
	"fmt"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

var lookup = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "inputMap", Type: cty.DynamicPseudoType, AllowMarked: true, AllowUnknown: true},
		{Name: "key", Type: cty.String, AllowMarked: true},
	},
	VarParam: &function.Parameter{
		Name: "default", Type: cty.DynamicPseudoType,
		AllowUnknown: true, AllowDynamicType: true, AllowNull: true, AllowMarked: true,
	},
	Type: lookupType,
	Impl: func(args []cty.Value, kind cty.Type) (cty.Value, error) {
		input, marks := args[0].Unmark()
		key, keyMarks := args[1].Unmark()
		found, err := lookUp(input, key, args[2:], kind, hasSensitive(keyMarks))
		if err != nil {
			return cty.NilVal, err
		}
		return found.WithMarks(marks, keyMarks), nil
	},
})

func lookupType(args []cty.Value) (cty.Type, error) {
	if len(args) > 3 {
		return cty.NilType, fmt.Errorf("lookup() takes two or three arguments, got %d", len(args))
	}
	kind := args[0].Type()
	switch {
	case kind.IsObjectType():
		return lookupTypeInObject(kind, args)
	case kind.IsMapType() && len(args) == 3:
		if _, err := convert.Convert(args[2], kind.ElementType()); err != nil {
			return cty.NilType, function.NewArgErrorf(2, "the default value must have the same type as the map elements")
		}
		return kind.ElementType(), nil
	case kind.IsMapType():
		return kind.ElementType(), nil
	}
	return cty.NilType, function.NewArgErrorf(0, "lookup() requires a map as the first argument")
}

func lookupTypeInObject(kind cty.Type, args []cty.Value) (cty.Type, error) {
	key, _ := args[1].Unmark()
	switch {
	case !key.IsKnown():
		return cty.DynamicPseudoType, nil
	case kind.HasAttribute(key.AsString()):
		return kind.AttributeType(key.AsString()), nil
	case len(args) == 3:
		return args[2].Type(), nil
	}
	return cty.NilType, function.NewArgErrorf(0, "the given object has no attribute %q", key.AsString())
}

func lookUp(input, key cty.Value, fallback []cty.Value, kind cty.Type, isKeySensitive bool) (cty.Value, error) {
	if !input.IsKnown() {
		return cty.UnknownVal(kind), nil
	}
	name := key.AsString()
	if input.Type().IsObjectType() && input.Type().HasAttribute(name) {
		return input.GetAttr(name), nil
	}
	if input.Type().IsMapType() && input.HasIndex(key).True() {
		return input.Index(key), nil
	}
	if len(fallback) == 1 {
		return convert.Convert(fallback[0], kind)
	}
	if isKeySensitive {
		return cty.NilVal, errors.New("lookup failed to find key (sensitive value)")
	}
	return cty.NilVal, fmt.Errorf("lookup failed to find key %q", name)
}
