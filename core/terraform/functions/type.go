package functions

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/text"
)

var types = map[string]function.Function{
	"ephemeralasnull": ephemeralAsNull,
	"issensitive":     isSensitive,
	"nonsensitive":    nonsensitive,
	"sensitive":       sensitive,
	"tobool":          conversionTo(cty.Bool),
	"tolist":          conversionTo(cty.List(cty.DynamicPseudoType)),
	"tomap":           conversionTo(cty.Map(cty.DynamicPseudoType)),
	"tonumber":        conversionTo(cty.Number),
	"toset":           conversionTo(cty.Set(cty.DynamicPseudoType)),
	"tostring":        conversionTo(cty.String),
}

// sensitive makes a value secret as well, and nonsensitive does not take that
// back: a report is read by more people than a state.
var sensitive = sameType(func(value cty.Value) cty.Value {
	return value.Mark(text.Sensitive{}).Mark(text.Secret{})
})

var nonsensitive = sameType(func(value cty.Value) cty.Value {
	bare, marks := value.Unmark()
	delete(marks, text.Sensitive{})
	return bare.WithMarks(marks)
})

// ephemeralAsNull gives every value as it is: only ephemeral resources and
// variables make ephemeral values, and windtunnel emulates none.
var ephemeralAsNull = sameType(func(value cty.Value) cty.Value { return value })

func sameType(give func(cty.Value) cty.Value) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{anyValue},
		Type:   func(args []cty.Value) (cty.Type, error) { return args[0].Type(), nil },
		Impl:   func(args []cty.Value, _ cty.Type) (cty.Value, error) { return give(args[0]), nil },
	})
}

var isSensitive = function.New(&function.Spec{
	Params:       []function.Parameter{anyValue},
	Type:         function.StaticReturnType(cty.Bool),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		bare, marks := args[0].Unmark()
		if hasSensitive(marks) {
			return cty.True, nil
		}
		// What is not known yet may turn out to be sensitive.
		if !bare.IsKnown() {
			return cty.UnknownVal(cty.Bool), nil
		}
		return cty.False, nil
	},
})

var anyValue = function.Parameter{
	Name: "value", Type: cty.DynamicPseudoType,
	AllowUnknown: true, AllowDynamicType: true, AllowNull: true, AllowMarked: true,
}

func isSecret(marks cty.ValueMarks) bool {
	_, is := marks[text.Secret{}]
	return is
}
