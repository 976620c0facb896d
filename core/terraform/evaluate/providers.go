package evaluate

import (
	"strings"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/module"
)

// providers are the provider blocks, by name and alias: aws.east.
func (m *configModule) providers() map[string]*module.Provider {
	byName := map[string]*module.Provider{}
	for _, block := range m.declared.Providers {
		byName[strings.TrimSuffix(block.Name+"."+block.Alias, ".")] = block
	}
	return byName
}

// required gives what a module, or the nearest above it that says anything,
// requires of its providers, by their local names.
func (m *configModule) required() map[string]terraform.RequiredProvider {
	named := map[string]terraform.RequiredProvider{}
	if m.parent != nil {
		named = m.parent.required()
	}
	for _, own := range m.declared.RequiredProviders {
		inherited := named[own.Name]
		if own.Source == nil {
			own.Source = inherited.Source
		}
		if own.Version == nil {
			own.Version = inherited.Version
		}
		named[own.Name] = own
	}
	return named
}

// providerVersion is the constraint for the provider of a resource, which is
// named by its provider argument or else the first word of its type.
func (m *configModule) providerVersion(of *module.Resource) *string {
	if m.requires == nil {
		m.requires = m.required()
	}
	name := of.Provider
	if name == "" {
		name, _, _ = strings.Cut(of.Type, "_")
	}
	name, _, _ = strings.Cut(name, ".")
	return m.requires[name].Version
}

func (r *run) providers() []terraform.ModuleProvider {
	found := []terraform.ModuleProvider{}
	for _, m := range r.modules {
		required := m.required()
		for _, name := range sortedKeys(required) {
			found = append(found, terraform.ModuleProvider{
				Module: m.key, Name: name, Source: required[name].Source, Version: required[name].Version,
			})
		}
	}
	return found
}
