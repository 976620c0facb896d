package evaluate

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// scope holds what the expressions of a node name, as seen from one instance of
// the module that they stand in.
func (r *run) scope(n *node, in *moduleInstance) *hcl.EvalContext {
	s := scope{run: r, in: in, groups: map[string]map[string]cty.Value{}}
	for _, found := range n.references {
		s.add(found)
	}
	for _, found := range n.references {
		if found.isBroken {
			s.addResource(found, cty.DynamicVal)
		}
	}
	s.addCalls(n)
	context := r.base.NewChild()
	context.Variables = s.variables()
	return context
}

// scope collects values by the words before their last name: "data", "aws_ami".
type scope struct {
	run    *run
	in     *moduleInstance
	groups map[string]map[string]cty.Value
}

func (s *scope) add(found reference) {
	declared := s.in.of
	switch found.kind {
	case toVariable:
		s.set("var", found.name, valueOf(declared.nodes[nodeID{variableNode, found.name}], s.in))
	case toLocal:
		s.set("local", found.name, valueOf(declared.nodes[nodeID{localNode, found.name}], s.in))
	case toResource:
		s.addResource(found, valueOf(declared.nodes[nodeID{resourceNode, found.name}], s.in))
	case toBuiltin:
		s.addBuiltin(found.name)
	case toNothing:
		s.set("", found.path.RootName(), cty.DynamicVal)
	}
}

func (s *scope) addResource(found reference, value cty.Value) {
	cut := strings.LastIndexByte(found.name, '.')
	group := found.name[:cut]
	if found.path.RootName() == "resource" {
		group = "resource." + group
	}
	s.set(group, found.name[cut+1:], value)
}

func valueOf(n *node, in *moduleInstance) cty.Value {
	if n == nil || n.state != done {
		return cty.DynamicVal
	}
	return n.value(in)
}

func (s *scope) set(group, name string, value cty.Value) {
	if s.groups[group] == nil {
		s.groups[group] = map[string]cty.Value{}
	}
	s.groups[group][name] = value
}

func (s *scope) addBuiltin(name string) {
	switch name {
	case "path":
		s.set("path", "module", cty.StringVal(s.in.of.path))
		s.set("path", "root", cty.StringVal("."))
		s.set("path", "cwd", cty.StringVal(s.run.root.declared.Folder))
	case "terraform":
		s.set("terraform", "workspace", cty.StringVal(s.run.params.Workspace))
		s.set("terraform", "env", cty.StringVal(s.run.params.Workspace))
		s.set("terraform", "applying", cty.False)
	case "each", "count", "self":
		// Known only to the instance, whose own context comes before this one.
		s.set("", name, cty.DynamicVal)
	}
}

// addCalls sets module.x to what the node reads of it: some outputs, or all.
func (s *scope) addCalls(n *node) {
	outputs := map[string][]string{}
	for _, found := range n.references {
		if found.kind != toCall {
			continue
		}
		child := s.in.of.children[found.name]
		switch {
		case child == nil || child.declared == nil || found.output == "" && child.declared.IsIncomplete:
			s.set("module", found.name, cty.DynamicVal)
		case found.output == "":
			outputs[found.name] = sortedKeys(child.declared.Outputs)
		default:
			outputs[found.name] = append(outputs[found.name], found.output)
		}
	}
	for _, name := range sortedKeys(outputs) {
		if known, isSet := s.groups["module"][name]; isSet && !known.IsKnown() {
			continue
		}
		s.set("module", name, callValue(s.in.of.children[name], s.in, outputs[name]))
	}
}

// callValue gives the outputs of all instances of a call.
func callValue(child *configModule, in *moduleInstance, outputs []string) cty.Value {
	if child.isUnknown[in] {
		return cty.DynamicVal
	}
	var keys []repeated
	var values []cty.Value
	for _, instance := range child.instancesIn[in] {
		object := map[string]cty.Value{}
		for _, name := range outputs {
			object[name] = valueOf(child.nodes[nodeID{outputNode, name}], instance)
		}
		keys, values = append(keys, instance.repeated), append(values, cty.ObjectVal(object))
	}
	return gather(child.call.Count != nil, child.call.ForEach != nil, keys, values)
}

// variables nests the groups: "data.aws_ami" stands in "data".
func (s *scope) variables() map[string]cty.Value {
	variables := map[string]cty.Value{}
	nested := map[string]map[string]cty.Value{}
	for _, group := range sortedKeys(s.groups) {
		outer, inner, isNested := strings.Cut(group, ".")
		switch {
		case group == "":
			for name, value := range s.groups[group] {
				variables[name] = value
			}
		case isNested && nested[outer] == nil:
			nested[outer] = map[string]cty.Value{inner: cty.ObjectVal(s.groups[group])}
		case isNested:
			nested[outer][inner] = cty.ObjectVal(s.groups[group])
		default:
			variables[group] = cty.ObjectVal(s.groups[group])
		}
	}
	for outer, inner := range nested {
		variables[outer] = cty.ObjectVal(inner)
	}
	return variables
}
