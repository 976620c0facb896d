package carry

import (
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// Join is join(separator, lists...).
func Join(args []cty.Value, _ string) *text.Map {
	separator := mapOf(args[0])
	var b text.Builder
	isFirst := true
	for _, list := range args[1:] {
		elements, outer := list.Unmark()
		for it := elements.ElementIterator(); it.Next(); {
			_, element := it.Element()
			if !isFirst {
				b.AddMap(separator)
			}
			isFirst = false
			b.AddMap(mapOf(element.WithMarks(outer)))
		}
	}
	return b.Map()
}

// Indent is indent(spaces, text): the added spaces come from where the line
// behind them begins.
func Indent(args []cty.Value, result string) *text.Map {
	m := mapOf(args[1])
	count, _ := args[0].Unmark()
	spaces, _ := count.AsBigFloat().Int64()
	return indented(m, int(spaces), len(result))
}
