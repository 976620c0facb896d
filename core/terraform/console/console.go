// Package console evaluates expressions by themselves, as `terraform console`
// does in a folder without a state. It is there to hold our functions to
// Terraform's: test/terraform/functions has what the real one answers.
package console

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/files"
	"windtunnel/core/terraform/functions"
	"windtunnel/core/terraform/text"
)

// Evaluate gives the value of each expression, or why it has none. In reach are
// functions, some locals, and the files below the folder; allowed is as in
// files.Reader.
func Evaluate(params terraform.EvaluateParams, allowed []string) terraform.EvaluateResult {
	reader := files.Reader{Root: params.Folder, Allowed: allowed}
	table := expression.Functions(functions.Table(reader), reader, expression.NewCache())
	context := &hcl.EvalContext{
		Functions: table,
		Variables: map[string]cty.Value{"local": locals},
	}
	result := terraform.EvaluateResult{Values: make([]terraform.Evaluated, len(params.Expressions))}
	for i, said := range params.Expressions {
		result.Values[i] = evaluate(said, context)
	}
	return result
}

// locals are values of every kind that are not known, and a template for
// templatestring, which takes references only.
var locals = cty.ObjectVal(map[string]cty.Value{
	"template":       cty.StringVal("Hello, ${name}!"),
	"unknown":        cty.DynamicVal,
	"unknown_text":   cty.UnknownVal(cty.String),
	"unknown_number": cty.UnknownVal(cty.Number),
	"unknown_bool":   cty.UnknownVal(cty.Bool),
	"unknown_list":   cty.UnknownVal(cty.List(cty.String)),
	"unknown_set":    cty.UnknownVal(cty.Set(cty.String)),
	"unknown_map":    cty.UnknownVal(cty.Map(cty.String)),
	"unknown_object": cty.UnknownVal(cty.Object(map[string]cty.Type{"a": cty.String})),
})

func evaluate(said string, context *hcl.EvalContext) terraform.Evaluated {
	parsed, problems := hclsyntax.ParseExpression([]byte(said), "<console-input>", hcl.InitialPos)
	if problems.HasErrors() {
		return failed(problems)
	}
	value, problems := expression.Wrap(parsed, []byte(said)).Value(context)
	if problems.HasErrors() {
		return failed(problems)
	}
	return answer(value)
}

func failed(problems hcl.Diagnostics) terraform.Evaluated {
	for _, problem := range problems {
		if problem.Severity == hcl.DiagError {
			words := problem.Summary + ": " + problem.Detail
			return terraform.Evaluated{Error: &words}
		}
	}
	return terraform.Evaluated{}
}

func answer(value cty.Value) terraform.Evaluated {
	bare, marks := value.UnmarkDeep()
	_, isSensitive := marks[text.Sensitive{}]
	kind := typeText(bare.Type())
	result := terraform.Evaluated{Type: &kind, IsKnown: bare.IsWhollyKnown(), IsSensitive: isSensitive}
	if !result.IsKnown {
		return result
	}
	// Infinity is known, and has no JSON.
	if written, err := stdlib.JSONEncode(bare); err == nil {
		said := written.AsString()
		result.JSON = &said
	}
	return result
}
