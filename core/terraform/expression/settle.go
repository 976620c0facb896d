package expression

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/text"
)

// settled gives a function whose result has maps only on the texts that they
// describe. Most functions hang all marks of their arguments on the whole
// result, where a list of texts would lose them.
func settled(base function.Function) function.Function {
	for _, parameter := range append(base.Params(), rest(base)...) {
		if parameter.Type.IsCapsuleType() {
			// It takes expressions: can, try and their like.
			return base
		}
	}
	return around(base, func(_ []cty.Value, result cty.Value) cty.Value { return settle(result) })
}

func rest(base function.Function) []function.Parameter {
	if parameter := base.VarParam(); parameter != nil {
		return []function.Parameter{*parameter}
	}
	return nil
}

func settle(result cty.Value) cty.Value {
	if !result.IsMarked() || result.Type().IsSetType() {
		return result
	}
	if result.Type().IsPrimitiveType() {
		return text.With(result, text.Of(result))
	}
	maps := map[string]*text.Map{}
	for mark := range result.Marks() {
		if m, isMap := mark.(*text.Map); isMap {
			maps[m.Value()] = m.Better(maps[m.Value()])
		}
	}
	if len(maps) == 0 {
		return result
	}
	placed, err := cty.Transform(text.With(result, nil), func(_ cty.Path, part cty.Value) (cty.Value, error) {
		if bare, _ := part.Unmark(); !isText(bare) || text.Of(part) != nil {
			return part, nil
		} else if m := maps[bare.AsString()]; m != nil {
			return part.Mark(m), nil
		}
		return part, nil
	})
	if err != nil {
		return result
	}
	return placed
}
