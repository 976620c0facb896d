package module

import (
	"strings"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// resource reads a resource, data or ephemeral block.
// https://developer.hashicorp.com/terraform/language/block/resource
func (r *reader) resource(block *hcl.Block, mode string) {
	r.checkName(block, 0)
	r.checkName(block, 1)
	known := resourceSchema
	if mode != "managed" {
		known = dataSchema
	}
	content, rest, problems := block.Body.PartialContent(known)
	r.report(problems)
	attributes := content.Attributes
	declared := &Resource{
		Mode: mode, Type: block.Labels[0], Name: block.Labels[1], Range: block.DefRange,
		Provider:  providerOfType(block.Labels[0]),
		Count:     expressionOf(attributes["count"]),
		ForEach:   expressionOf(attributes["for_each"]),
		DependsOn: r.references(attributes["depends_on"]),
		Config:    configOf(block.Body, rest, known),
	}
	r.checkRepetition(attributes)
	if attribute := attributes["provider"]; attribute != nil {
		declared.Provider = r.providerName(attribute.Expr)
	}
	r.resourceBlocks(declared, content.Blocks)
	r.module.Resources[declared.Key()] = declared
}

// Key is what the module's Resources know it by: aws_instance.node,
// data.aws_ami.fcos.
func (r *Resource) Key() string {
	if r.Mode == "managed" {
		return r.Type + "." + r.Name
	}
	return r.Mode + "." + r.Type + "." + r.Name
}

// providerOfType is the provider that a resource belongs to by its type.
func providerOfType(kind string) string {
	name, _, _ := strings.Cut(kind, "_")
	return name
}

func (r *reader) resourceBlocks(resource *Resource, blocks hcl.Blocks) {
	first := map[string]hcl.Range{}
	for _, inner := range blocks {
		if before, found := first[inner.Type]; found && inner.Type != "provisioner" && inner.Type != "locals" {
			r.refuseTwice(inner.Type+" block of", resource.Type+"."+resource.Name, inner.DefRange, before)
			continue
		}
		first[inner.Type] = inner.DefRange
		switch inner.Type {
		case "lifecycle":
			r.lifecycle(resource, inner)
		case "connection":
			resource.Connection = inner.Body
		case "provisioner":
			resource.Provisioners = append(resource.Provisioners, r.provisioner(inner))
		case "locals":
			r.refuse(terraform.Unsupported, inner.DefRange, "Declare local values at the top level.", "The block type %q is reserved in resources.", inner.Type)
		case "_":
			resource.Config = mergeBodies(resource.Config, inner.Body)
		}
	}
}

// lifecycle reads the conditions; of all else only the form counts, since
// nothing is ever created or destroyed here.
func (r *reader) lifecycle(resource *Resource, block *hcl.Block) {
	known := lifecycleSchema
	if resource.Mode != "managed" {
		known = dataLifecycleSchema
	}
	content, problems := block.Body.Content(known)
	r.report(problems)
	r.flag(content.Attributes["create_before_destroy"], false)
	r.flag(content.Attributes["prevent_destroy"], false)
	r.ignoredChanges(content.Attributes["ignore_changes"])
	for _, inner := range content.Blocks {
		switch inner.Type {
		case "precondition":
			resource.Preconditions = append(resource.Preconditions, r.rule(inner))
		case "postcondition":
			resource.Postconditions = append(resource.Postconditions, r.rule(inner))
		}
	}
}

func (r *reader) ignoredChanges(attribute *hcl.Attribute) {
	if attribute == nil || hcl.ExprAsKeyword(attribute.Expr) == "all" {
		return
	}
	listed, problems := hcl.ExprList(attribute.Expr)
	r.report(problems)
	for _, each := range listed {
		quoted, isQuoted := literalText(each)
		switch {
		case quoted == "*":
			r.warn(each.Range(), "Write ignore_changes = all.", `The form ["*"] of ignore_changes is refused since Terraform 0.15.`)
		case isQuoted:
			r.warn(each.Range(), "Write it without quotes.", "The reference %q stands in quotes, as Terraform 0.11 wanted it.", quoted)
		default:
			_, problems := hcl.RelTraversalForExpr(each)
			r.report(problems)
		}
	}
}

// provisioner reads a provisioner block.
// https://developer.hashicorp.com/terraform/language/provisioners
func (r *reader) provisioner(block *hcl.Block) *Provisioner {
	content, rest, problems := block.Body.PartialContent(provisionerSchema)
	r.report(problems)
	read := &Provisioner{
		Type: block.Labels[0], Range: block.DefRange,
		Config: configOf(block.Body, rest, provisionerSchema),
		When:   r.keyword(content.Attributes["when"], "create", "destroy"),
	}
	r.keyword(content.Attributes["on_failure"], "fail", "continue")
	for _, inner := range content.Blocks {
		switch {
		case inner.Type == "_":
			read.Config = mergeBodies(read.Config, inner.Body)
		case read.Connection != nil:
			r.refuseTwice("connection block of provisioner", read.Type, inner.DefRange, block.DefRange)
		default:
			read.Connection = inner.Body
		}
	}
	return read
}
