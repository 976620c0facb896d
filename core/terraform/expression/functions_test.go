package expression_test

import (
	"testing"

	"github.com/zclconf/go-cty/cty"
)

// note.txt and plain.tpl are the files that the expressions below read.
var written = map[string]string{
	"note.txt":  "one é\ntwo\n",
	"plain.tpl": "name: ${name}\n%{ for each in names ~}\n- ${each}\n%{ endfor ~}\nend\n",
	"name.txt":  "short\n",
	"outer.tpl": "top\n${indent(2, body)}\n",
}

func TestFunctionsKeepWhereTheirTextComesFrom(t *testing.T) {
	for src, each := range map[string]struct {
		said string
		want origins
	}{
		`file("note.txt")`:                        {"one é\ntwo\n", origins{"one": "note.txt:1:1", "é": "note.txt:1:5", "two": "note.txt:2:1"}},
		`"<${file("note.txt")}>"`:                 {"<one é\ntwo\n>", origins{"<": "main.tf:1:6", "two": "note.txt:2:1", ">": "main.tf:1:26"}},
		`"<${trimspace(file("name.txt"))}>"`:      {"<short>", origins{"short": "main.tf:1:9-1:36"}},
		`chomp(file("note.txt"))`:                 {"one é\ntwo", origins{"two": "note.txt:2:1"}},
		`trimspace("\n ${file("note.txt")}")`:     {"one é\ntwo", origins{"one": "note.txt:1:1"}},
		`trim(file("note.txt"), "on")`:            {"e é\ntwo\n", origins{"e": "note.txt:1:3"}},
		`trimprefix(file("note.txt"), "one é\n")`: {"two\n", origins{"two": "note.txt:2:1"}},
		`trimsuffix(file("note.txt"), "two\n")`:   {"one é\n", origins{"é": "note.txt:1:5"}},
		`substr(file("note.txt"), 4, 4)`:          {"é\ntw", origins{"é": "note.txt:1:5", "tw": "note.txt:2:1"}},
		`substr(file("note.txt"), -4, 3)`:         {"two", origins{"two": "note.txt:2:1"}},
		`upper(file("note.txt"))`:                 {"ONE É\nTWO\n", origins{"ONE": "note.txt:1:1-1:6", "TWO": "note.txt:2:1-2:4"}},
		`indent(4, file("note.txt"))`:             {"one é\n    two\n    ", origins{"    two": "note.txt:2:1-2:1", "two": "note.txt:2:1"}},
		`replace(file("note.txt"), "one", name)`:  {"alpha é\ntwo\n", origins{"alpha": "note.txt:1:1-1:4", " é": "note.txt:1:4"}},
		`replace(file("note.txt"), "/t(w)o/", "$1.$1")`: {
			"one é\nw.w\n", origins{"w.w": "note.txt:2:1-2:4", "\nw": "note.txt:1:6"}},
		`replace("a\nX", "X", file("note.txt"))`: {"a\none é\ntwo\n", origins{"a": "main.tf:1:14", "two": "note.txt:2:1"}},
		`split("\n", file("note.txt"))[1]`:       {"two", origins{"two": "note.txt:2:1"}},
		`join("\n", ["${name}:", "b", token, chomp(file("note.txt"))])`: {
			"alpha:\nb\ns3cr3t\none é\ntwo",
			origins{"alpha": "main.tf:1:20-1:24", ":": "main.tf:1:25", "\nb": "main.tf:1:11-1:13", "b": "?", "s3": "?+secret", "two": "note.txt:2:1"}},
		`format("##### %s\n%s|%5s|%%", name, file("note.txt"), number)`: {
			"##### alpha\none é\ntwo\n|   42|%",
			origins{"#": "main.tf:1:13", "alpha": "main.tf:1:19-1:21", "two": "note.txt:2:1", "|   ": "main.tf:1:25", "  42": "main.tf:1:26-1:29", "|%": "main.tf:1:29", "%": "main.tf:1:31"}},
		`format("%[2]s%[1]s\n", "a", token)`: {"s3cr3ta\n", origins{"s3": "main.tf:1:13-1:18+secret", "a": "main.tf:1:18-1:23"}},
		`formatlist("%s: ${name}\n", names)[1]`: {
			"beta: alpha\n", origins{"beta": "main.tf:1:17-1:19", "alpha": "main.tf:1:23-1:27"}},
		`base64decode(base64encode(file("note.txt")))`: {"one é\ntwo\n", origins{"two": "note.txt:2:1"}},
		`base64decode(filebase64("note.txt"))`:         {"one é\ntwo\n", origins{"two": "note.txt:2:1"}},
		`sensitive(file("note.txt"))`:                  {"one é\ntwo\n", origins{"two": "note.txt:2:1+secret"}},
		`tostring(coalesce("", file("note.txt")))`:     {"one é\ntwo\n", origins{"two": "note.txt:2:1"}},
		`lookup(merge({ a = file("note.txt") }, { b = "c" }), "a")`: {
			"one é\ntwo\n", origins{"two": "note.txt:2:1"}},
		`reverse(compact(["", file("note.txt")]))[0]`: {"one é\ntwo\n", origins{"two": "note.txt:2:1"}},
		`nonsensitive(sensitive(file("note.txt")))`:   {"one é\ntwo\n", origins{"two": "note.txt:2:1+secret"}},
		`try(file("nope"), flatten([[file("note.txt")]])[0])`: {
			"one é\ntwo\n", origins{"two": "note.txt:2:1"}},
		`zipmap(["k"], [file("note.txt")])["k"]`: {"one é\ntwo\n", origins{"two": "note.txt:2:1"}},
		`jsonencode({ a = [file("note.txt")], t = token, n = 1, m = made })`: {
			`{"a":["one é\ntwo\n"],"m":"10.0.0.1","n":1,"t":"s3cr3t"}`,
			origins{`{`: "?", "one": "note.txt:1:1", `\ntwo`: "note.txt:1:6-2:1", "two": "note.txt:2:1", "10.0": "?+placeholder", "1,": "?", "s3": "?+secret", `"}`: "?"}},
		`yamlencode({ a = { b = file("note.txt") }, c = ["x", token, null, {}], d = made, "e: f" = true })`: {
			"\"a\":\n  \"b\": |\n    one é\n    two\n\"c\":\n- \"x\"\n- \"s3cr3t\"\n- null\n- {}\n\"d\": \"10.0.0.1\"\n\"e: f\": true\n",
			origins{"one": "note.txt:1:1", "two": "note.txt:2:1", "\"s3": "?+secret", "\"10": "?+placeholder", "\"c\"": "?"}},
		`templatefile("plain.tpl", { name = name, names = names })`: {
			"name: alpha\n- alpha\n- beta\nend\n",
			origins{"name": "plain.tpl:1:1", "alpha": "plain.tpl:1:9-1:13", "- beta": "plain.tpl:3:1", "beta": "plain.tpl:3:5-3:9", "end": "plain.tpl:5:1"}},
		`templatefile("outer.tpl", { body = templatefile("plain.tpl", { name = token, names = [] }) })`: {
			"top\nname: s3cr3t\n  end\n  \n",
			origins{"top": "outer.tpl:1:1", "name": "plain.tpl:1:1", "s3": "plain.tpl:1:9-1:13+secret", "  end": "plain.tpl:5:1-5:1", "end": "plain.tpl:5:1"}},
		`[for each in [file("plain.tpl")] : templatestring(each, { name = token, names = names })][0]`: {
			"name: s3cr3t\n- alpha\n- beta\nend\n",
			origins{"name": "plain.tpl:1:1", "s3": "plain.tpl:1:9-1:13+secret", "- beta": "plain.tpl:3:1", "beta": "plain.tpl:3:5-3:9", "end": "plain.tpl:5:1"}},
		`templatestring(texts.template, { a = file("note.txt") })`: {
			"<one é\ntwo\n>\n", origins{"<": "?", "two": "note.txt:2:1"}},
	} {
		t.Run(src, func(t *testing.T) {
			w := newWorld(t, written, withTexts())
			said, m := w.text(t, "x = "+src+"\n")
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

func withTexts() map[string]cty.Value {
	all := map[string]cty.Value{"texts": cty.ObjectVal(map[string]cty.Value{"template": cty.StringVal("<${a}>\n")})}
	for name, value := range variables {
		all[name] = value
	}
	return all
}
