package module

import (
	"strings"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// provider reads a provider block; taken are the names and aliases so far.
// https://developer.hashicorp.com/terraform/language/block/provider
func (r *reader) provider(block *hcl.Block, taken map[string]hcl.Range) {
	content, rest, problems := block.Body.PartialContent(providerSchema)
	r.report(problems)
	declared := &Provider{Name: block.Labels[0], Alias: r.text(content.Attributes["alias"]), Range: block.DefRange}
	declared.Config = configOf(block.Body, rest, providerSchema)
	r.module.HasProviders = true
	r.module.Providers = append(r.module.Providers, declared)

	key := strings.TrimSuffix(declared.Name+"."+declared.Alias, ".")
	if first, isTaken := taken[key]; isTaken {
		r.refuseTwice("provider configuration", key, block.DefRange, first)
	}
	taken[key] = block.DefRange
	r.providerVersion(declared.Name, content.Attributes["version"])
	for _, name := range []string{"count", "depends_on", "for_each", "source"} {
		if attribute := content.Attributes[name]; attribute != nil {
			r.refuse(terraform.Unsupported, attribute.NameRange, "Remove the argument.", "The argument %q is reserved in provider blocks.", name)
		}
	}
	for _, inner := range content.Blocks {
		r.refuse(terraform.Unsupported, inner.DefRange, "Remove the block.", "The block type %q is reserved in provider blocks.", inner.Type)
	}
}

// providerVersion reads the constraint where Terraform 0.12 wanted it.
func (r *reader) providerVersion(name string, attribute *hcl.Attribute) {
	if attribute == nil {
		return
	}
	r.warn(attribute.Range, "Move it to required_providers in a terraform block.",
		"The version of a provider in its configuration is deprecated since Terraform 0.14.")
	version := r.constraint(attribute)
	for index, required := range r.module.RequiredProviders {
		if required.Name == name {
			if required.Version == nil {
				r.module.RequiredProviders[index].Version = version
			}
			return
		}
	}
	r.module.RequiredProviders = append(r.module.RequiredProviders,
		terraform.RequiredProvider{Name: name, Version: version, Range: r.module.places.of(attribute.Range)})
}

// aliasOf is for comparing blocks before they are read.
func aliasOf(block *hcl.Block) string {
	content, _, _ := block.Body.PartialContent(schema([]string{"alias"}))
	if attribute := content.Attributes["alias"]; attribute != nil {
		alias, _ := literalText(attribute.Expr)
		return alias
	}
	return ""
}

// addresses reads a moved or removed block: nothing of it is rendered, and
// only its form is checked.
func (r *reader) addresses(block *hcl.Block, schema *hcl.BodySchema, arguments ...string) {
	content, problems := block.Body.Content(schema)
	r.report(problems)
	for _, name := range arguments {
		if attribute := content.Attributes[name]; attribute != nil {
			_, problems := hcl.AbsTraversalForExpr(attribute.Expr)
			r.report(problems)
		}
	}
}

func (r *reader) importBlock(block *hcl.Block) {
	content, problems := block.Body.Content(importSchema)
	r.report(problems)
	if content.Attributes["id"] == nil && content.Attributes["identity"] == nil {
		r.refuse(terraform.Unsupported, block.DefRange, "Add the argument.", "An import block needs the argument \"id\" or \"identity\".")
	}
}
