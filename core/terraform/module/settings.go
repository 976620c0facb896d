package module

import (
	"path"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
)

// settings reads the terraform blocks, those of override files last.
// https://developer.hashicorp.com/terraform/language/terraform
func (r *reader) settings() {
	var state, providers *hcl.Block
	for _, block := range r.blocks.settings {
		content := r.settingsBlock(block)
		r.requireVersion(content)
		for _, inner := range content.Blocks {
			switch inner.Type {
			case "backend", "cloud":
				state = r.single(state, inner, "A module keeps its state in one backend or cloud block")
				r.module.HasBackend = true
			case "required_providers":
				providers = r.single(providers, inner, "A module has one required_providers block")
				r.requireProviders(inner)
			}
		}
	}
	for _, block := range r.blocks.overrides {
		r.overrideSettings(r.settingsBlock(block))
	}
}

func (r *reader) settingsBlock(block *hcl.Block) *hcl.BodyContent {
	content, problems := block.Body.Content(terraformSchema)
	r.report(problems)
	for _, inner := range content.Blocks {
		if inner.Type == "encryption" {
			r.warn(inner.DefRange, "Remove the block where Terraform is used.", "The block encryption is known to OpenTofu, and refused by Terraform.")
		}
	}
	return content
}

func (r *reader) single(first, again *hcl.Block, rule string) *hcl.Block {
	if first == nil {
		return again
	}
	place := r.module.places.of(first.DefRange)
	r.refuse(terraform.Unsupported, again.DefRange, "Remove one of the two.", "%s; another is at %s:%d.", rule, path.Base(place.File), place.Line)
	return first
}

// overrideSettings: a version constraint replaces all of the normal files, a
// provider the one of its name.
func (r *reader) overrideSettings(content *hcl.BodyContent) {
	if content.Attributes["required_version"] != nil {
		r.module.RequiredVersion = nil
		r.requireVersion(content)
	}
	for _, inner := range content.Blocks {
		switch inner.Type {
		case "backend", "cloud":
			r.module.HasBackend = true
		case "required_providers":
			r.requireProviders(inner)
		}
	}
}

func (r *reader) requireVersion(content *hcl.BodyContent) {
	attribute := content.Attributes["required_version"]
	if said := r.optionalText(attribute); said != nil {
		r.checkConstraint(*said, attribute.Expr.Range())
		r.module.RequiredVersion = append(r.module.RequiredVersion, *said)
	}
}

func (r *reader) checkConstraint(said string, at hcl.Range) {
	if !isConstraint(said) {
		r.refuse(terraform.Unsupported, at, `Write it like ">= 1.5, < 2.0" or "~> 5.0".`, "%q is no version constraint.", said)
	}
}

func (r *reader) requireProviders(block *hcl.Block) {
	attributes, problems := block.Body.JustAttributes()
	r.report(problems)
	for _, name := range sortedKeys(attributes) {
		required := terraform.RequiredProvider{Name: name, Range: r.module.places.of(attributes[name].Range)}
		r.requirement(attributes[name], &required)
		r.addRequirement(required)
	}
}

// addRequirement replaces that of the same name: override files come last.
func (r *reader) addRequirement(required terraform.RequiredProvider) {
	for index, other := range r.module.RequiredProviders {
		if other.Name == required.Name {
			r.module.RequiredProviders[index] = required
			return
		}
	}
	r.module.RequiredProviders = append(r.module.RequiredProviders, required)
}

// requirement reads the object form, or the text of Terraform 0.12, which is
// the version alone.
// https://developer.hashicorp.com/terraform/language/providers/requirements
func (r *reader) requirement(attribute *hcl.Attribute, into *terraform.RequiredProvider) {
	pairs, problems := hcl.ExprMap(attribute.Expr)
	if problems.HasErrors() {
		into.Version = r.constraint(attribute)
		return
	}
	for _, pair := range pairs {
		r.requirementPart(pair, into)
	}
}

func (r *reader) requirementPart(pair hcl.KeyValuePair, into *terraform.RequiredProvider) {
	value := &hcl.Attribute{Name: r.keyText(pair.Key), Expr: pair.Value}
	switch value.Name {
	case "version":
		into.Version = r.constraint(value)
	case "source":
		into.Source = r.optionalText(value)
		if into.Source != nil && !isProviderSource(*into.Source) {
			r.refuse(terraform.Unsupported, pair.Value.Range(), `Write it like "hashicorp/aws".`, "%q is no provider source: [host/]namespace/name is wanted.", *into.Source)
		}
	case "configuration_aliases":
		listed, problems := hcl.ExprList(pair.Value)
		r.report(problems)
		for _, each := range listed {
			r.providerName(each)
		}
	default:
		r.refuse(terraform.Unsupported, pair.Key.Range(), "Configure providers in provider blocks.",
			"A required provider has source, version and configuration_aliases, and no %q.", value.Name)
	}
}

func (r *reader) constraint(attribute *hcl.Attribute) *string {
	said := r.optionalText(attribute)
	if said != nil {
		r.checkConstraint(*said, attribute.Expr.Range())
	}
	return said
}

// keyText gives the text of an object key, empty when it is computed.
func (r *reader) keyText(key hcl.Expression) string {
	value, problems := evaluate(key)
	if problems.HasErrors() || !value.IsKnown() || value.IsNull() || !value.Type().Equals(cty.String) {
		return ""
	}
	return value.AsString()
}
