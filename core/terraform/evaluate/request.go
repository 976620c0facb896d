package evaluate

import (
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
)

// ask gives what the host says of an instance; nothing where it fails.
func (i *resourceInstance) ask(configured map[string]cty.Value) terraform.ResourceAnswer {
	config, unknown := map[string]any{}, []string{}
	for _, name := range sortedKeys(configured) {
		value := bare(configured[name])
		if value.IsKnown() {
			config[name] = i.knownPart(value)
		}
		if !value.IsWhollyKnown() {
			unknown = append(unknown, name)
		}
	}
	answer, err := i.run.host.Resource(terraform.ResourceRequest{
		Address: i.address, Module: i.in.address,
		Mode: i.mode(), Type: i.declared.Type, Name: i.declared.Name, Key: i.plain(),
		ProviderVersion: i.node.module.providerVersion(i.declared),
		Config:          config, Unknown: unknown,
		Reads: i.run.readsOf(i.node), Secrets: secretNames(configured),
	})
	if err != nil {
		i.run.report(terraform.Evaluation, i.declared.Range, i.address,
			"The resource could not be emulated: "+err.Error()+".", "")
		return terraform.ResourceAnswer{}
	}
	i.reportProblems(answer)
	return answer
}

// mode counts ephemeral resources among the managed ones: the host emulates
// them alike.
func (i *resourceInstance) mode() string {
	if i.declared.Mode == "data" {
		return "data"
	}
	return "managed"
}

func secretNames(configured map[string]cty.Value) []string {
	names := []string{}
	for _, name := range sortedKeys(configured) {
		if isSecretWithin(configured[name]) {
			names = append(names, name)
		}
	}
	return names
}

// knownPart leaves out attributes that are not known; in a list they are null,
// as is all that does not fit.
func (i *resourceInstance) knownPart(value cty.Value) any {
	value = bare(value)
	kind := value.Type()
	switch {
	case !value.IsKnown() || value.IsNull() || !i.run.hasRoom(sizeOf(value)):
		return nil
	case kind == cty.String:
		return value.AsString()
	case kind == cty.Number:
		return exact(value.AsBigFloat())
	case kind == cty.Bool:
		return value.True()
	case kind.IsObjectType() || kind.IsMapType():
		object := map[string]any{}
		for name, member := range value.AsValueMap() {
			if member.IsKnown() {
				object[name] = i.knownPart(member)
			}
		}
		return object
	case value.CanIterateElements():
		list := []any{}
		for _, member := range value.AsValueSlice() {
			list = append(list, i.knownPart(member))
		}
		return list
	}
	return nil
}

// reportProblems shows what the emulation has against the configuration, at the
// attribute where it names one.
func (i *resourceInstance) reportProblems(answer terraform.ResourceAnswer) {
	for _, problem := range answer.Problems {
		i.run.report(terraform.ResourceConfiguration, i.attributeRange(problem.Attribute), i.address,
			problem.Message, problem.Fix)
	}
}
