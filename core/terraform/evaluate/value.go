package evaluate

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// value evaluates an expression; what fails is reported for the address and not
// known.
func (r *run) value(expression hcl.Expression, context *hcl.EvalContext, address string) cty.Value {
	value, diagnostics := expression.Value(context)
	r.addHCL(diagnostics, address)
	if value == cty.NilVal {
		return cty.DynamicVal
	}
	return r.bounded(value, expression.Range(), address)
}

// within gives a context with more variables, which hide those outside.
func within(context *hcl.EvalContext, variables map[string]cty.Value) *hcl.EvalContext {
	if len(variables) == 0 {
		return context
	}
	inner := context.NewChild()
	inner.Variables = variables
	return inner
}

func (r *run) evaluateLocal(n *node) {
	local := n.module.declared.Locals[n.name]
	for _, in := range n.module.instances {
		n.values[in] = r.value(local.Expression, r.scope(n, in), in.in("local."+n.name))
	}
}
