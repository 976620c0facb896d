package module

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"windtunnel/core/terraform"
)

// reservedVariables have a meaning in module blocks.
// https://developer.hashicorp.com/terraform/language/block/variable
var reservedVariables = []string{
	"count", "depends_on", "for_each", "lifecycle", "locals", "provider", "providers", "source", "version",
}

func (r *reader) variable(block *hcl.Block) {
	content, problems := block.Body.Content(variableSchema)
	r.report(problems)
	attributes := content.Attributes
	declared := &Variable{
		Name: block.Labels[0], Range: block.DefRange, Type: cty.DynamicPseudoType, TypeText: "any",
		Description: r.text(attributes["description"]),
		Deprecated:  r.text(attributes["deprecated"]),
		Sensitive:   r.flag(attributes["sensitive"], false),
		Ephemeral:   r.flag(attributes["ephemeral"], false),
		Nullable:    r.flag(attributes["nullable"], true),
	}
	r.checkName(block, 0)
	if slices.Contains(reservedVariables, declared.Name) {
		r.refuse(terraform.Unsupported, block.LabelRanges[0], "Choose another name.",
			"No variable can be named %q, which has a meaning in module blocks.", declared.Name)
	}
	if attribute := attributes["type"]; attribute != nil {
		r.constrain(declared, attribute.Expr)
	}
	if attribute := attributes["default"]; attribute != nil {
		declared.Default = attribute.Expr
		r.checkDefault(declared)
	}
	for _, inner := range content.Blocks {
		declared.Validations = append(declared.Validations, r.validation(declared, inner))
	}
	r.module.Variables[declared.Name] = declared
}

func (r *reader) validation(variable *Variable, block *hcl.Block) *Rule {
	read := r.rule(block)
	if read.Condition == nil {
		return read
	}
	variables := read.Condition.Variables()
	isAbout := slices.ContainsFunc(variables, func(each hcl.Traversal) bool { return variableName(each) == variable.Name })
	if len(variables) > 0 && !isAbout {
		r.refuse(terraform.Unsupported, read.Condition.Range(), "Refer to var."+variable.Name+".",
			"A validation of the variable %q has to refer to var.%s.", variable.Name, variable.Name)
	}
	return read
}

// variableName gives x of var.x, empty for all else.
func variableName(traversal hcl.Traversal) string {
	if len(traversal) < 2 || traversal.RootName() != "var" {
		return ""
	}
	step, _ := traversal[1].(hcl.TraverseAttr)
	return step.Name
}

// checkDefault reports a default that is no constant or does not convert.
func (r *reader) checkDefault(variable *Variable) {
	at := variable.Default.Range()
	value, problems := evaluate(variable.Default)
	if problems.HasErrors() {
		r.report(problems)
		return
	}
	if value.IsNull() && !variable.Nullable {
		r.refuse(terraform.VariableValue, at, "Give another default, or leave nullable out.",
			"The default of the variable %q is null, which nullable = false rules out.", variable.Name)
		return
	}
	if variable.Defaults != nil && !value.IsNull() {
		value = variable.Defaults.Apply(value)
	}
	value, err := convert.Convert(value, variable.Type)
	if err != nil {
		r.refuse(terraform.VariableValue, at, "Change the default or the type.", "The default of the variable %q is no %s: %s.",
			variable.Name, oneLine(variable.TypeText), failure(err))
		return
	}
	variable.defaultJSON = literalJSON(value)
}

// failure says what does not convert, and where in the value.
func failure(err error) string {
	var path cty.Path
	if wrong, ok := err.(cty.PathError); ok {
		path = wrong.Path
	}
	if len(path) == 0 {
		return err.Error()
	}
	return formatPath(path) + ": " + err.Error()
}

func formatPath(path cty.Path) string {
	var said strings.Builder
	for _, step := range path {
		switch step := step.(type) {
		case cty.GetAttrStep:
			said.WriteString("." + step.Name)
		case cty.IndexStep:
			said.WriteString(formatIndex(step.Key))
		}
	}
	return strings.TrimPrefix(said.String(), ".")
}

func formatIndex(key cty.Value) string {
	switch {
	case key.IsNull() || !key.IsKnown():
		return "[…]"
	case key.Type() == cty.String:
		return fmt.Sprintf("[%q]", key.AsString())
	case key.Type() == cty.Number:
		return "[" + key.AsBigFloat().Text('f', -1) + "]"
	}
	return "[…]"
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
