package module

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// declarations are the blocks of all files, override files merged in.
type declarations struct {
	// named are blocks that something else can name, by kind and labels.
	named map[string]*hcl.Block
	// order of the keys of named.
	order []string
	// unnamed are all others, in the order of the files.
	unnamed []*hcl.Block
	// settings are terraform blocks; override is what override files say.
	settings, overrides []*hcl.Block
}

func newDeclarations() declarations {
	return declarations{named: map[string]*hcl.Block{}}
}

// nouns are the kinds of blocks whose names are unique in a module.
var nouns = map[string]string{
	"variable": "variable", "output": "output", "module": "module call", "resource": "resource",
	"data": "data source", "ephemeral": "ephemeral resource", "check": "check", "action": "action",
}

func (r *reader) declare(block *hcl.Block, overrides bool) {
	switch {
	case block.Type == "terraform" && overrides:
		r.blocks.overrides = append(r.blocks.overrides, block)
	case block.Type == "terraform":
		r.blocks.settings = append(r.blocks.settings, block)
	case block.Type == "locals":
		r.locals(block, overrides)
	case overrides:
		r.override(block)
	case nouns[block.Type] == "":
		r.blocks.unnamed = append(r.blocks.unnamed, block)
	default:
		r.add(block)
	}
}

func (r *reader) add(block *hcl.Block) {
	key := keyOf(block)
	if first := r.blocks.named[key]; first != nil {
		r.refuseTwice(nouns[block.Type], strings.Join(block.Labels, "."), block.DefRange, first.DefRange)
		return
	}
	r.blocks.named[key] = block
	r.blocks.order = append(r.blocks.order, key)
}

func (r *reader) refuseTwice(noun, name string, again, first hcl.Range) {
	r.refuse(terraform.Unsupported, again, "Rename or remove one of the two.",
		"The %s %q was already declared at %s:%d.", noun, name, path.Base(first.Filename), r.module.places.of(first).Line)
}

func keyOf(block *hcl.Block) string {
	return fmt.Sprintf("%s %q", block.Type, block.Labels)
}

// unoverridable are blocks that stand in normal files only.
var unoverridable = []string{"check", "moved", "import", "removed", "action"}

// override puts a block of an override file over the one it names.
func (r *reader) override(block *hcl.Block) {
	if slices.Contains(unoverridable, block.Type) {
		r.refuse(terraform.Unsupported, block.DefRange, "Move the block to a file that is no override file.",
			"Override files cannot hold %s blocks.", block.Type)
		return
	}
	if block.Type == "provider" {
		r.overrideProvider(block)
		return
	}
	base := r.blocks.named[keyOf(block)]
	if base == nil {
		if !r.module.IsIncomplete {
			r.refuse(terraform.Unsupported, block.DefRange, "Declare it in a file that is no override file.",
				"There is no %s %q that this override file could override.", nouns[block.Type], strings.Join(block.Labels, "."))
		}
		return
	}
	merged := *base
	merged.Body = mergeBodies(base.Body, r.overridable(block.Body))
	r.blocks.named[keyOf(block)] = &merged
}

// overrideProvider changes the block of the same name and alias, or adds one.
func (r *reader) overrideProvider(block *hcl.Block) {
	for index, base := range r.blocks.unnamed {
		if base.Type == "provider" && base.Labels[0] == block.Labels[0] && aliasOf(base) == aliasOf(block) {
			merged := *base
			merged.Body = mergeBodies(base.Body, block.Body)
			r.blocks.unnamed[index] = &merged
			return
		}
	}
	r.blocks.unnamed = append(r.blocks.unnamed, block)
}

// fixedParts cannot be overridden, as Terraform 1.11 has it.
var fixedParts = schema([]string{"depends_on"}, block("validation"), block("precondition"), block("postcondition"))

var lifecycleOnly = schema(nil, block("lifecycle"))

// overridable reports the parts that cannot be overridden.
func (r *reader) overridable(body hcl.Body) hcl.Body {
	content, _, _ := body.PartialContent(fixedParts)
	nested, _, _ := body.PartialContent(lifecycleOnly)
	for _, inner := range nested.Blocks {
		conditions, _, _ := inner.Body.PartialContent(fixedParts)
		content.Blocks = append(content.Blocks, conditions.Blocks...)
	}
	if argument := content.Attributes["depends_on"]; argument != nil {
		r.refuse(terraform.Unsupported, argument.Range, "Set it where the block is declared.", "Override files cannot set depends_on.")
	}
	for _, inner := range content.Blocks {
		r.refuse(terraform.Unsupported, inner.DefRange, "Write it where the block is declared.",
			"Override files cannot hold %s blocks.", inner.Type)
	}
	return body
}
