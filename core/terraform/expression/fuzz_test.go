package expression_test

import (
	"testing"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/files"
	"windtunnel/core/terraform/functions"
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

// FuzzFunctions gives functions a text that stands in a file: results as of
// before, and runs that keep what checkRuns says.
func FuzzFunctions(f *testing.F) {
	f.Add("one é\n\n two\r\n", "é", 3)
	f.Add("%s-%[1]s %5.1f%%\n", "%", -2)
	f.Add("- a: |\n  b\n \"x\": 1\n", "\n", 0)
	f.Add("  \ttab\u2028\U0001d11e<&>\x01", "(b|a)", 1)
	base := functions.Table(files.Reader{})
	ours := expression.Functions(base, files.Reader{}, expression.NewCache())
	var calls []hclsyntax.Expression
	for _, src := range []string{
		"chomp(m)", "trimspace(m)", "trim(m, p)", "trimprefix(m, p)", "trimsuffix(m, p)", "upper(m)", "lower(m)", "title(m)",
		"indent(2, m)", `replace(m, p, "<\n>")`, `replace(m, "/${p}/", "<$1$0>")`, "replace(p, p, m)", "split(p, m)", "substr(m, n, n)",
		"substr(m, n, -1)", "join(m, [p, m, p])", `join(p, [m, "x"], [])`, "format(m, p, n)", `format("a%s\n%q%v", m, m, m)`,
		`formatlist("%s\n", [m, p])`, "formatlist(m, [m, p])", "base64decode(base64encode(m))", "jsonencode({ (p) = [m, n, true, null, {}, []] })",
		"yamlencode({ (p) = [m, n, true, null, {}, [], [[m], { a = m }]], b = m })", "yamlencode(m)", "jsonencode(m)", "reverse([m, p])",
	} {
		parsed, diags := hclsyntax.ParseExpression([]byte(src), "main.tf", hcl.InitialPos)
		if diags.HasErrors() {
			f.Fatal(src, diags)
		}
		calls = append(calls, parsed)
	}
	f.Fuzz(func(t *testing.T, said, pattern string, number int) {
		value := cty.StringVal(said)
		if value.AsString() != said || !utf8.ValidString(said+pattern) {
			return
		}
		run := text.Run{Length: len(said), File: "a", Start: hcl.InitialPos, Literal: true}
		variables := map[string]cty.Value{"p": cty.StringVal(pattern), "n": cty.NumberIntVal(int64(number % 64)),
			"m": value.Mark(&text.Map{Text: said, Runs: []text.Run{run}})}
		for index, call := range calls {
			want, wantDiags := call.Value(&hcl.EvalContext{Variables: variables, Functions: base})
			got, gotDiags := call.Value(&hcl.EvalContext{Variables: variables, Functions: ours})
			if wantDiags.HasErrors() != gotDiags.HasErrors() {
				t.Fatalf("call %d says %v, not %v", index, gotDiags, wantDiags)
			}
			if wantDiags.HasErrors() {
				continue
			}
			if !withoutMaps(got).RawEquals(withoutMaps(want)) {
				t.Fatalf("call %d gives %#v, not %#v", index, got, want)
			}
			if m := text.Of(got); m != nil {
				checkRuns(t, m, func(string) []byte { return []byte(said) })
			}
		}
	})
}
