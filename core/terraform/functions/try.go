package functions

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/customdecode"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

var can = tryfunc.CanFunc

// try evaluates each expression once. That of hcl does so twice, once for the
// type, and calls within calls double the time again.
var try = function.New(&function.Spec{
	VarParam: &function.Parameter{Name: "expressions", Type: customdecode.ExpressionClosureType},
	Type:     function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if len(args) == 0 {
			return cty.NilVal, errors.New("at least one argument is required")
		}
		var failures hcl.Diagnostics
		for _, arg := range args {
			value, problems := customdecode.ExpressionClosureFromVal(arg).Value()
			failures = append(failures, problems...)
			if problems.HasErrors() {
				continue
			}
			if err := CheckValue(value); err != nil {
				return cty.NilVal, err
			}
			// Once it is known it might still turn out to be an error.
			if !value.IsWhollyKnown() {
				return cty.DynamicVal, nil
			}
			return value, nil
		}
		return cty.NilVal, allFailed(failures)
	},
})

func allFailed(failures hcl.Diagnostics) error {
	var said strings.Builder
	said.WriteString("no expression succeeded:\n")
	for _, failure := range failures {
		place := ""
		if failure.Subject != nil {
			place = fmt.Sprintf(" (at %s)", failure.Subject)
		}
		// What HCL suggests depends on the order of a map.
		detail, _, _ := strings.Cut(failure.Detail, " Did you mean ")
		fmt.Fprintf(&said, "- %s%s\n  %s\n", failure.Summary, place, detail)
	}
	said.WriteString("\nAt least one expression must produce a successful result")
	return errors.New(said.String())
}
