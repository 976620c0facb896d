package expression

import (
	"errors"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// Tuples up to shortTuple are left alone. Longer ones take quadratic time to
// become lists, unless their elements are of one type; maxTuple is the end.
const (
	shortTuple = 500
	maxTuple   = 5000
)

var errTuple = errors.New("windtunnel does not evaluate tuples of more than 5,000 elements of several types as lists")

// Listed gives a long tuple whose elements are all of one type as the list
// that it converts to, and refuses one that would take too long to convert.
func Listed(value cty.Value, wanted cty.Type) (cty.Value, error) {
	bare, marks := value.Unmark()
	isListed := wanted.IsListType() || wanted.IsSetType()
	if !isListed || !bare.Type().IsTupleType() || !bare.IsKnown() || bare.IsNull() || bare.LengthInt() <= shortTuple {
		return value, nil
	}
	kinds := bare.Type().TupleElementTypes()
	for _, kind := range kinds {
		if kind == cty.DynamicPseudoType || !kind.Equals(kinds[0]) {
			if len(kinds) > maxTuple {
				return value, errTuple
			}
			return value, nil
		}
	}
	return cty.ListVal(bare.AsValueSlice()).WithMarks(marks), nil
}

// argument is one of a function, on its way to what the function takes.
type argument struct {
	hclsyntax.Expression
	function string
	index    int
}

func (a argument) Value(ctx *hcl.EvalContext) (cty.Value, hcl.Diagnostics) {
	value, diags := a.Expression.Value(ctx)
	if !value.Type().IsTupleType() || diags.HasErrors() {
		return value, diags
	}
	listed, err := Listed(value, a.wanted(ctx))
	if err != nil {
		return cty.DynamicVal, append(diags, tooMuch(a.Range(), err))
	}
	return listed, diags
}

// wanted is the type that the function declares, or makes.
func (a argument) wanted(ctx *hcl.EvalContext) cty.Type {
	switch a.function {
	case "tolist", "toset":
		return cty.List(cty.DynamicPseudoType)
	}
	for ; ctx != nil; ctx = ctx.Parent() {
		if known, found := ctx.Functions[a.function]; found {
			return parameterType(known, a.index)
		}
	}
	return cty.DynamicPseudoType
}

func parameterType(of function.Function, index int) cty.Type {
	if parameters := of.Params(); index < len(parameters) {
		return parameters[index].Type
	}
	if rest := of.VarParam(); rest != nil {
		return rest.Type
	}
	return cty.DynamicPseudoType
}

// arguments wraps those that may be tuples: what is made by a loop, or by
// another function. Functions that take expressions want them as they are.
func (w wrapper) arguments(e *hclsyntax.FunctionCallExpr) hclsyntax.Expression {
	name := strings.TrimPrefix(e.Name, "core::")
	if name == "convert" {
		// Its second argument is a type.
		w.wrapAll(e.Args[:min(1, len(e.Args))])
		return called{e}
	}
	w.wrapAll(e.Args)
	for index, each := range e.Args {
		switch each.(type) {
		case *hclsyntax.ForExpr, *hclsyntax.SplatExpr, *hclsyntax.TupleConsExpr, called, *hclsyntax.ScopeTraversalExpr, *hclsyntax.ConditionalExpr:
			if name != "try" && name != "can" && name != "templatestring" {
				e.Args[index] = argument{visible(each), name, index}
			}
		}
	}
	return called{e}
}
