package functions

import (
	"errors"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// bounded wraps a function: it refuses arguments that make a result too large
// before it is made, and results that are too large in any other way.
func bounded(inner function.Function, refuse func([]cty.Value) error, budget *Budget) function.Function {
	spec := &function.Spec{Description: inner.Description()}
	for _, parameter := range inner.Params() {
		spec.Params = append(spec.Params, passing(parameter))
	}
	if inner.VarParam() != nil {
		parameter := passing(*inner.VarParam())
		spec.VarParam = &parameter
	}
	spec.Type = func(args []cty.Value) (cty.Type, error) {
		if isSpent, err := budget.Weigh(args...); isSpent {
			return cty.DynamicPseudoType, err
		}
		if refuse != nil {
			if err := refuse(args); err != nil {
				return cty.NilType, err
			}
		}
		kind, err := inner.ReturnTypeForValues(args)
		return kind, withoutStack(err)
	}
	spec.Impl = func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if budget.isSpent {
			return cty.DynamicVal, nil
		}
		result, err := inner.Call(args)
		if err != nil {
			return cty.NilVal, withoutStack(err)
		}
		return result, checkResult(result)
	}
	return function.New(spec)
}

// withoutStack leaves out the places of our own sources, which go-cty prints
// when one of its functions panics: log(-1, 10).
func withoutStack(err error) error {
	if errors.As(err, new(function.PanicError)) {
		return errors.New("windtunnel cannot evaluate this call")
	}
	return err
}

// passing lets every value through to the function within, which knows best.
func passing(parameter function.Parameter) function.Parameter {
	parameter.AllowNull, parameter.AllowUnknown = true, true
	parameter.AllowDynamicType, parameter.AllowMarked = true, true
	return parameter
}

// checkResult looks at the result alone and not at its elements, which are
// those of arguments and checked already.
func checkResult(result cty.Value) error {
	if result.IsMarked() {
		result, _ = result.Unmark()
	}
	if result.IsNull() || !result.IsKnown() {
		return nil
	}
	switch {
	case result.Type() == cty.String:
		return CheckText(len(result.AsString()))
	case result.Type() == cty.Number:
		return checkNumber(result)
	case result.CanIterateElements() && result.LengthInt() > MaxElements:
		return errElements
	}
	return nil
}
