package module

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"windtunnel/core/terraform"
)

func repeated(text string, times int) string { return strings.Repeat(text, times) }

// codes gives what kinds of diagnostics a module has, each once.
func codes(m *Module) []terraform.Code {
	var found []terraform.Code
	for _, said := range m.Diagnostics {
		if !slices.Contains(found, said.Code) {
			found = append(found, said.Code)
		}
	}
	return found
}

func TestDeepNestingIsRefused(t *testing.T) {
	const deep = 100_000
	for name, config := range map[string]string{
		"lists":            "locals {\n a = " + repeated("[", deep) + repeated("]", deep) + "\n}",
		"parentheses":      "locals {\n a = " + repeated("(", deep) + "1" + repeated(")", deep) + "\n}",
		"objects":          "locals {\n a = " + repeated("{a=", deep) + "1" + repeated("}", deep) + "\n}",
		"templates":        "locals {\n a = " + repeated(`"${`, deep) + "1" + repeated(`}"`, deep) + "\n}",
		"negations":        "locals {\n a = " + repeated("!", deep) + "true\n}",
		"sums":             "locals {\n a = 1" + repeated("+1", deep) + "\n}",
		"conditions":       "locals {\n a = " + repeated("true ? 1 : ", deep) + "1\n}",
		"calls":            "locals {\n a = " + repeated("f(", deep) + "1" + repeated(")", deep) + "\n}",
		"blocks":           repeated("a {\n", deep) + repeated("}\n", deep),
		"types":            "variable \"a\" {\n type = " + repeated("list(", deep) + "string" + repeated(")", deep) + "\n}",
		"unclosed":         "locals {\n a = " + repeated("[", deep),
		"JSON":             "-- main.tf.json --\n" + `{"locals": {"a": ` + repeated("[", deep) + repeated("]", deep) + "}}",
		"JSON, unclosed":   "-- main.tf.json --\n" + repeated(`{"a":`, deep),
		"JSON's templates": "-- main.tf.json --\n" + `{"locals": {"a": "${` + repeated("(", deep) + "1" + repeated(")", deep) + `}"}}`,
		"JSON's quotes":    "-- main.tf.json --\n" + `{"locals": {"a": "` + repeated(`${\"`, deep) + "x" + repeated(`\"}`, deep) + `"}}`,
	} {
		t.Run(name, func(t *testing.T) {
			if got := codes(load(t, config)); !slices.Equal(got, []terraform.Code{terraform.Limit}) {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestManyQuotesInJSONAreNotDeep(t *testing.T) {
	config := "-- main.tf.json --\n" + `{"locals": {"a": [` + repeated(`"${f(\"x\")} - - { ( [ ! ${g(\"}\")}", `, 2000) + `1]}}`
	if m := loadSound(t, config); m.Locals["a"] == nil {
		t.Error("local.a is missing")
	}
}

func TestLongLine(t *testing.T) {
	m := load(t, `locals { a = "`+repeated("é", 1<<20)+`" typo }`)
	if len(m.Diagnostics) == 0 || m.Diagnostics[0].Range.Column < 1<<20 || m.Diagnostics[0].Range.Column > 1<<20+30 {
		t.Errorf("got %+v", m.Diagnostics)
	}
}

func TestManyDeclarations(t *testing.T) {
	var config strings.Builder
	for index := range 100_000 {
		fmt.Fprintf(&config, "variable \"v%d\" {}\n", index)
	}
	m := loadSound(t, config.String())
	if len(Facts(m).Variables) != 100_000 {
		t.Errorf("got %d", len(m.Variables))
	}
}

func TestManyMistakesAreListedInPart(t *testing.T) {
	m := load(t, repeated("variable \"same\" {}\n", 5_000))
	if len(m.Diagnostics) != maxDiagnostics+1 || !slices.Contains(codes(m), terraform.Limit) {
		t.Errorf("got %d", len(m.Diagnostics))
	}
}

func TestNamesOfOtherLanguages(t *testing.T) {
	m := loadSound(t, `
variable "__proto__" { default = { __proto__ = { a = 1 } } }
variable "constructor" {}
locals { __proto__ = cloud_machine.__proto__ }
resource "cloud_machine" "__proto__" {}
output "toString" { value = local.__proto__.hasOwnProperty }`)
	facts := Facts(m)
	if facts.Variables[0].Name != "__proto__" || *facts.Variables[0].DefaultJSON != `{"__proto__":{"a":1}}` {
		t.Errorf("got %+v", facts.Variables)
	}
	if got := Reads(m)["cloud_machine.__proto__"]; !slices.Equal(got, []string{"hasOwnProperty"}) {
		t.Errorf("got %q", got)
	}
}

func TestAliasesThatDouble(t *testing.T) {
	for levels, want := range map[int]string{12: "ip", 400: Everything} {
		var config strings.Builder
		config.WriteString("resource \"cloud_machine\" \"m\" {}\nvariable \"k\" {}\nlocals {\n  l0 = { a = cloud_machine.m }\n")
		for index := range levels {
			fmt.Fprintf(&config, "  l%d = { a = local.l%d, b = local.l%d, (var.k) = local.l%d }\n", index+1, index, index, index)
		}
		fmt.Fprintf(&config, "}\noutput \"one\" { value = local.l%d%s.ip }\n", levels, repeated("[var.k]", levels+1))
		if got := Reads(loadSound(t, config.String()))["cloud_machine.m"]; !slices.Contains(got, want) {
			t.Errorf("%d levels: got %q", levels, got)
		}
	}
}

func TestReadsThatTakeTooLong(t *testing.T) {
	var config strings.Builder
	config.WriteString("resource \"cloud_machine\" \"m\" {}\nlocals {\n  all = concat(")
	for index := range 5000 {
		fmt.Fprintf(&config, "[cloud_machine.m.a%d], ", index)
	}
	config.WriteString("[])\n}\n")
	for index := range 2000 {
		fmt.Fprintf(&config, "output \"o%d\" { value = local.all[0].x }\n", index)
	}
	if got := Reads(loadSound(t, config.String()))["cloud_machine.m"]; !slices.Contains(got, Everything) {
		t.Errorf("got %d paths", len(got))
	}
}

func TestLoopsInConstantsAreNotRun(t *testing.T) {
	loop := "[" + repeated("for x in [1,2,3,4,5,6,7,8,9,0] : [", 30) + "1" + repeated("]", 30) + "]"
	m := load(t, "variable \"a\" {\n  type    = list(any)\n  default = "+loop+"\n}\nmodule \"b\" { source = join(\"\", "+loop+") }\n")
	if m.Variables["a"].Default == nil || m.Calls["b"].Source != nil {
		t.Errorf("got %+v", m.Calls["b"])
	}
}

func TestPatternsThatMultiply(t *testing.T) {
	for _, pattern := range []string{
		"^" + repeated("(a|b)", 40) + "$", "^(" + repeated("(a?", 400) + repeated(")", 400) + ")$", "^(a{1000}){1000}$", "^(" + repeated("|", 5000) + ")$",
	} {
		m := load(t, "variable \"x\" {\n  type = string\n  validation {\n    condition     = can(regex(\""+pattern+"\", var.x))\n    error_message = \"No.\"\n  }\n}")
		if got := len(m.allowed["x"]); got > maxAllowed {
			t.Errorf("%.20s: got %d values", pattern, got)
		}
	}
}

func TestTooManyFiles(t *testing.T) {
	folder := t.TempDir()
	for index := range maxFiles + 1 {
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%d.tf", index)), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if m := Load(folder); !slices.Equal(codes(m), []terraform.Code{terraform.Limit}) || len(m.Sources) != maxFiles || !m.IsIncomplete {
		t.Errorf("got %+v", m.Diagnostics)
	}
}

func TestTooManyBytes(t *testing.T) {
	folder := folderOf(t, "variable \"a\" {}")
	if err := os.WriteFile(filepath.Join(folder, "large.tf"), make([]byte, maxFileBytes+1), 0o600); err != nil {
		t.Fatal(err)
	}
	m := Load(folder)
	if len(m.Diagnostics) != 1 || m.Variables["a"] == nil || !m.IsIncomplete {
		t.Fatalf("got %+v", m.Diagnostics)
	}
	want := "large.tf:1:1-1 error limit: The configuration file large.tf is not read: a file may have 4 MiB, and those of a module 32 MiB."
	if got := shown(m.Diagnostics[0]); got != want {
		t.Errorf("got %s", got)
	}

	full := newReader(folder)
	full.bytes = maxBytes - 3
	if _, ok := full.content(folder, "main.tf"); ok || !slices.Equal(codes(full.module), []terraform.Code{terraform.Limit}) {
		t.Errorf("got %+v", full.module.Diagnostics)
	}
}

func TestLongChainOfAliases(t *testing.T) {
	var config strings.Builder
	config.WriteString("resource \"cloud_machine\" \"m\" {}\nlocals {\n")
	for index := range 20_000 {
		fmt.Fprintf(&config, "  l%05d = local.l%05d\n", index, index+1)
	}
	config.WriteString("  l20000 = cloud_machine.m\n}\noutput \"o\" { value = local.l00000.ip }\n")
	if got := Reads(loadSound(t, config.String()))["cloud_machine.m"]; !slices.Equal(got, []string{Everything}) {
		t.Errorf("got %q", got)
	}
}

func TestFilesThatAreNone(t *testing.T) {
	folder := folderOf(t, `variable "a" {}`)
	if err := syscall.Mkfifo(filepath.Join(folder, "pipe.tf"), 0o600); err != nil {
		t.Skip("skipped: no named pipes")
	}
	if err := os.Symlink("nowhere", filepath.Join(folder, "link.tf")); err != nil {
		t.Fatal(err)
	}
	m := Load(folder)
	if len(m.Diagnostics) != 2 || m.Variables["a"] == nil {
		t.Fatalf("got %+v", m.Diagnostics)
	}
	for index, want := range []string{
		"link.tf:1:1-1 error syntax: The configuration file link.tf cannot be read: no such file or directory.",
		"pipe.tf:1:1-1 error syntax: The configuration file pipe.tf is no regular file.",
	} {
		if got := shown(m.Diagnostics[index]); got != want {
			t.Errorf("got %s", got)
		}
	}
}

func TestBytesThatAreNoText(t *testing.T) {
	for _, config := range []string{"\x00\x01\xff\xfe", "variable \"\xff\" {}", "-- main.tf.json --\n\xff\xfe{", "-- main.tf.json --\n\"x\"", "\xff\xfev\x00a\x00"} {
		if m := load(t, config); len(m.Diagnostics) == 0 {
			t.Errorf("%q: nothing is said", config)
		}
	}
}
