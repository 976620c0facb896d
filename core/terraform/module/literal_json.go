package module

import (
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// literalJSON gives a value as JSON; nil when it is not known or too large to
// be of use to who chooses values.
func literalJSON(value cty.Value) *string {
	if !value.IsWhollyKnown() {
		return nil
	}
	encoded, err := ctyjson.Marshal(value, value.Type())
	if err != nil || len(encoded) > 1<<20 {
		return nil
	}
	text := string(encoded)
	return &text
}
