package expression_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/text"
)

func codeOf(diags hcl.Diagnostics) terraform.Code {
	for _, diag := range diags {
		if problem, found := hcl.DiagnosticExtra[expression.Problem](diag); found {
			return problem.Code
		}
	}
	return ""
}

func TestDeepExpressionsAreRefused(t *testing.T) {
	again := func(piece string) string { return strings.Repeat(piece, 10_000) }
	for name, src := range map[string]string{
		"parentheses":       "x = " + again("(") + "1" + again(")"),
		"brackets":          "x = " + again("[") + again("]"),
		"hidden by texts":   "x = " + again("(\")\" == ") + "1" + again(")"),
		"objects":           "x = " + again("{ a = ") + "1" + again("}"),
		"templates":         "x = " + again("\"${") + "1" + again("}\""),
		"negations":         "x = " + again("!") + "true",
		"negations by line": "x = (" + again("!\n") + "true)",
		"conditions":        "x = " + again("a ? b : ") + "c",
		"sums":              "x = 1" + again(" + 1"),
		"indexes":           "x = a" + again("[b]"),
		"blocks":            again("a {\n") + again("}\n"),
	} {
		t.Run(name, func(t *testing.T) {
			if code := codeOf(expression.CheckDepth([]byte(src+"\n"), "main.tf")); code != terraform.Limit {
				t.Errorf("gives the code %q", code)
			}
		})
	}
	for name, src := range map[string]string{
		"parentheses": "${" + again("(") + "1" + again(")") + "}",
		"directives":  again("%{ if a }") + again("%{ endif }"),
		"lines":       "${a}" + again("\n") + again("\n") + again("\n"),
		"bytes":       "${a}" + strings.Repeat("x", 2<<20),
	} {
		t.Run("template of "+name, func(t *testing.T) {
			if _, diags := expression.ParseTemplate([]byte(src), "a.tpl"); codeOf(diags) != terraform.Limit {
				t.Errorf("gives the code %q", codeOf(diags))
			}
		})
	}
}

func TestWideConfigurationIsNotDeep(t *testing.T) {
	src := strings.Repeat("a {\n  b = [1 + 2, (3), -4, \"${c[0]}-${d ? 1 : 2}\"]\n  e = { f = 1\n g = 2 }\n}\n", 3000)
	if diags := expression.CheckDepth([]byte(src), "main.tf"); diags.HasErrors() {
		t.Error(diags)
	}
}

func TestTextsHaveALimit(t *testing.T) {
	long := cty.StringVal(strings.Repeat("0123456789abcde\n", text.MaxLength/16/4))
	context := &hcl.EvalContext{Variables: map[string]cty.Value{"a": long}}
	for src, want := range map[string]terraform.Code{
		`"${a}${a}${a}${a}"`:                                "",
		`"${a}${a}${a}${a}."`:                               terraform.Limit,
		`"%{ for each in [1, 2, 3, 4, 5] }${a}%{ endfor }"`: terraform.Limit,
	} {
		parsed, diags := hclsyntax.ParseExpression([]byte(src), "main.tf", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		value, diags := expression.Wrap(parsed, []byte(src)).Value(context)
		if code := codeOf(diags); code != want {
			t.Errorf("%s gives the code %q, not %q", src, code, want)
		}
		if want != "" && value.IsKnown() {
			t.Errorf("%s is known", src)
		}
	}
}
