package evaluate

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/text"
)

// merge adds what the host answers to what is configured. Null in the
// configuration means not set.
func (i *resourceInstance) merge(configured map[string]cty.Value, answer terraform.ResourceAnswer) map[string]cty.Value {
	merged := make(map[string]cty.Value, len(configured)+len(answer.Values))
	for name, value := range configured {
		merged[name] = value
	}
	secrets, known := secretNames(configured), textsOf(configured)
	for _, name := range sortedKeys(answer.Values) {
		said := known.restore(i.mark(name, fromJSON(answer.Values[name]), answer, len(secrets) > 0))
		i.run.found.noteSecrets(said, false)
		own, isSet := configured[name]
		if !isSet || slices.Contains(answer.Replace, name) {
			merged[name] = said
			continue
		}
		merged[name] = fill(own, said)
	}
	for _, name := range answer.Unknown {
		if _, isSet := configured[name]; !isSet {
			merged[name] = cty.DynamicVal
		}
	}
	if add, found := natively[i.declared.Type]; found {
		add(i, configured, merged)
	}
	return merged
}

// fill takes from said what is missing in own: attributes of nested blocks that
// the provider computes.
func fill(own, said cty.Value) cty.Value {
	plain, marks := own.Unmark()
	other := bare(said)
	switch {
	case !plain.IsKnown():
		return own
	case plain.IsNull():
		return said
	case plain.Type().IsTupleType() && other.CanIterateElements():
		return cty.TupleVal(fillEach(plain.AsValueSlice(), other.AsValueSlice())).WithMarks(marks)
	case plain.Type().IsObjectType() && other.Type().IsObjectType():
		members := map[string]cty.Value{}
		for name, member := range other.AsValueMap() {
			members[name] = member
		}
		for name, member := range plain.AsValueMap() {
			members[name] = member
			if answered, found := other.AsValueMap()[name]; found {
				members[name] = fill(member, answered)
			}
		}
		return cty.ObjectVal(members).WithMarks(marks)
	}
	return own
}

func fillEach(own, said []cty.Value) []cty.Value {
	filled := slices.Clone(own)
	for index := range filled {
		if index < len(said) && filled[index].Type().IsObjectType() {
			filled[index] = fill(filled[index], said[index])
		}
	}
	return filled
}

// mark hangs on the parts of an answer what reports must know of them. What a
// provider renders, a machine config, holds the secrets of its configuration.
func (i *resourceInstance) mark(name string, value cty.Value, answer terraform.ResourceAnswer, isMadeOfSecrets bool) cty.Value {
	marked, err := cty.Transform(value, func(path cty.Path, part cty.Value) (cty.Value, error) {
		if !part.Type().IsPrimitiveType() || part.IsNull() {
			return part, nil
		}
		plain := name + namesOf(path)
		if isWithin(plain, answer.Secret) || isMadeOfSecrets && plain == "rendered" {
			part = part.Mark(text.Secret{})
		}
		if isWithin(plain, answer.Placeholders) {
			part = part.Mark(text.Placeholder{Address: i.address + "." + name + pathText(path)})
		}
		return part, nil
	})
	if err != nil {
		return value
	}
	return marked
}

// isWithin says whether a name is among those given, or below one of them.
func isWithin(name string, given []string) bool {
	for _, each := range given {
		if name == each || strings.HasPrefix(name, each+".") {
			return true
		}
	}
	return false
}

// namesOf leaves out the indexes of a path.
func namesOf(path cty.Path) string {
	var said strings.Builder
	for _, step := range path {
		if step, isName := step.(cty.GetAttrStep); isName {
			said.WriteString("." + step.Name)
		}
	}
	return said.String()
}

// pathText is the path as an expression has it: [0].name
func pathText(path cty.Path) string {
	var said strings.Builder
	for _, step := range path {
		switch step := step.(type) {
		case cty.GetAttrStep:
			said.WriteString("." + step.Name)
		case cty.IndexStep:
			if key := bare(step.Key); key.IsKnown() && !key.IsNull() && key.Type().IsPrimitiveType() {
				said.WriteString(instanceKey(key))
			}
		}
	}
	return said.String()
}

func attributeRange(body hcl.Body, name string) (hcl.Range, bool) {
	native, isNative := body.(*hclsyntax.Body)
	if !isNative {
		return hcl.Range{}, false
	}
	if found := native.Attributes[name]; found != nil {
		return found.Expr.Range(), true
	}
	for _, block := range native.Blocks {
		if block.Type == name {
			return block.DefRange(), true
		}
	}
	return hcl.Range{}, false
}
