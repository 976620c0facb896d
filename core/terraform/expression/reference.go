package expression

import (
	"errors"
	"reflect"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// reference is the template argument of templatestring, which has to be a
// reference to a text: templates in place need no function.
type reference struct {
	value cty.Value
	where hcl.Range
	wrong error
}

// referenceType lets HCL hand over the expression and not its value.
var referenceType cty.Type

// init, since the type needs a function that needs the type.
func init() {
	referenceType = cty.CapsuleWithOps("template", reflect.TypeFor[reference](), &cty.CapsuleOps{
		ExtensionData: func(key any) any {
			if key == customdecode.CustomExpressionDecoder {
				return customdecode.CustomExpressionDecoderFunc(decodeReference)
			}
			return nil
		},
	})
}

func decodeReference(expr hcl.Expression, ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	if wrong := checkReference(expr); wrong != nil {
		return cty.CapsuleVal(referenceType, &reference{wrong: wrong}), nil
	}
	value, diags := expr.Value(ctx)
	return cty.CapsuleVal(referenceType, &reference{value: value, where: expr.Range()}), diags
}

func checkReference(expr hcl.Expression) error {
	parsed, ok := expr.(hclsyntax.Expression)
	if !ok {
		return nil
	}
	switch e := Unwrap(parsed).(type) {
	case *hclsyntax.ScopeTraversalExpr, *hclsyntax.RelativeTraversalExpr, *hclsyntax.IndexExpr, *hclsyntax.SplatExpr:
		return nil
	case *hclsyntax.LiteralValueExpr:
		// An expanded list of arguments (`...`) comes as values.
		if e.Val.Type().Equals(cty.String) {
			return nil
		}
	case *hclsyntax.TemplateExpr:
		if e.IsStringLiteral() {
			return errors.New("invalid template expression: a literal template needs no templatestring; use it as it is")
		}
		return errors.New("invalid template expression: to render an inline template, use a plain template string expression")
	case *hclsyntax.TemplateWrapExpr:
		return errors.New("invalid template expression: write the reference without template interpolation around it")
	}
	return errors.New("invalid template expression: must be a direct reference to a single string from elsewhere")
}

// referenceOf gives the text that is referred to; it may be unknown.
func referenceOf(argument cty.Value) (reference, error) {
	found, ok := argument.EncapsulatedValue().(*reference)
	if !ok {
		return reference{}, errNoText
	}
	if found.wrong != nil {
		return reference{}, found.wrong
	}
	bare, _ := found.value.Unmark()
	isUnknown := !bare.IsKnown() && bare.Type().Equals(cty.DynamicPseudoType)
	if !isUnknown && (bare.IsNull() || !bare.Type().Equals(cty.String)) {
		return reference{}, errNoText
	}
	return *found, nil
}
