package carry

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// Split is split(separator, text).
func Split(args []cty.Value, results []string) []*text.Map {
	separator := bare(args[0])
	m := mapOf(args[1])
	if !text.IsKnownPlace(m) {
		return make([]*text.Map, len(results))
	}
	cursor := m.Cursor()
	described := make([]*text.Map, 0, len(results))
	for _, result := range results {
		described = append(described, &text.Map{Text: result, Runs: cursor.Take(len(result))})
		cursor.Skip(len(separator))
	}
	if strings.Join(results, separator) != m.Text {
		return make([]*text.Map, len(results))
	}
	return described
}
