package module

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"windtunnel/core/terraform"
)

// decode turns the blocks of all files into declarations.
func (r *reader) decode() {
	r.settings()
	for _, key := range r.blocks.order {
		r.named(r.blocks.named[key])
	}
	providers := map[string]hcl.Range{}
	for _, block := range r.blocks.unnamed {
		switch block.Type {
		case "provider":
			r.provider(block, providers)
		case "moved":
			r.addresses(block, movedSchema, "from", "to")
		case "import":
			r.importBlock(block)
		case "removed":
			r.addresses(block, removedSchema, "from")
		}
	}
}

func (r *reader) named(block *hcl.Block) {
	switch block.Type {
	case "variable":
		r.variable(block)
	case "output":
		r.output(block)
	case "module":
		r.call(block)
	case "resource":
		r.resource(block, "managed")
	case "data", "ephemeral":
		r.resource(block, block.Type)
	case "check":
		r.check(block)
	}
}

const nameFix = "Start the name with a letter or underscore, and use letters, digits, underscores and dashes only."

// checkName reports a name that is no identifier; label counts from 0.
func (r *reader) checkName(block *hcl.Block, label int) {
	if name := block.Labels[label]; !hclsyntax.ValidIdentifier(name) {
		r.refuse(terraform.Unsupported, block.LabelRanges[label], nameFix, "%q is no valid name.", name)
	}
}

// locals notes the local values of a block; those of override files replace
// what other files say.
func (r *reader) locals(block *hcl.Block, overrides bool) {
	attributes, problems := block.Body.JustAttributes()
	r.report(problems)
	for _, name := range sortedKeys(attributes) {
		attribute := attributes[name]
		r.checkLocal(attribute, overrides)
		if first := r.module.Locals[name]; first != nil && !overrides {
			r.refuseTwice("local value", name, attribute.NameRange, first.Range)
			continue
		}
		r.module.Locals[name] = &Local{Name: name, Expression: attribute.Expr, Range: attribute.Range}
	}
}

func (r *reader) checkLocal(attribute *hcl.Attribute, overrides bool) {
	if !hclsyntax.ValidIdentifier(attribute.Name) {
		r.refuse(terraform.Unsupported, attribute.NameRange, nameFix, "%q is no valid name.", attribute.Name)
	}
	if overrides && r.module.Locals[attribute.Name] == nil && !r.module.IsIncomplete {
		r.refuse(terraform.Unsupported, attribute.NameRange, "Declare it in a file that is no override file.",
			"There is no local value %q that this override file could override.", attribute.Name)
	}
}

func (r *reader) output(block *hcl.Block) {
	r.checkName(block, 0)
	content, problems := block.Body.Content(outputSchema)
	r.report(problems)
	attributes := content.Attributes
	declared := &Output{
		Name: block.Labels[0], Range: block.DefRange,
		Description: r.text(attributes["description"]),
		Sensitive:   r.flag(attributes["sensitive"], false),
		Ephemeral:   r.flag(attributes["ephemeral"], false),
		DependsOn:   r.references(attributes["depends_on"]),
	}
	if value := attributes["value"]; value != nil {
		declared.Expression = value.Expr
	}
	for _, inner := range content.Blocks {
		declared.Preconditions = append(declared.Preconditions, r.rule(inner))
	}
	r.module.Outputs[declared.Name] = declared
}

// rule reads a validation, precondition, postcondition or assert block.
func (r *reader) rule(block *hcl.Block) *Rule {
	content, problems := block.Body.Content(ruleSchema)
	r.report(problems)
	read := &Rule{Range: block.DefRange}
	if message := content.Attributes["error_message"]; message != nil {
		read.Message = message.Expr
	}
	if condition := content.Attributes["condition"]; condition != nil {
		read.Condition = condition.Expr
		if len(condition.Expr.Variables()) == 0 {
			r.refuse(terraform.Unsupported, condition.Expr.Range(), "Refer to what is to be checked.",
				"The condition of this %s refers to nothing, so it checks nothing.", block.Type)
		}
	}
	return read
}

func (r *reader) check(block *hcl.Block) {
	r.checkName(block, 0)
	content, problems := block.Body.Content(checkSchema)
	r.report(problems)
	declared := &CheckBlock{Name: block.Labels[0], Range: block.DefRange}
	var scoped *hcl.Block
	for _, inner := range content.Blocks {
		switch {
		case inner.Type == "assert":
			declared.Asserts = append(declared.Asserts, r.rule(inner))
		case scoped != nil:
			r.refuseTwice("data source of check", declared.Name, inner.DefRange, scoped.DefRange)
		default:
			scoped = inner
			r.scopedData(inner)
		}
	}
	if len(declared.Asserts) == 0 {
		r.refuse(terraform.Unsupported, block.DefRange, "Add an assert block.", "The check %q has no assert block.", declared.Name)
	}
	r.module.Checks[declared.Name] = declared
}

// scopedData reads the data source inside a check block.
func (r *reader) scopedData(block *hcl.Block) {
	if first := r.module.Resources["data."+strings.Join(block.Labels, ".")]; first != nil {
		r.refuseTwice("data source", strings.Join(block.Labels, "."), block.DefRange, first.Range)
		return
	}
	r.resource(block, "data")
}
