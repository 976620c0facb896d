package module

import (
	"encoding/json"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// maxAllowed bounds a closed set; a larger one is of no use as an axis.
const maxAllowed = 1000

// allowedValues gives, by name, the values of variables whose validations
// leave a closed set, in the order in which they are written.
func allowedValues(m *Module) map[string][]any {
	found := map[string][]any{}
	for name, variable := range m.Variables {
		if values := allowedOf(m, variable); len(values) > 0 {
			found[name] = values
		}
	}
	return found
}

func allowedOf(m *Module, variable *Variable) []any {
	kind := variable.Type
	if !kind.IsPrimitiveType() && kind != cty.DynamicPseudoType {
		return nil
	}
	closed := &closedSets{module: m, variable: variable.Name}
	var set valueSet
	isClosed := false
	for _, rule := range variable.Validations {
		more, ok := closed.of(rule.Condition)
		switch {
		case ok && isClosed:
			set = set.intersection(more)
		case ok:
			set, isClosed = more, true
		}
	}
	return set.converted(kind)
}

// valueSet holds known primitive values, each once.
type valueSet []cty.Value

func (s valueSet) union(other valueSet) valueSet {
	joined := slices.Clone(s)
	for _, value := range other {
		if !joined.has(value) && len(joined) < maxAllowed {
			joined = append(joined, value)
		}
	}
	return joined
}

func (s valueSet) intersection(other valueSet) valueSet {
	return slices.DeleteFunc(slices.Clone(s), func(value cty.Value) bool { return !other.has(value) })
}

func (s valueSet) has(value cty.Value) bool {
	return slices.ContainsFunc(s, func(each cty.Value) bool { return each.RawEquals(value) })
}

func (s valueSet) converted(kind cty.Type) []any {
	var values []any
	for _, value := range s {
		if value, err := convert.Convert(value, kind); err == nil {
			values = append(values, plain(value))
		}
	}
	return values
}

func plain(value cty.Value) any {
	switch value.Type() {
	case cty.Number:
		return json.Number(value.AsBigFloat().Text('f', -1))
	case cty.Bool:
		return value.True()
	}
	return value.AsString()
}

// literals gives the members of a list that is written out, maybe in a local
// value. Null, which always stands beside others, is left out.
func (c *closedSets) literals(expr hcl.Expression) (valueSet, bool) {
	if c.steps++; c.steps > maxAllowed {
		return nil, false
	}
	expr = c.resolved(expr)
	if call, ok := expr.(*hclsyntax.FunctionCallExpr); ok && len(call.Args) == 1 && (call.Name == "toset" || call.Name == "tolist") {
		return c.literals(call.Args[0])
	}
	tuple, ok := expr.(*hclsyntax.TupleConsExpr)
	if !ok || len(tuple.Exprs) > maxAllowed {
		return nil, false
	}
	var set valueSet
	for _, each := range tuple.Exprs {
		value, ok := c.literal(each)
		if !ok {
			return nil, false
		}
		set = set.union(value)
	}
	return set, true
}

// literal gives one value as a set, an empty one for null.
func (c *closedSets) literal(expr hcl.Expression) (valueSet, bool) {
	value, problems := evaluate(c.resolved(expr))
	switch {
	case problems.HasErrors() || !value.IsKnown():
		return nil, false
	case value.IsNull():
		return nil, true
	case !value.Type().IsPrimitiveType():
		return nil, false
	}
	return valueSet{value}, true
}

// resolved follows local.x to what it stands for, and parentheses inwards.
func (c *closedSets) resolved(expr hcl.Expression) hcl.Expression {
	for range 10 {
		switch e := expr.(type) {
		case *hclsyntax.ParenthesesExpr:
			expr = e.Expression
		case *hclsyntax.ScopeTraversalExpr:
			local := c.module.Locals[attributeName(e.Traversal, 1)]
			if e.Traversal.RootName() != "local" || len(e.Traversal) != 2 || local == nil {
				return expr
			}
			expr = local.Expression
		default:
			return expr
		}
	}
	return expr
}
