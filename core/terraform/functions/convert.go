package functions

import (
	"reflect"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/function"
)

// constraint is a type expression, with the defaults of its optional
// attributes, which hcl's own convert function does not take.
type constraint struct {
	kind     cty.Type
	defaults *typeexpr.Defaults
}

var constraintType = cty.CapsuleWithOps("type constraint", reflect.TypeFor[constraint](), &cty.CapsuleOps{
	ExtensionData: func(key any) any {
		if key == customdecode.CustomExpressionDecoder {
			return customdecode.CustomExpressionDecoderFunc(decodeConstraint)
		}
		return nil
	},
})

// wrapConstraint is set below: the decoder is part of the type that it makes
// values of.
var wrapConstraint func(*constraint) cty.Value

func init() {
	wrapConstraint = func(wanted *constraint) cty.Value { return cty.CapsuleVal(constraintType, wanted) }
}

func decodeConstraint(expression hcl.Expression, _ *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	kind, defaults, problems := typeexpr.TypeConstraintWithDefaults(expression)
	if problems.HasErrors() {
		return cty.NilVal, problems
	}
	return wrapConstraint(&constraint{kind, defaults}), nil
}

// https://developer.hashicorp.com/terraform/language/functions/convert
var convertTo = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "value", Type: cty.DynamicPseudoType, AllowNull: true, AllowDynamicType: true, AllowMarked: true},
		{Name: "type", Type: constraintType},
	},
	Type: function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if err := CheckValue(args[0]); err != nil {
			return cty.NilVal, err
		}
		wanted := args[1].EncapsulatedValue().(*constraint)
		value, marks := args[0].UnmarkDeepWithPaths()
		if wanted.defaults != nil && !value.IsNull() {
			value = wanted.defaults.Apply(value)
		}
		converted, err := convert.Convert(value.MarkWithPaths(marks), wanted.kind)
		if err != nil {
			return cty.NilVal, function.NewArgError(0, err)
		}
		return converted, checkResult(converted)
	},
})
