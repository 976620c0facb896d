package carry

import (
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// Case is for functions that change letters and nothing else: upper, lower,
// title. Letters whose other case has another length end it.
func Case(args []cty.Value, result string) *text.Map {
	m := mapOf(args[0])
	if len(m.Text) != len(result) {
		return nil
	}
	at := 0
	return valued(m, func(said string) string {
		at += len(said)
		return result[at-len(said) : at]
	})
}
