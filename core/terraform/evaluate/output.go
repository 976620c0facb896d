package evaluate

import (
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/text"
)

func (r *run) evaluateOutput(n *node) {
	output := n.module.declared.Outputs[n.name]
	for _, in := range n.module.instances {
		scope, address := r.scope(n, in), in.in("output."+n.name)
		if !r.rules(output.Preconditions, scope, address, "precondition") {
			n.values[in] = cty.DynamicVal
			continue
		}
		value := cty.DynamicVal
		if output.Expression != nil {
			value = r.value(output.Expression, scope, address)
		}
		if r.isRoot(in) && !output.Sensitive && isSensitiveWithin(value) {
			r.report(terraform.Evaluation, output.Range, address,
				"Output "+quote(n.name)+" refers to sensitive values.", "Set sensitive = true on the output.")
		}
		if output.Sensitive {
			value = value.Mark(text.Sensitive{})
		}
		n.values[in] = value
	}
}

// isRoot is false for a reusable module that is rendered by itself: what calls
// it may have sensitive outputs of its modules.
func (r *run) isRoot(in *moduleInstance) bool {
	return in.parent == nil && (r.root.declared.HasProviders || r.root.declared.HasBackend)
}

func (r *run) rootOutputs() []terraform.RenderedValue {
	rendered := []terraform.RenderedValue{}
	if r.root.declared == nil {
		return rendered
	}
	for _, name := range sortedKeys(r.root.declared.Outputs) {
		value := valueOf(r.root.node(outputNode, name), r.root.instances[0])
		plain := r.plain(value)
		rendered = append(rendered, terraform.RenderedValue{
			Name: name, Value: plain.value, Unknown: plain.unknown, Texts: plain.texts,
		})
	}
	return rendered
}
