package module

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"windtunnel/core/terraform/expression"
)

// wrapAll makes the texts of all expressions that are evaluated say where they
// come from.
func wrapAll(m *Module) {
	w := wrapping{m.Sources}
	for _, each := range m.Variables {
		w.expression(&each.Default)
		w.rules(each.Validations)
	}
	for _, each := range m.Locals {
		w.expression(&each.Expression)
	}
	for _, each := range m.Outputs {
		w.expression(&each.Expression)
		w.rules(each.Preconditions)
	}
	for _, each := range m.Calls {
		w.expression(&each.Count)
		w.expression(&each.ForEach)
		for _, argument := range each.Arguments {
			w.expression(&argument.Expr)
		}
	}
	for _, each := range m.Resources {
		w.resource(each)
	}
	for _, each := range m.Checks {
		w.rules(each.Asserts)
	}
	for _, each := range m.Providers {
		w.body(each.Config)
	}
}

type wrapping struct{ sources map[string][]byte }

func (w wrapping) expression(place *hcl.Expression) {
	if native, ok := (*place).(hclsyntax.Expression); ok {
		*place = expression.Wrap(native, w.sources[native.Range().Filename])
		return
	}
	*place = expression.JSON(*place)
}

func (w wrapping) rules(rules []*Rule) {
	for _, rule := range rules {
		w.expression(&rule.Condition)
		w.expression(&rule.Message)
	}
}

// body wraps in place, argument by argument: an override file may have
// brought some of them.
func (w wrapping) body(body hcl.Body) {
	switch body := body.(type) {
	case *hclsyntax.Body:
		for _, attribute := range body.Attributes {
			attribute.Expr = expression.Wrap(attribute.Expr, w.sources[attribute.SrcRange.Filename])
		}
		for _, block := range body.Blocks {
			w.body(block.Body)
		}
	case overridden:
		w.body(body.base)
		w.body(body.override)
	}
}

func (w wrapping) resource(resource *Resource) {
	w.expression(&resource.Count)
	w.expression(&resource.ForEach)
	w.body(resource.Config)
	w.body(resource.Connection)
	w.rules(resource.Preconditions)
	w.rules(resource.Postconditions)
	for _, each := range resource.Provisioners {
		w.body(each.Config)
		w.body(each.Connection)
	}
}
