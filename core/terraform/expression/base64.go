package expression

import (
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/text"
)

// encoded is base64encode(text): the map stays that of the text.
func encoded(base function.Function) function.Function {
	return around(base, func(args []cty.Value, result cty.Value) cty.Value {
		result = text.With(result, nil)
		m := text.Splice(args[0], text.Run{})
		if bare, _ := result.Unmark(); m == nil || !isText(bare) {
			return result
		}
		return text.With(result, &text.Map{Text: m.Text, Base64: true, Runs: m.Runs})
	})
}

// decoded is base64decode(text), which gives the map of before back.
func decoded(base function.Function) function.Function {
	return around(base, func(args []cty.Value, result cty.Value) cty.Value {
		result = text.With(result, nil)
		m := text.Of(args[0])
		bare, _ := result.Unmark()
		if m == nil || !m.Base64 || !isText(bare) || bare.AsString() != m.Text {
			return result
		}
		return text.With(result, &text.Map{Text: m.Text, Runs: m.Runs})
	})
}
