package module

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// mergeBodies puts an override over a block: arguments replace arguments, and
// blocks all blocks of their type, but lifecycle, which is merged.
// https://developer.hashicorp.com/terraform/language/files/override#merging-behavior
func mergeBodies(base, override hcl.Body) hcl.Body {
	below, isNative := base.(*hclsyntax.Body)
	above, areBoth := override.(*hclsyntax.Body)
	if !isNative || !areBoth {
		return overridden{base, override}
	}
	merged := *below
	// A body that is broken may come without a map.
	merged.Attributes = hclsyntax.Attributes{}
	maps.Copy(merged.Attributes, below.Attributes)
	maps.Copy(merged.Attributes, above.Attributes)
	merged.Blocks = mergeBlocks(below.Blocks, above.Blocks)
	return &merged
}

func mergeBlocks(below, above hclsyntax.Blocks) hclsyntax.Blocks {
	above = slices.Clone(above)
	var merged hclsyntax.Blocks
	for _, block := range below {
		at := slices.IndexFunc(above, func(other *hclsyntax.Block) bool { return contentType(other) == contentType(block) })
		switch {
		case at < 0:
			merged = append(merged, block)
		case block.Type == "lifecycle":
			both := *above[at]
			both.Body, _ = mergeBodies(block.Body, both.Body).(*hclsyntax.Body)
			above[at] = &both
		}
	}
	return append(merged, above...)
}

// contentType is the type of the blocks that a dynamic block makes.
func contentType(block *hclsyntax.Block) string {
	if block.Type == "dynamic" && len(block.Labels) == 1 {
		return block.Labels[0]
	}
	return block.Type
}

// overridden is a block and its override, of which one or both are JSON.
type overridden struct{ base, override hcl.Body }

func (o overridden) PartialContent(asked *hcl.BodySchema) (*hcl.BodyContent, hcl.Body, hcl.Diagnostics) {
	below, baseRest, problems := o.base.PartialContent(withoutRequired(asked))
	above, overrideRest, more := o.override.PartialContent(withoutRequired(asked))
	attributes := hcl.Attributes{}
	maps.Copy(attributes, below.Attributes)
	maps.Copy(attributes, above.Attributes)
	below.Attributes = attributes
	kept := slices.DeleteFunc(below.Blocks, func(block *hcl.Block) bool {
		return slices.ContainsFunc(above.Blocks, func(other *hcl.Block) bool { return other.Type == block.Type })
	})
	below.Blocks = append(kept, above.Blocks...)
	problems = append(problems, more...)
	return below, overridden{baseRest, overrideRest}, append(problems, missing(asked, below)...)
}

func (o overridden) Content(asked *hcl.BodySchema) (*hcl.BodyContent, hcl.Diagnostics) {
	content, rest, problems := o.PartialContent(asked)
	unexpected := &hcl.BodySchema{}
	for _, part := range []hcl.Body{rest.(overridden).base, rest.(overridden).override} {
		_, more := part.Content(unexpected)
		problems = append(problems, more...)
	}
	return content, problems
}

func (o overridden) JustAttributes() (hcl.Attributes, hcl.Diagnostics) {
	below, problems := o.base.JustAttributes()
	above, more := o.override.JustAttributes()
	merged := hcl.Attributes{}
	maps.Copy(merged, below)
	maps.Copy(merged, above)
	return merged, append(problems, more...)
}

func (o overridden) MissingItemRange() hcl.Range { return o.base.MissingItemRange() }

func withoutRequired(asked *hcl.BodySchema) *hcl.BodySchema {
	relaxed := &hcl.BodySchema{Blocks: asked.Blocks, Attributes: slices.Clone(asked.Attributes)}
	for index := range relaxed.Attributes {
		relaxed.Attributes[index].Required = false
	}
	return relaxed
}

func missing(asked *hcl.BodySchema, content *hcl.BodyContent) hcl.Diagnostics {
	var problems hcl.Diagnostics
	for _, argument := range asked.Attributes {
		if argument.Required && content.Attributes[argument.Name] == nil {
			at := content.MissingItemRange
			problems = append(problems, &hcl.Diagnostic{Severity: hcl.DiagError, Subject: &at,
				Summary: "Missing required argument", Detail: "The argument \"" + argument.Name + "\" is required, but no definition was found."})
		}
	}
	return problems
}
