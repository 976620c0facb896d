package evaluate

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
)

// dynamicBlock is a block that stands for one block per element.
// https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
type dynamicBlock struct {
	forEach  hcl.Expression
	iterator string
	content  hcl.Body
	at       hcl.Range
}

func nativeDynamic(block *hclsyntax.Block) dynamicBlock {
	found := dynamicBlock{iterator: block.Labels[0], at: block.DefRange()}
	if attribute := block.Body.Attributes["for_each"]; attribute != nil {
		found.forEach = attribute.Expr
	}
	if attribute := block.Body.Attributes["iterator"]; attribute != nil {
		found.iterator = keyword(attribute.Expr, found.iterator)
	}
	for _, inner := range block.Body.Blocks {
		if inner.Type == "content" {
			found.content = inner.Body
		}
	}
	return found
}

func keyword(expression hcl.Expression, otherwise string) string {
	if name := hcl.ExprAsKeyword(expression); name != "" {
		return name
	}
	return otherwise
}

func (d *decoder) dynamic(block dynamicBlock, context *hcl.EvalContext, into *blockList) {
	if block.forEach == nil || block.content == nil {
		d.run.report(terraform.Unsupported, block.at, d.address,
			"A dynamic block needs for_each and a content block.", "")
		return
	}
	elements := bare(d.run.value(block.forEach, context, d.address))
	if !elements.IsKnown() {
		into.isUnknown = true
		return
	}
	if elements.IsNull() || !elements.CanIterateElements() {
		why := "not a " + elements.Type().FriendlyName()
		if elements.IsNull() {
			why = "not null"
		}
		d.run.report(terraform.Repetition, block.forEach.Range(), d.address,
			"Invalid dynamic for_each value: a list, map or set is required, "+why+".", "")
		return
	}
	for each := elements.ElementIterator(); each.Next() && d.run.makesBlock(block.at, d.address); {
		key, value := each.Element()
		if elements.Type().IsSetType() {
			key = value
		}
		iterator := cty.ObjectVal(map[string]cty.Value{"key": key, "value": value})
		into.add(d.object(block.content, within(context, map[string]cty.Value{block.iterator: iterator})))
	}
}
