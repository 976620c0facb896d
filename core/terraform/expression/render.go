package expression

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/text"
)

// varsArgument is the index of the variables in the calls of templatefile and
// templatestring.
const varsArgument = 1

// Render gives the value of a parsed template for an object or a map of
// variables. Errors are TemplateError, or function.ArgError about the
// variables. It is DynamicVal as long as the variables are unknown.
func Render(parsed hcl.Expression, vars cty.Value, functions map[string]function.Function) (cty.Value, error) {
	bare, marks := text.With(vars, nil).Unmark()
	if kind := bare.Type(); !bare.IsKnown() && kind.Equals(cty.DynamicPseudoType) {
		return cty.DynamicVal.WithMarks(marks), nil
	} else if bare.IsNull() || !kind.IsObjectType() && !kind.IsMapType() {
		return cty.NilVal, function.NewArgErrorf(varsArgument, "invalid vars value: must be a map")
	}
	if !bare.IsKnown() {
		return cty.DynamicVal.WithMarks(marks), nil
	}
	variables := bare.AsValueMap()
	if err := checkVariables(parsed, variables); err != nil {
		return cty.NilVal, err
	}
	for name, value := range variables {
		variables[name] = value.WithMarks(marks)
	}
	result, diags := parsed.Value(&hcl.EvalContext{Variables: variables, Functions: functions})
	if result.IsNull() && !diags.HasErrors() {
		diags = append(diags, errorAt(parsed.Range(), Problem{Code: terraform.NullInTemplate},
			"Template result is null", "The result of the template is null, where a text is needed."))
	}
	if diags.HasErrors() {
		return cty.NilVal, TemplateError{diags}
	}
	return sensitiveAs(vars, result), nil
}

func checkVariables(parsed hcl.Expression, variables map[string]cty.Value) error {
	for _, name := range slices.Sorted(maps.Keys(variables)) {
		if !hclsyntax.ValidIdentifier(name) {
			return function.NewArgErrorf(varsArgument,
				"invalid template variable name %q: must start with a letter, followed by zero or more letters, digits, and underscores", name)
		}
	}
	var diags hcl.Diagnostics
	for _, reference := range parsed.Variables() {
		name := reference.RootName()
		if _, given := variables[name]; !given {
			diags = append(diags, missingVariable(name, reference.SourceRange()))
		}
	}
	if diags.HasErrors() {
		return TemplateError{diags}
	}
	return nil
}

func missingVariable(name string, where hcl.Range) *hcl.Diagnostic {
	return errorAt(where,
		Problem{Code: terraform.UnknownReference, Fix: fmt.Sprintf("Give %q to the template where it is rendered.", name)},
		"Unknown template variable",
		fmt.Sprintf("The template refers to %q, but the vars map does not contain this key.", name))
}

// sensitiveAs makes the result sensitive when any variable is, used or not, as
// Terraform does.
func sensitiveAs(vars, result cty.Value) cty.Value {
	_, marks := vars.UnmarkDeep()
	if _, isSensitive := marks[text.Sensitive{}]; isSensitive {
		return result.Mark(text.Sensitive{})
	}
	return result
}
