package evaluate

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/module"
	"windtunnel/core/terraform/text"
)

// input is a value given to a variable, and where.
type input struct {
	value cty.Value
	at    hcl.Range
}

func (r *run) evaluateVariable(n *node) {
	for _, in := range n.module.instances {
		address := in.in("var." + n.name)
		given, isSet := r.given(n, in, address)
		variable := n.module.declared.Variables[n.name]
		value := r.settle(variable, given, isSet, address)
		n.values[in] = r.bounded(value, placeOr(given.at, variable.Range), address)
	}
}

// given is what the call, or for the root module the user, gives the variable.
func (r *run) given(n *node, in *moduleInstance, address string) (input, bool) {
	if in.parent == nil {
		given, isSet := r.inputs[n.name]
		return given, isSet
	}
	given := argument(n)
	if given == nil {
		return input{}, false
	}
	scope := within(r.scope(n, in.parent), in.variables())
	return input{r.value(given, scope, in.address), given.Range()}, true
}

// settle applies default, type and sensitivity.
func (r *run) settle(variable *module.Variable, given input, isSet bool, address string) cty.Value {
	value, isDefault := given.value, false
	if isNull := isSet && bare(value).IsNull(); !isSet || isNull && !variable.Nullable {
		if variable.Default == nil {
			return r.unset(variable, given, isSet, address)
		}
		value, isDefault = r.value(variable.Default, r.base, address), true
	}
	if variable.Sensitive {
		r.found.noteSecrets(value, true)
	}
	converted, err := convertTo(variable, value)
	if err != nil {
		// A default that does not convert was reported when the module was read.
		if !isDefault {
			r.reportUnsuitable(variable, given.at, address, err)
		}
		converted = cty.UnknownVal(variable.Type)
	}
	if variable.Sensitive {
		converted = text.Hide(converted).Mark(text.Sensitive{})
	}
	return converted
}

func (r *run) reportUnsuitable(variable *module.Variable, at hcl.Range, address string, err error) {
	r.noteMissing(err.Error())
	r.report(terraform.VariableValue, placeOr(at, variable.Range), address,
		"The given value is not suitable for variable "+quote(variable.Name)+": "+pathed(err)+".", typeRemedy(variable))
}

// typeRemedy shows the type, unless it is long.
func typeRemedy(variable *module.Variable) string {
	written := strings.Join(strings.Fields(variable.TypeText), " ")
	if written == "" || len(written) > longestName {
		return "Give a value of the type that the variable declares."
	}
	return "Give a value of the type " + written + "."
}

// placeOr gives the place of a value that stands in a file.
func placeOr(at, otherwise hcl.Range) hcl.Range {
	if at.Filename == "" {
		return otherwise
	}
	return at
}

// unset reports a required variable of the root module; a call without it is
// reported with the call.
func (r *run) unset(variable *module.Variable, given input, isNull bool, address string) cty.Value {
	switch {
	case isNull:
		r.report(terraform.VariableValue, placeOr(given.at, variable.Range), address,
			"Variable "+quote(variable.Name)+" must not be null.", "")
	case address == "var."+variable.Name:
		r.report(terraform.VariableValue, variable.Range, address,
			"No value for required variable "+quote(variable.Name)+".", "Set it in a .tfvars file, or give it a default.")
	}
	value := cty.UnknownVal(variable.Type)
	if variable.Sensitive {
		value = value.Mark(text.Sensitive{})
	}
	return value
}

// convertTo applies the defaults of optional() attributes, which do not take
// marked values, then the type.
func convertTo(variable *module.Variable, value cty.Value) (cty.Value, error) {
	if variable.Defaults != nil && !bare(value).IsNull() {
		plain, marks := value.UnmarkDeepWithPaths()
		value = withAll(variable.Defaults.Apply(plain).MarkWithPaths(marks), marks)
	}
	value, err := expression.Listed(value, variable.Type)
	if err != nil {
		return cty.NilVal, err
	}
	return convert.Convert(value, variable.Type)
}

// withAll marks the whole with what lost its place when defaults were applied.
func withAll(value cty.Value, wanted []cty.PathValueMarks) cty.Value {
	_, kept := value.UnmarkDeep()
	for _, each := range wanted {
		for mark := range each.Marks {
			if _, isThere := kept[mark]; !isThere {
				value = value.Mark(mark)
			}
		}
	}
	return value
}

// pathed says which part of a value an error is about.
func pathed(err error) string {
	if inner, ok := err.(cty.PathError); ok && len(inner.Path) > 0 {
		return pathText(inner.Path) + ": " + inner.Error()
	}
	return err.Error()
}
