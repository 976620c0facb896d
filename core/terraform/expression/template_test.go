package expression_test

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// origins are pieces of a result and where their first character comes from.
type origins map[string]string

var variables = map[string]cty.Value{
	"name":   cty.StringVal("alpha"),
	"names":  cty.TupleVal([]cty.Value{cty.StringVal("alpha"), cty.StringVal("beta")}),
	"yes":    cty.True,
	"no":     cty.False,
	"number": cty.NumberIntVal(42),
	"token":  cty.StringVal("s3cr3t").Mark(text.Secret{}),
	"hidden": cty.StringVal("h1dden").Mark(text.Sensitive{}),
	"made":   cty.StringVal("10.0.0.1").Mark(text.Placeholder{Address: "aws_instance.a.private_ip"}),
}

// templates are arguments by what they show.
var templates = map[string]struct {
	src, said string
	want      origins
}{
	"a literal on one line has no map": {
		"x = \"one line\"\n", "one line", origins{"one": "no map"},
	},
	"an interpolation points at its expression": {
		"x = \"a ${name} b\"\n", "a alpha b",
		origins{"a ": "main.tf:1:6", "alpha": "main.tf:1:10-1:14", " b": "main.tf:1:15"},
	},
	"a heredoc stands where it stands": {
		"x = <<EOT\nfirst\n  second ${number}\nEOT\n", "first\n  second 42\n",
		origins{"first": "main.tf:2:1", "second": "main.tf:3:3", "42": "main.tf:3:12-3:18"},
	},
	"a flush heredoc moves to the left": {
		"x = <<-EOT\n    first\n      second\n    ${name} third\n  EOT\n", "first\n  second\nalpha third\n",
		origins{"first": "main.tf:2:5", "  second": "main.tf:3:5", "second": "main.tf:3:7", "alpha": "main.tf:4:7-4:11", "third": "main.tf:4:13"},
	},
	"a blank line in a flush heredoc": {
		"x = <<-EOT\n    first\n\n    second\n  EOT\n", "first\n\nsecond\n",
		origins{"\n\nsecond": "main.tf:2:10", "\nsecond": "main.tf:3:1", "second": "main.tf:4:5"},
	},
	"escapes in quotes": {
		`x = "a\tb\n\"c\" $${d} %%{e} \\f \u00e9g"` + "\n", "a\tb\n\"c\" ${d} %{e} \\f ég",
		origins{"a": "main.tf:1:6", "\t": "main.tf:1:7-1:9", "b": "main.tf:1:9", "\n": "main.tf:1:10-1:12", "\"c": "main.tf:1:13",
			"c": "main.tf:1:14", "${d": "main.tf:1:19", "%{e": "main.tf:1:25", "\\f": "main.tf:1:31", "é": "main.tf:1:34-1:40", "g": "main.tf:1:40"},
	},
	"escapes in a heredoc": {
		"x = <<EOT\n$${HOME} 50%% \\n %%{ x }\n$$ $ %\nEOT\n", "${HOME} 50%% \\n %{ x }\n$$ $ %\n",
		origins{"${HOME": "main.tf:2:2", "50": "main.tf:2:10", "\\n": "main.tf:2:15", "%{ x": "main.tf:2:19", "$$": "main.tf:3:1"},
	},
	"lines that end with CR LF": {
		"x = <<EOT\r\nfirst\r\nsecond ${name}\r\nEOT\r\n", "first\r\nsecond alpha\r\n",
		origins{"first": "main.tf:2:1", "second": "main.tf:3:1", "alpha": "main.tf:3:10-3:14"},
	},
	"a trimmed interpolation": {
		"x = <<EOT\nfirst\n   ${~ name ~}   \n  second\nEOT\n", "first\nalpha  second\n",
		origins{"first": "main.tf:2:1", "alpha": "main.tf:3:8-3:12", "second": "main.tf:4:3"},
	},
	"if and else": {
		"x = <<EOT\n%{ if yes ~}\nfirst ${name}\n%{ else ~}\nsecond\n%{ endif ~}\nlast\nEOT\n", "first alpha\nlast\n",
		origins{"first": "main.tf:3:1", "alpha": "main.tf:3:9-3:13", "last": "main.tf:7:1"},
	},
	"an if on one line": {
		"x = \"a %{ if no }b%{ else }c ${name}%{ endif } d\"\n", "a c alpha d",
		origins{"a": "main.tf:1:6", "c": "main.tf:1:28", "alpha": "main.tf:1:32-1:36", " d": "main.tf:1:47"},
	},
	"for": {
		"x = <<EOT\n%{ for each in names ~}\n- ${each}: x\n%{ endfor ~}\nEOT\n", "- alpha: x\n- beta: x\n",
		origins{"- alpha": "main.tf:3:1", "alpha": "main.tf:3:5-3:9", "- beta": "main.tf:3:1", "beta": "main.tf:3:5-3:9"},
	},
	"for in for in if": {
		"x = <<EOT\n%{ if yes }%{ for a in names }%{ for b in names }${a}/${b},%{ endfor }%{ endfor }%{ endif }\nEOT\n",
		"alpha/alpha,alpha/beta,beta/alpha,beta/beta,\n",
		origins{"/": "main.tf:2:54", "beta,b": "main.tf:2:57-2:58"},
	},
	"text of a heredoc in a heredoc": {
		"x = <<EOT\nkept: ${<<EOS\ninner ${name}\nEOS\n}\nEOT\n", "kept: inner alpha\n\n",
		origins{"kept": "main.tf:2:1", "inner": "main.tf:3:1", "alpha": "main.tf:3:9-3:13"},
	},
	"secrets and placeholders": {
		"x = <<EOT\na ${token}\nb ${hidden}\nc ${made} \nEOT\n", "a s3cr3t\nb h1dden\nc 10.0.0.1 \n",
		origins{"a": "main.tf:2:1", "s3cr3t": "main.tf:2:5-2:10+secret", "h1dden": "main.tf:3:5-3:11+secret",
			"10.": "main.tf:4:5-4:9+placeholder", " \n": "main.tf:4:10"},
	},
	"columns count code points": {
		"x = \"é👩‍👩‍👧 ${name} z\"\n", "é👩‍👩‍👧 alpha z",
		origins{"alpha": "main.tf:1:15-1:19", "z": "main.tf:1:21"},
	},
	"a text that Unicode normalisation changes": {
		"x = \"e\u0301 ${name}\"\n", "é alpha", origins{"é": "main.tf:1:6-1:9", "alpha": "main.tf:1:11-1:15"},
	},
	"inside of other expressions": {
		"x = { a = [for each in names : yes ? \"<${(each)}>\" : \"\"] }.a[1]\n", "<beta>",
		origins{"<": "main.tf:1:39", "beta": "main.tf:1:42-1:48"},
	},
}

func TestTemplatesTellWhereTheirTextComesFrom(t *testing.T) {
	for name, each := range templates {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, nil, variables)
			said, m := w.text(t, each.src)
			if said != each.said {
				t.Fatalf("gives %q, not %q", said, each.said)
			}
			for needle, want := range each.want {
				if got := w.origin(t, said, m, needle); got != want {
					t.Errorf("%q comes from %s, not %s", needle, got, want)
				}
			}
		})
	}
}
