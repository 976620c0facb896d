package expression

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/expression/carry"
	"windtunnel/core/terraform/text"
)

// aware gives base with the map that describe makes of its arguments. The
// result is base's: a map that does not fit it is dropped.
func aware(base function.Function, describe carry.Func) function.Function {
	return around(base, func(args []cty.Value, result cty.Value) cty.Value {
		bare, _ := result.Unmark()
		if !isText(bare) || !anyMarked(args) {
			return text.With(result, nil)
		}
		return text.With(result, fitting(describe(args, bare.AsString()), bare.AsString()))
	})
}

// awareOfEach is aware for functions that give a list of texts.
func awareOfEach(base function.Function, describe carry.EachFunc) function.Function {
	return around(base, func(args []cty.Value, result cty.Value) cty.Value {
		bare, marks := text.With(result, nil).Unmark()
		if !bare.IsWhollyKnown() || bare.IsNull() || bare.LengthInt() == 0 || !anyMarked(args) {
			return bare.WithMarks(marks)
		}
		if bare.LengthInt() > text.MaxRuns {
			return hiddenAs(args, bare.WithMarks(marks))
		}
		var said []string
		elements := bare.AsValueSlice()
		for _, element := range elements {
			if !isText(element) {
				return bare.WithMarks(marks)
			}
			said = append(said, element.AsString())
		}
		for index, m := range describe(args, said) {
			elements[index] = text.With(elements[index], fitting(m, said[index]))
		}
		return cty.ListVal(elements).WithMarks(marks)
	})
}

// hiddenAs gives a list that is too long for maps: secret as a whole when any
// part of the arguments is.
func hiddenAs(args []cty.Value, list cty.Value) cty.Value {
	for _, arg := range args {
		if m := text.Of(arg); m != nil && m.HasSecret() {
			return list.Mark(text.Secret{})
		}
	}
	return list
}

// around calls base and then change, unless base fails. Checking the arguments
// stays base's.
func around(base function.Function, change func(args []cty.Value, result cty.Value) cty.Value) function.Function {
	spec := &function.Spec{
		Description: base.Description(),
		Type:        function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			result, err := base.Call(args)
			if err != nil {
				return cty.NilVal, err
			}
			return change(args, result), nil
		},
	}
	for _, parameter := range base.Params() {
		spec.Params = append(spec.Params, open(parameter))
	}
	if rest := base.VarParam(); rest != nil {
		parameter := open(*rest)
		spec.VarParam = &parameter
	}
	return function.New(spec)
}

func open(parameter function.Parameter) function.Parameter {
	parameter.AllowMarked, parameter.AllowNull, parameter.AllowUnknown = true, true, true
	parameter.AllowDynamicType = true
	return parameter
}

func isText(bare cty.Value) bool {
	return bare.Type().Equals(cty.String) && bare.IsKnown() && !bare.IsNull()
}

func anyMarked(args []cty.Value) bool {
	for _, arg := range args {
		if arg.ContainsMarked() {
			return true
		}
	}
	return false
}

// fitting gives m when it describes said and its runs are as long.
func fitting(m *text.Map, said string) *text.Map {
	if m == nil || m.Base64 || m.Text != said {
		return nil
	}
	length := 0
	for _, run := range m.Runs {
		length += run.Length
	}
	if length != len(said) {
		return nil
	}
	return m
}
