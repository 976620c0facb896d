package functions

import (
	"errors"
	"slices"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

var length = function.New(&function.Spec{
	Params: []function.Parameter{{
		Name: "value", Type: cty.DynamicPseudoType,
		AllowDynamicType: true, AllowUnknown: true, AllowMarked: true,
	}},
	Type: func(args []cty.Value) (cty.Type, error) {
		kind := args[0].Type()
		if kind == cty.String || kind.IsTupleType() || kind.IsObjectType() || kind.IsCollectionType() || kind == cty.DynamicPseudoType {
			return cty.Number, nil
		}
		return cty.NilType, errors.New("argument must be a string, a collection type, or a structural type")
	},
	RefineResult: func(builder *cty.RefinementBuilder) *cty.RefinementBuilder {
		return builder.NotNull().NumberRangeLowerBound(cty.Zero, true)
	},
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		value, marks := args[0].Unmark()
		return lengthOf(value).WithMarks(marks), nil
	},
})

func lengthOf(value cty.Value) cty.Value {
	kind := value.Type()
	switch {
	case kind == cty.DynamicPseudoType:
		return cty.UnknownVal(cty.Number)
	case kind.IsTupleType():
		return cty.NumberIntVal(int64(len(kind.TupleElementTypes())))
	case kind.IsObjectType():
		return cty.NumberIntVal(int64(len(kind.AttributeTypes())))
	case kind == cty.String:
		// Counts what a person sees as one character.
		count, err := stdlib.Strlen(value)
		if err != nil {
			return cty.UnknownVal(cty.Number)
		}
		return count
	}
	return value.Length()
}

var one = function.New(&function.Spec{
	Params: []function.Parameter{parameter("list", cty.DynamicPseudoType)},
	Type: func(args []cty.Value) (cty.Type, error) {
		kind := args[0].Type()
		if kind.IsListType() || kind.IsSetType() {
			return kind.ElementType(), nil
		}
		if kind.IsTupleType() && len(kind.TupleElementTypes()) == 0 {
			return cty.DynamicPseudoType, nil
		}
		if kind.IsTupleType() && len(kind.TupleElementTypes()) == 1 {
			return kind.TupleElementType(0), nil
		}
		return cty.NilType, errMoreThanOne
	},
	Impl: func(args []cty.Value, kind cty.Type) (cty.Value, error) {
		count := args[0].Length()
		if !count.IsKnown() {
			return cty.UnknownVal(kind), nil
		}
		elements := args[0].AsValueSlice()
		switch len(elements) {
		case 0:
			return cty.NullVal(kind), nil
		case 1:
			return elements[0], nil
		}
		return cty.NilVal, errMoreThanOne
	},
})

var errMoreThanOne = function.NewArgErrorf(0, "must be a list, set, or tuple value with either zero or one elements")

var transpose = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("values", cty.Map(cty.List(cty.String)))},
	Type:         function.StaticReturnType(cty.Map(cty.List(cty.String))),
	RefineResult: notNull,
	Impl: func(args []cty.Value, kind cty.Type) (cty.Value, error) {
		if !args[0].IsWhollyKnown() {
			return cty.UnknownVal(kind), nil
		}
		keysOf := map[string][]string{}
		for elements := args[0].ElementIterator(); elements.Next(); {
			key, list := elements.Element()
			if list.IsNull() {
				return cty.NilVal, errors.New("input must not contain null list")
			}
			for _, each := range list.AsValueSlice() {
				if each.IsNull() {
					return cty.NilVal, errors.New("input list must not contain null string")
				}
				keysOf[each.AsString()] = append(keysOf[each.AsString()], key.AsString())
			}
		}
		return mapOfLists(keysOf), nil
	},
})

func mapOfLists(texts map[string][]string) cty.Value {
	if len(texts) == 0 {
		return cty.MapValEmpty(cty.List(cty.String))
	}
	lists := map[string]cty.Value{}
	for key, list := range texts {
		slices.Sort(list)
		values := make([]cty.Value, len(list))
		for i, each := range list {
			values[i] = cty.StringVal(each)
		}
		lists[key] = cty.ListVal(values)
	}
	return cty.MapVal(lists)
}
