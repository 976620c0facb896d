package module

import (
	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// Facts says what a module declares, for who finds modules and chooses values.
// Lists are in the order of names; expressions are shown as written.
func Facts(m *Module) terraform.ModuleFacts {
	facts := terraform.ModuleFacts{
		Variables: []terraform.VariableFacts{}, Outputs: append([]string{}, sortedKeys(m.Outputs)...),
		Calls: []terraform.ModuleCall{}, Resources: []terraform.ResourceFacts{},
		RequiredVersion:   append([]string{}, m.RequiredVersion...),
		RequiredProviders: append([]terraform.RequiredProvider{}, m.RequiredProviders...),
		HasProviders:      m.HasProviders, HasBackend: m.HasBackend,
		Files: append([]string{}, m.files...), Diagnostics: append([]terraform.Diagnostic{}, m.Diagnostics...),
	}
	for _, name := range sortedKeys(m.Variables) {
		facts.Variables = append(facts.Variables, variableFacts(m, m.Variables[name]))
	}
	for _, name := range sortedKeys(m.Calls) {
		facts.Calls = append(facts.Calls, callFacts(m, m.Calls[name]))
	}
	for _, key := range sortedKeys(m.Resources) {
		if each := m.Resources[key]; each.Mode != "ephemeral" {
			facts.Resources = append(facts.Resources, terraform.ResourceFacts{
				Mode: each.Mode, Type: each.Type, Name: each.Name, Range: m.places.of(each.Range)})
		}
	}
	return facts
}

func variableFacts(m *Module, variable *Variable) terraform.VariableFacts {
	facts := terraform.VariableFacts{
		Name: variable.Name, Type: variable.TypeText, HasDefault: variable.Default != nil, DefaultJSON: variable.defaultJSON,
		IsNullable: variable.Nullable, IsSensitive: variable.Sensitive, Allowed: m.allowed[variable.Name],
		Validations: []terraform.ValidationFacts{}, Range: m.places.of(variable.Range),
	}
	if variable.Description != "" {
		facts.Description = &variable.Description
	}
	for _, rule := range variable.Validations {
		if rule.Condition != nil {
			facts.Validations = append(facts.Validations, terraform.ValidationFacts{
				Condition: m.written(rule.Condition), Message: m.message(rule.Message), Range: m.places.of(rule.Range)})
		}
	}
	return facts
}

// message gives a literal text, or the expression as written.
func (m *Module) message(expr hcl.Expression) string {
	if expr == nil {
		return ""
	}
	if text, ok := constantText(expr); ok {
		return text
	}
	return m.written(expr)
}

func callFacts(m *Module, call *Call) terraform.ModuleCall {
	facts := terraform.ModuleCall{
		Name: call.Name, Source: call.Source, Version: call.Version,
		Arguments: append([]string{}, sortedKeys(call.Arguments)...), Range: m.places.of(call.Range),
	}
	if call.SourceRange != nil {
		at := m.places.of(*call.SourceRange)
		facts.SourceRange = &at
	}
	return facts
}
