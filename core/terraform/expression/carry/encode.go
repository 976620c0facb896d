package carry

import (
	"sort"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// whole is one run for all of a text made of value, which is secret when any
// part of value is.
func whole(value cty.Value, result string) *text.Map {
	_, marks := value.UnmarkDeep()
	secret, placeholders := text.TraitsOf(marks)
	for mark := range marks {
		if m, ok := mark.(*text.Map); ok {
			traits := covering(m)
			secret = secret || traits.Secret
			placeholders = append(placeholders, traits.Placeholders...)
		}
	}
	sort.Strings(placeholders)
	var b text.Builder
	b.AddAs(result, text.Run{Secret: secret, Placeholders: placeholders})
	return b.Map()
}

// under gives an element the marks of what it is in: a list that is sensitive
// has sensitive elements.
func under(outer cty.ValueMarks, element cty.Value) cty.Value {
	if len(outer) == 0 {
		return element
	}
	return element.WithMarks(outer)
}

func isMapping(kind cty.Type) bool { return kind.IsObjectType() || kind.IsMapType() }
func isSequence(kind cty.Type) bool {
	return kind.IsTupleType() || kind.IsListType() || kind.IsSetType()
}
