package expression_test

import (
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// Whatever is made of a secret, its characters are in a secret run, or the
// whole text is secret.
func TestSecretsStaySecret(t *testing.T) {
	vars := map[string]cty.Value{
		"token": cty.StringVal("s3cr3t").Mark(text.Secret{}), "lines": cty.StringVal("a\ns3cr3t\nb").Mark(text.Sensitive{}),
		"both": cty.MapVal(map[string]cty.Value{"a": cty.StringVal("s3cr3t"), "b": cty.StringVal("c\nd")}).Mark(text.Secret{}),
	}
	mixed := `"x ${token} y\n${lines}\n"`
	for _, src := range []string{
		`token`, `lines`, mixed, `"${token}"`, `"${lines}"`, `"<${lines}>"`, `"a ${"b ${token}"}"`, `"${both.a} and ${both.b}"`,
		"<<EOT\n%{ for each in [token, lines] ~}\n${each}\n%{ endfor ~}\n%{ if true }${token}%{ endif }\nEOT\n",
		`join("\n", [token, lines, ` + mixed + `])`, `join("\n", values(both))`, `format("%s\n%q%v", lines, token, ` + mixed + `)`,
		`formatlist("%s\n", [token])[0]`, `indent(2, ` + mixed + `)`, `indent(2, lines)`, `upper(` + mixed + `)`, `title(` + mixed + `)`,
		`replace(` + mixed + `, "x", "z")`, `replace("a\nb", "b", token)`, `replace(` + mixed + `, "/(s3)(c)/", "$1$2")`,
		`replace(` + mixed + `, "/x (.*) y/", "z $1")`, `split("\n", ` + mixed + `)[0]`, `substr(` + mixed + `, 1, 9)`,
		`jsonencode({ a = token, b = lines, c = ` + mixed + `, d = both, e = "plain\n" })`, `jsonencode(sensitive(["s3cr3t", "a\n"]))`,
		`yamlencode({ a = token, b = lines, c = ` + mixed + `, d = both, e = "plain\n" })`, `yamlencode({ "\n" = token })`,
		`jsonencode({ (token) = "a\n" })`, `yamlencode({ (token) = "a\n" })`, `yamlencode({ (lines) = "a\n" })`,
		`base64decode(base64encode(` + mixed + `))`, `base64decode(base64encode(lines))`, `sensitive("a s3cr3t\n")`, `sensitive("${"s3cr3t"}\n")`,
		`templatefile("plain.tpl", { name = token, names = [lines] })`, `templatefile("plain.tpl", sensitive({ name = "s3cr3t", names = [] }))`,
		`trimspace(` + mixed + `)`, `chomp(lines)`, `try(token, "")`, `coalesce("", lines)`, `true ? lines : "b\n"`, `[for each in [lines] : "${each}."][0]`,
		`regexall("s3.*", ` + mixed + `)[0]`, `strrev(strrev(` + mixed + `))`, `lookup({ a = ` + mixed + ` }, "a")`, `urlencode(token)`,
	} {
		t.Run(src, func(t *testing.T) {
			w := newWorld(t, written, vars)
			value, diags := w.eval(t, "x = "+src+"\n")
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			if shown := shownOf(value); strings.Contains(strings.ToLower(shown), "s3c") {
				t.Errorf("shows %q", shown)
			}
		})
	}
}

// shownOf is what a report may show of a text.
func shownOf(value cty.Value) string {
	bare, _ := value.Unmark()
	m := text.Of(value)
	if secret, _ := text.Traits(value); m == nil && secret {
		return ""
	} else if m == nil {
		return bare.AsString()
	}
	shown, at := "", 0
	for _, run := range m.Runs {
		if !run.Secret {
			shown += m.Text[at : at+run.Length]
		}
		at += run.Length
	}
	return shown
}
