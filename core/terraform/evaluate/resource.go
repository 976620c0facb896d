package evaluate

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/module"
)

// resourceInstance is one instance while it is evaluated.
type resourceInstance struct {
	run      *run
	node     *node
	declared *module.Resource
	in       *moduleInstance
	address  string
	repeated
	// context holds each and count, but not self.
	context *hcl.EvalContext
}

func (r *run) evaluateResource(n *node) {
	declared := n.module.declared.Resources[n.name]
	for _, in := range n.module.instances {
		if r.isOverflowing {
			return
		}
		scope, address := r.scope(n, in), in.in(n.name)
		keys, known := r.repeat(repetition{
			count: declared.Count, forEach: declared.ForEach, context: scope, address: address, at: declared.Range,
		})
		values := make([]cty.Value, 0, len(keys))
		for _, key := range keys {
			if r.isOverflowing {
				return
			}
			instance := &resourceInstance{
				run: r, node: n, declared: declared, in: in, repeated: key,
				address: address + instanceKey(key.key), context: within(scope, key.variables()),
			}
			values = append(values, instance.evaluate())
		}
		if known {
			n.values[in] = gather(declared.Count != nil, declared.ForEach != nil, keys, values)
		}
	}
}

// evaluate gives the object that expressions see, and adds the instance to the
// result.
func (i *resourceInstance) evaluate() cty.Value {
	r := i.run
	if !r.rules(i.declared.Preconditions, i.context, i.address, "precondition") {
		return cty.DynamicVal
	}
	configured := (&decoder{run: r, address: i.address}).object(i.declared.Config, i.context)
	answer := i.ask(configured)
	object := cty.ObjectVal(i.merge(configured, answer))
	rendered := i.render(object)
	if len(answer.Problems) > 0 {
		// What the host did not answer was reported with them.
		object = cty.DynamicVal
	}
	inner := within(i.context, map[string]cty.Value{"self": object})
	rendered.Provisioners = i.provisioners(inner)
	r.resources = append(r.resources, rendered)
	r.rules(i.declared.Postconditions, inner, i.address, "postcondition")
	return object
}

func (i *resourceInstance) render(object cty.Value) terraform.RenderedResource {
	plain := i.run.plain(object)
	return terraform.RenderedResource{
		Address: i.address, Module: i.in.address, ModuleKey: i.node.module.key,
		Mode: i.mode(), Type: i.declared.Type, Name: i.declared.Name, Key: i.plain(),
		Range:  *i.run.found.place(i.declared.Range),
		Values: plain.value, Unknown: plain.unknown, Texts: plain.texts,
	}
}

// provisioners are evaluated but for those of destruction. Their connection,
// or that of the resource, becomes an attribute of the same name.
func (i *resourceInstance) provisioners(context *hcl.EvalContext) []terraform.RenderedProvisioner {
	rendered := []terraform.RenderedProvisioner{}
	for _, declared := range i.declared.Provisioners {
		if declared.When == "destroy" {
			continue
		}
		decode := &decoder{run: i.run, address: i.address}
		values := decode.object(declared.Config, context)
		connection := declared.Connection
		if connection == nil {
			connection = i.declared.Connection
		}
		if connection != nil {
			values["connection"] = cty.ObjectVal(decode.object(connection, context))
		}
		plain := i.run.plain(cty.ObjectVal(values))
		rendered = append(rendered, terraform.RenderedProvisioner{
			Type: declared.Type, Values: plain.value, Unknown: plain.unknown, Texts: plain.texts,
			Range: *i.run.found.place(declared.Range),
		})
	}
	return rendered
}
