package expression_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/expression"
)

// said is one diagnostic as `file:line:column code message`; those inside a
// template that a function rendered come instead of the function's.
func said(w *world, diags hcl.Diagnostics) []string {
	var all []string
	for _, diag := range diags {
		var inner expression.TemplateError
		call, isCall := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](diag)
		if isCall && errors.As(call.FunctionCallError(), &inner) {
			all = append(all, said(w, inner.Diagnostics)...)
			continue
		}
		code := "-"
		if problem, found := hcl.DiagnosticExtra[expression.Problem](diag); found {
			code = string(problem.Code)
		}
		where := "nowhere"
		if diag.Subject != nil {
			where = strings.TrimPrefix(diag.Subject.Filename, w.folder+"/") + diag.Subject.String()[len(diag.Subject.Filename):]
		}
		all = append(all, where+" "+code+" "+diag.Detail)
	}
	return all
}

func TestErrorsStandWhereTheyAre(t *testing.T) {
	files := map[string]string{
		"null.tpl":    "first\nsecond ${absent} ${list}\n",
		"syntax.tpl":  "first\n  ${name\n",
		"call.tpl":    "a\n${templatefile(\"null.tpl\", {})}\n",
		"again.tpl":   "${templatestring(name, {})}",
		"nothing.tpl": "${absent}",
		"latin.tpl":   "\xe9",
	}
	vars := map[string]cty.Value{
		"absent": cty.NullVal(cty.String), "list": cty.EmptyTupleVal, "name": cty.StringVal("alpha"), "number": cty.NumberIntVal(5),
	}
	for src, want := range map[string][]string{
		`"a ${absent}"`: {"main.tf:1,10-16 null-in-template The expression result is null. Cannot include a null value in a string template."},
		`"a ${list} b"`: {"main.tf:1,10-14 wrong-type Cannot include the given value in a string template: string required, but have tuple."},
		"<<EOT\n%{ for each in [1, null] }\n  ${each}\n%{ endfor }\nEOT\n": {
			"main.tf:3,5-9 null-in-template The expression result is null. Cannot include a null value in a string template."},
		`templatefile("null.tpl", { absent = null, list = [] })`: {
			"null.tpl:2,10-16 null-in-template The expression result is null. Cannot include a null value in a string template.",
			"null.tpl:2,20-24 wrong-type Cannot include the given value in a string template: string required, but have tuple."},
		`templatefile("null.tpl", { other = null })`: {
			"null.tpl:2,10-16 unknown-reference The template refers to \"absent\", but the vars map does not contain this key.",
			"null.tpl:2,20-24 unknown-reference The template refers to \"list\", but the vars map does not contain this key."},
		`templatefile("syntax.tpl", { name = "a" })`: {
			"syntax.tpl:2,3-5 - There is no closing brace for this interpolation sequence before the end of the file. This might be caused by incorrect nesting inside the given expression."},
		`templatefile("call.tpl", {})`: {
			"call.tpl:2,3-16 - Call to function \"templatefile\" failed: cannot call templatefile from inside a template that a function renders."},
		`templatefile("again.tpl", { name = "a" })`: {
			"again.tpl:1,3-18 - Call to function \"templatestring\" failed: cannot call templatestring from inside a template that a function renders."},
		`templatefile("nothing.tpl", { absent = null })`: {
			"nothing.tpl:1,1-10 null-in-template The result of the template is null, where a text is needed."},
		`templatefile("null.tpl", ["a"])`: {
			"main.tf:1,30-31 - Invalid value for \"vars\" parameter: invalid vars value: must be a map."},
		`templatefile("null.tpl", { "1a" = 1 })`: {
			"main.tf:1,30-31 - Invalid value for \"vars\" parameter: invalid template variable name \"1a\": must start with a letter, followed by zero or more letters, digits, and underscores."},
		`[for each in [file("null.tpl")] : templatestring(each, { absent = null, list = "" })]`: {
			"null.tpl:2,10-16 null-in-template The expression result is null. Cannot include a null value in a string template."},
		`[for each in ["a $${nope}"] : templatestring(each, {})]`: {
			"main.tf:1,50-54 unknown-reference The template refers to \"nope\", but the vars map does not contain this key."},
		`templatestring(name, {})`:        nil,
		`templatestring("${name}", {})`:   {"main.tf:1,20-29 - Invalid value for \"template\" parameter: invalid template expression: write the reference without template interpolation around it."},
		`templatestring("a ${name}", {})`: {"main.tf:1,21-23 - Invalid value for \"template\" parameter: invalid template expression: to render an inline template, use a plain template string expression."},
		`templatestring("a", {})`:         {"main.tf:1,21-22 - Invalid value for \"template\" parameter: invalid template expression: a literal template needs no templatestring; use it as it is."},
		`templatestring(number, {})`:      {"main.tf:1,20-26 - Invalid value for \"template\" parameter: invalid template value: a string is required."},
		`templatestring(upper(name), {})`: {"main.tf:1,20-26 - Invalid value for \"template\" parameter: invalid template expression: must be a direct reference to a single string from elsewhere."},
	} {
		t.Run(src, func(t *testing.T) {
			w := newWorld(t, files, vars)
			_, diags := w.eval(t, "x = "+src+"\n")
			if got := said(w, diags); strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("says\n%s\nand not\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

func TestUnclosedDirectivesAreReportedWhereTheyStand(t *testing.T) {
	for src, want := range map[string]string{
		"a\n%{ if up }\nb":                                   "a.tpl:2,1-11",
		"a\n%{~ for x in [1, 2] ~}\nb ${x}\n":                "a.tpl:2,1-23",
		"%{ if a }%{ if b }%{ endif }\n":                     "a.tpl:1,1-10",
		"%{ if a }%{ if b }${c}\n":                           "a.tpl:1,10-19",
		"%{ for k, v in {a = \"%{ if x }${1}%{ endif }\"} }": "a.tpl:1,1-49",
	} {
		_, diags := expression.ParseTemplate([]byte(src), "a.tpl")
		if len(diags) == 0 || expression.PlaceOf(diags[0]).String() != want {
			t.Errorf("%q: %v, not at %s", src, diags, want)
		}
	}
	src := "x = {\n  a = \"%{ if up }b\"\n}\n"
	_, diags := hclsyntax.ParseConfig([]byte(src), "main.tf", hcl.InitialPos)
	expression.PointAtUnclosed(diags, []byte(src), "main.tf")
	if len(diags) == 0 || expression.PlaceOf(diags[0]).String() != "main.tf:2,8-18" {
		t.Errorf("in a file: %v", diags)
	}
}
