package functions

import (
	"time"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"

	"windtunnel/core/terraform/text"
)

// Now is what timestamp() and plantimestamp() give, in every run.
const Now = "2020-01-01T00:00:00Z"

var dates = map[string]function.Function{
	"formatdate":    stdlib.FormatDateFunc,
	"plantimestamp": clock("plantimestamp()"),
	"timeadd":       stdlib.TimeAddFunc,
	"timecmp":       timeCmp,
	"timestamp":     clock("timestamp()"),
}

func clock(address string) function.Function {
	return function.New(&function.Spec{
		Type:         function.StaticReturnType(cty.String),
		RefineResult: notNull,
		Impl: func([]cty.Value, cty.Type) (cty.Value, error) {
			return cty.StringVal(Now).Mark(text.Placeholder{Address: address}), nil
		},
	})
}

var timeCmp = function.New(&function.Spec{
	Params:       []function.Parameter{parameter("timestamp_a", cty.String), parameter("timestamp_b", cty.String)},
	Type:         function.StaticReturnType(cty.Number),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		var times [2]time.Time
		for i, arg := range args {
			// Adding nothing has the words of every other function for what is wrong.
			if _, err := stdlib.TimeAdd(arg, cty.StringVal("0s")); err != nil {
				return cty.NilVal, function.NewArgError(i, err)
			}
			parsed, err := time.Parse(time.RFC3339, arg.AsString())
			if err != nil {
				return cty.NilVal, function.NewArgError(i, err)
			}
			times[i] = parsed
		}
		return cty.NumberIntVal(int64(times[0].Compare(times[1]))), nil
	},
})
