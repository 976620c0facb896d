package evaluate

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/expression"
)

// dynamicSchema finds dynamic blocks in JSON, where nothing else tells blocks
// from attributes.
var dynamicSchema = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "dynamic", LabelNames: []string{"type"}}}}

var dynamicParts = &hcl.BodySchema{
	Attributes: []hcl.AttributeSchema{{Name: "for_each"}, {Name: "iterator"}, {Name: "labels"}},
	Blocks:     []hcl.BlockHeaderSchema{{Type: "content"}},
}

// json evaluates the body of a JSON file: objects stay what they are, and only
// what dynamic blocks make is a list.
func (d *decoder) json(body hcl.Body, context *hcl.EvalContext) map[string]cty.Value {
	object := map[string]cty.Value{}
	content, rest, problems := body.PartialContent(dynamicSchema)
	d.run.addHCL(problems, d.address)
	attributes, problems := rest.JustAttributes()
	d.run.addHCL(problems, d.address)
	for _, name := range sortedKeys(attributes) {
		object[name] = d.run.value(expression.JSON(attributes[name].Expr), context, d.address)
	}
	lists := map[string]*blockList{}
	for _, block := range content.Blocks {
		d.dynamic(jsonDynamic(block), context, listOf(lists, block.Labels[0]))
	}
	closeLists(object, lists)
	return object
}

func jsonDynamic(block *hcl.Block) dynamicBlock {
	found := dynamicBlock{iterator: block.Labels[0], at: block.DefRange}
	parts, _, _ := block.Body.PartialContent(dynamicParts)
	if attribute := parts.Attributes["for_each"]; attribute != nil {
		found.forEach = expression.JSON(attribute.Expr)
	}
	if attribute := parts.Attributes["iterator"]; attribute != nil {
		found.iterator = keyword(attribute.Expr, found.iterator)
	}
	for _, inner := range parts.Blocks {
		found.content = inner.Body
	}
	return found
}
