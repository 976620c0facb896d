package expression_test

import (
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/files"
	"windtunnel/core/terraform/functions"
	"windtunnel/core/terraform/text"
)

// Functions that keep maps must give what they gave before, whatever they are
// given: m carries a map, s is sensitive, u unknown, n null.
func TestFunctionsGiveWhatTheyGaveBefore(t *testing.T) {
	values := map[string]cty.Value{
		"s": cty.StringVal("a\nb ").Mark(text.Sensitive{}), "u": cty.UnknownVal(cty.String), "d": cty.DynamicVal,
		"n": cty.NullVal(cty.String), "m": mapped("x\r\n é y\n"), "l": cty.ListVal([]cty.Value{mapped("1\n2"), cty.StringVal("")}),
		"ul": cty.UnknownVal(cty.List(cty.String)), "sl": cty.ListVal([]cty.Value{cty.StringVal("q")}).Mark(text.Sensitive{}),
		"set": cty.SetVal([]cty.Value{cty.StringVal("b"), cty.StringVal("a")}), "nl": cty.NullVal(cty.List(cty.String)),
	}
	w := newWorld(t, written, nil)
	base := functions.Table(files.Reader{Root: w.folder, Allowed: []string{w.folder}})
	count := 0
	for _, src := range calls() {
		parsed, diags := hclsyntax.ParseExpression([]byte(src), "main.tf", hcl.InitialPos)
		if diags.HasErrors() {
			t.Fatal(src, diags)
		}
		want, wantDiags := parsed.Value(&hcl.EvalContext{Variables: values, Functions: base})
		got, gotDiags := parsed.Value(&hcl.EvalContext{Variables: values, Functions: w.context.Functions})
		if wantDiags.Error() != gotDiags.Error() {
			t.Errorf("%s says %v, not %v", src, gotDiags, wantDiags)
		}
		if !wantDiags.HasErrors() && !withoutMaps(got).RawEquals(withoutMaps(want)) {
			t.Errorf("%s gives %#v, not %#v", src, got, want)
		}
		if m := text.Of(got); m != nil {
			checkRuns(t, m, func(string) []byte { return []byte("x\r\n é y\n1\n2") })
		}
		count++
	}
	if count < 300 {
		t.Errorf("only %d calls", count)
	}
}

// calls puts every argument into every call, first as the text and then as
// the other argument.
func calls() []string {
	arguments := []string{"s", "u", "d", "n", "m", "l", "ul", "sl", "set", "nl", `""`, `"x"`, "5", "true", "[m, n]", "{ a = m }", "[]", "[s, u]"}
	var all []string
	for _, name := range []string{"chomp", "trimspace", "upper", "lower", "title", "base64encode", "base64decode", "jsonencode",
		"yamlencode", "file", "filebase64", "sensitive", "compact", "distinct", "length", "reverse", "sort", "tostring", "toset", "keys", "nonsensitive"} {
		for _, argument := range arguments {
			all = append(all, name+"("+argument+")")
		}
	}
	for _, name := range []string{"trim", "trimprefix", "trimsuffix", "split", "join", "indent", "format", "formatlist"} {
		for _, argument := range arguments {
			all = append(all, name+"("+argument+", m)", name+"(m, "+argument+")", name+`("%s|%v\n", `+argument+")",
				name+"(2, "+argument+")", name+`("", `+argument+")")
		}
	}
	for _, argument := range arguments {
		all = append(all, "replace(m, "+argument+`, "z")`, `replace(m, "/[xy]/", `+argument+")", "replace("+argument+`, "\n", "-")`,
			"substr(m, "+argument+", 2)", "substr("+argument+", -2, 1)", "substr(m, 2, -1)", `format("%s %[1]q %5s %%", `+argument+", 1)",
			"format(m, "+argument+")", `formatlist("%s-%s", l, `+argument+")", `join(",", l, `+argument+")")
	}
	return all
}

// mapped is a text that stands in a file.
func mapped(said string) cty.Value {
	source := "x\r\n é y\n1\n2"
	start := hcl.InitialPos
	if said == "1\n2" {
		start = text.Advance(start, source[:len(source)-len(said)])
	}
	run := text.Run{Length: len(said), File: "a", Start: start, Literal: true}
	return cty.StringVal(said).Mark(&text.Map{Text: said, Runs: []text.Run{run}})
}

func withoutMaps(value cty.Value) cty.Value {
	clean, err := cty.Transform(value, func(_ cty.Path, part cty.Value) (cty.Value, error) {
		return text.With(part, nil), nil
	})
	if err != nil {
		return value
	}
	return clean
}
