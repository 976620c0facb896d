package module

import (
	"strings"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// call reads a module block.
// https://developer.hashicorp.com/terraform/language/block/module
func (r *reader) call(block *hcl.Block) {
	r.checkName(block, 0)
	content, rest, problems := block.Body.PartialContent(callSchema)
	r.report(problems)
	attributes := content.Attributes
	declared := &Call{
		Name: block.Labels[0], Range: block.DefRange,
		Source:    r.optionalText(attributes["source"]),
		Version:   r.optionalText(attributes["version"]),
		Count:     expressionOf(attributes["count"]),
		ForEach:   expressionOf(attributes["for_each"]),
		DependsOn: r.references(attributes["depends_on"]),
		Providers: r.passedProviders(attributes["providers"]),
	}
	declared.Arguments, problems = rest.JustAttributes()
	r.report(problems)
	if source := attributes["source"]; source != nil {
		at := source.Expr.Range()
		declared.SourceRange = &at
	}
	r.checkSource(declared, attributes["version"])
	r.checkRepetition(attributes)
	r.module.Calls[declared.Name] = declared
}

func (r *reader) checkSource(call *Call, version *hcl.Attribute) {
	if call.Source == nil {
		return
	}
	isLocal := strings.HasPrefix(*call.Source, "./") || strings.HasPrefix(*call.Source, "../")
	switch {
	case *call.Source == "":
		r.refuse(terraform.ModuleSource, *call.SourceRange, "Give a path that starts with ./ or ../, or the address of a module.",
			"The source of the module call %q is empty.", call.Name)
	case isLocal && version != nil:
		r.refuse(terraform.Unsupported, version.Range, "Remove the version.",
			"Only modules of a registry have a version, and the source of the module call %q is a folder.", call.Name)
	}
}

// checkRepetition reports count beside for_each.
func (r *reader) checkRepetition(attributes hcl.Attributes) {
	if attributes["count"] != nil && attributes["for_each"] != nil {
		r.refuse(terraform.Unsupported, attributes["for_each"].NameRange, "Remove one of the two.",
			"Count and for_each exclude each other.")
	}
}
