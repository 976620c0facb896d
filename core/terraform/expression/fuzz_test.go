package expression_test

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/text"
)

// FuzzParseTemplate holds our templates against HCL's own: the same value, the
// same number of errors, and runs that keep what checkRuns says.
func FuzzParseTemplate(f *testing.F) {
	for _, seed := range []string{
		"", "plain\nlines\r\n", "${a}", "${a}\n", "a $${b} %%{c} ${~ a ~} \n", "%{ if b ~}\n x\n%{~ else }y${a}%{ endif }\n",
		"%{ for i, x in l ~}\n${i}: ${x}${~ x}\n%{ endfor ~}\n", "${<<-EOT\n   a\n\n    ${a}\n  EOT\n}", "e\u0301${a}\u0301",
		`${"a\n\t\"\\\u00e9$${a}%%{"}`, "\xef\xbb\xbfa ${b}", "${null}", "${l}", "x${a", "${b ? \"a\nb\" : l[0]}%", "${upper(\"a\n${a}\")}",
	} {
		f.Add(seed)
	}
	context := &hcl.EvalContext{Variables: map[string]cty.Value{
		"a": cty.StringVal("one\ntwo"), "b": cty.True,
		"l": cty.TupleVal([]cty.Value{cty.StringVal("x"), cty.StringVal("\u0301y\n"), cty.NumberIntVal(3)}),
	}}
	f.Fuzz(func(t *testing.T, src string) {
		plain, diags := hclsyntax.ParseTemplate([]byte(src), "a.tpl", hcl.InitialPos)
		ours, ourDiags := expression.ParseTemplate([]byte(src), "a.tpl")
		if diags.HasErrors() != ourDiags.HasErrors() && !isLimit(ourDiags) {
			t.Fatalf("HCL says %v of parsing, we say %v", diags, ourDiags)
		}
		if ourDiags.HasErrors() {
			return
		}
		want, wantDiags := plain.Value(context)
		got, gotDiags := ours.Value(context)
		if len(wantDiags) != len(gotDiags) {
			t.Fatalf("HCL says %v, we say %v", wantDiags, gotDiags)
		}
		bare, _ := got.UnmarkDeep()
		if !wantDiags.HasErrors() && !bare.RawEquals(want) {
			t.Fatalf("HCL gives %#v, we %#v", want, bare)
		}
		if m := text.Of(got); m != nil {
			checkRuns(t, m, func(string) []byte { return []byte(src) })
		}
	})
}

func isLimit(diags hcl.Diagnostics) bool {
	for _, diag := range diags {
		if _, found := hcl.DiagnosticExtra[expression.Problem](diag); found {
			return true
		}
	}
	return false
}
