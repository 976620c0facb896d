package evaluate

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// decoder evaluates bodies without a schema: every attribute is one, every type
// of block becomes a list of objects.
type decoder struct {
	run     *run
	address string
}

// object evaluates a body; nil gives an empty object.
func (d *decoder) object(body hcl.Body, context *hcl.EvalContext) map[string]cty.Value {
	switch body := body.(type) {
	case nil:
		return map[string]cty.Value{}
	case *hclsyntax.Body:
		return d.native(body, context)
	}
	return d.json(body, context)
}

func (d *decoder) native(body *hclsyntax.Body, context *hcl.EvalContext) map[string]cty.Value {
	object := map[string]cty.Value{}
	for _, name := range sortedKeys(body.Attributes) {
		object[name] = d.run.value(body.Attributes[name].Expr, context, d.address)
	}
	lists := map[string]*blockList{}
	for _, block := range body.Blocks {
		if block.Type == "dynamic" && len(block.Labels) == 1 {
			d.dynamic(nativeDynamic(block), context, listOf(lists, block.Labels[0]))
			continue
		}
		list := listOf(lists, block.Type)
		list.add(d.native(block.Body, context))
	}
	closeLists(object, lists)
	return object
}

// blockList collects the blocks of one type.
type blockList struct {
	members []cty.Value
	// isUnknown: nobody knows how many there are.
	isUnknown bool
}

func (l *blockList) add(members map[string]cty.Value) {
	l.members = append(l.members, cty.ObjectVal(members))
}

func listOf(lists map[string]*blockList, name string) *blockList {
	if lists[name] == nil {
		lists[name] = &blockList{}
	}
	return lists[name]
}

func closeLists(object map[string]cty.Value, lists map[string]*blockList) {
	for name, list := range lists {
		object[name] = cty.TupleVal(list.members)
		if list.isUnknown {
			object[name] = cty.DynamicVal
		}
	}
}
