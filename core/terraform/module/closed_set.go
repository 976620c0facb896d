package module

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// closedSets finds the values of a variable for which a condition can hold.
type closedSets struct {
	module   *Module
	variable string
	// steps end the search where local values name each other in a circle.
	steps int
}

// of gives a set that holds every value that meets the condition; false when
// the condition says nothing of the kind.
func (c *closedSets) of(expr hcl.Expression) (valueSet, bool) {
	switch e := expr.(type) {
	case *hclsyntax.ParenthesesExpr:
		return c.of(e.Expression)
	case *hclsyntax.BinaryOpExpr:
		return c.operator(e)
	case *hclsyntax.ConditionalExpr:
		return c.conditional(e)
	case *hclsyntax.FunctionCallExpr:
		return c.function(e)
	}
	return nil, false
}

func (c *closedSets) operator(e *hclsyntax.BinaryOpExpr) (valueSet, bool) {
	switch e.Op {
	case hclsyntax.OpEqual:
		return c.equality(e)
	case hclsyntax.OpLogicalOr:
		return c.either(e.LHS, e.RHS)
	case hclsyntax.OpLogicalAnd:
		return c.both(e.LHS, e.RHS)
	case hclsyntax.OpGreaterThan:
		return c.matchCount(e)
	}
	return nil, false
}

func (c *closedSets) equality(e *hclsyntax.BinaryOpExpr) (valueSet, bool) {
	subject, other := e.LHS, e.RHS
	spelling, ok := c.subject(subject)
	if !ok {
		subject, other = other, subject
		spelling, ok = c.subject(subject)
	}
	if !ok {
		return nil, false
	}
	set, ok := c.literal(other)
	return spelled(set, spelling), ok
}

func (c *closedSets) either(exprs ...hclsyntax.Expression) (valueSet, bool) {
	var joined valueSet
	for _, expr := range exprs {
		set, ok := c.of(expr)
		if !ok {
			return nil, false
		}
		joined = joined.union(set)
	}
	return joined, len(exprs) > 0
}

func (c *closedSets) both(exprs ...hclsyntax.Expression) (valueSet, bool) {
	var common valueSet
	isClosed := false
	for _, expr := range exprs {
		set, ok := c.of(expr)
		switch {
		case ok && isClosed:
			common = common.intersection(set)
		case ok:
			common, isClosed = set, true
		}
	}
	return common, isClosed
}

// conditional reads a ? true : b as a || b, and a ? b : false as a && b.
func (c *closedSets) conditional(e *hclsyntax.ConditionalExpr) (valueSet, bool) {
	switch {
	case isBool(e.TrueResult, true):
		return c.either(e.Condition, e.FalseResult)
	case isBool(e.FalseResult, false):
		return c.both(e.Condition, e.TrueResult)
	}
	return c.either(e.TrueResult, e.FalseResult)
}

func isBool(expr hcl.Expression, want bool) bool {
	literal, ok := expr.(*hclsyntax.LiteralValueExpr)
	return ok && literal.Val.RawEquals(cty.BoolVal(want))
}

func (c *closedSets) function(e *hclsyntax.FunctionCallExpr) (valueSet, bool) {
	switch {
	case e.Name == "contains" && len(e.Args) == 2:
		spelling, ok := c.subject(e.Args[1])
		if !ok {
			return nil, false
		}
		set, ok := c.literals(e.Args[0])
		return spelled(set, spelling), ok
	case (e.Name == "anytrue" || e.Name == "alltrue") && len(e.Args) == 1:
		return c.list(e)
	case e.Name == "can" && len(e.Args) == 1:
		return c.match(e.Args[0], "regex")
	case e.Name == "try" && len(e.Args) == 2 && isBool(e.Args[1], false):
		return c.of(e.Args[0])
	}
	return nil, false
}

func (c *closedSets) list(e *hclsyntax.FunctionCallExpr) (valueSet, bool) {
	tuple, ok := e.Args[0].(*hclsyntax.TupleConsExpr)
	switch {
	case !ok:
		return nil, false
	case e.Name == "anytrue":
		return c.either(tuple.Exprs...)
	}
	return c.both(tuple.Exprs...)
}

// matchCount reads length(regexall("^(a|b)$", var.x)) > 0.
func (c *closedSets) matchCount(e *hclsyntax.BinaryOpExpr) (valueSet, bool) {
	call, ok := e.LHS.(*hclsyntax.FunctionCallExpr)
	zero, problems := evaluate(e.RHS)
	if !ok || call.Name != "length" || len(call.Args) != 1 || problems.HasErrors() || !zero.RawEquals(cty.Zero) {
		return nil, false
	}
	return c.match(call.Args[0], "regexall")
}

// match reads a regular expression that is nothing but alternatives.
func (c *closedSets) match(expr hcl.Expression, function string) (valueSet, bool) {
	call, ok := expr.(*hclsyntax.FunctionCallExpr)
	if !ok || call.Name != function || len(call.Args) != 2 {
		return nil, false
	}
	spelling, ok := c.subject(call.Args[1])
	pattern, isLiteral := literalText(call.Args[0])
	if !ok || !isLiteral {
		return nil, false
	}
	set, ok := alternatives(pattern)
	return spelled(set, spelling), ok
}

// subject tells whether an expression is the variable, and in which spelling.
func (c *closedSets) subject(expr hcl.Expression) (func(string) string, bool) {
	switch e := expr.(type) {
	case *hclsyntax.ParenthesesExpr:
		return c.subject(e.Expression)
	case *hclsyntax.TemplateWrapExpr:
		return c.subject(e.Wrapped)
	case *hclsyntax.ScopeTraversalExpr:
		return nil, len(e.Traversal) == 2 && variableName(e.Traversal) == c.variable
	case *hclsyntax.FunctionCallExpr:
		spelling, isSpelling := spellings[e.Name]
		if !isSpelling || len(e.Args) != 1 {
			return nil, false
		}
		_, ok := c.subject(e.Args[0])
		return spelling, ok
	}
	return nil, false
}

// spellings keep their own results as they are; tostring and the like change
// the type, which is the variable's anyway.
var spellings = map[string]func(string) string{
	"lower": strings.ToLower, "upper": strings.ToUpper, "trimspace": strings.TrimSpace,
	"tostring": nil, "tonumber": nil, "tobool": nil, "nonsensitive": nil,
}

// spelled drops values that the spelling can never give: lower(x) == "A".
func spelled(set valueSet, spelling func(string) string) valueSet {
	if spelling == nil {
		return set
	}
	var kept valueSet
	for _, value := range set {
		if value.Type() != cty.String || spelling(value.AsString()) == value.AsString() {
			kept = append(kept, value)
		}
	}
	return kept
}
