package console

import (
	"strings"
	"testing"

	"windtunnel/core/terraform"
)

// TestBounded holds that what grows without end is refused, and quickly: the
// tests' own time limit ends what is not.
func TestBounded(t *testing.T) {
	for _, expression := range []string{
		`join(format("%1000000d", 1), range(1000))`,
		`format("%99999999999999999999d", 1)`,
		`format("%1000000000d", 1)`,
		`format("%.1000000000f", 1)`,
		`format(join("", [for i in range(1000) : "%[1]s"]), format("%1000000d", 1))`,
		`formatlist("%1000000000d", [1])`,
		`indent(1000000000, "a\nb")`,
		`indent(100000, join("\n", range(1000)))`,
		`replace(format("%1000000d", 1), " ", format("%1000000d", 1))`,
		`length(setproduct(range(1000), range(1000), range(1000), range(1000)))`,
		`length(setproduct(range(1000), range(1001)))`,
		`jsondecode("1e600000000")`,
		`tonumber("1e100000000")`, `tostring(1e600000000)`, `format("%d", 1e600000000)`, `jsonencode([1e600000000])`,
		`yamldecode("1e600000000")`,
		`jsondecode(replace(format("%5000d", 1), " ", "["))`,
		`yamldecode("${replace(format("%5000d", 1), " ", "[")}${replace(format("%5000d", 1), " ", "]")}")`,
		`yamldecode("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\n")`,
	} {
		value := Evaluate(terraform.EvaluateParams{Expressions: []string{expression}}, nil).Values[0]
		if value.Error == nil || !strings.Contains(*value.Error, "windtunnel does not evaluate") {
			t.Errorf("%s: %v", expression, value.Error)
		}
	}
}

func TestWithinBounds(t *testing.T) {
	for _, expression := range []string{
		`length(join(",", range(1024))) > 4000`,
		`length(setproduct(range(100), range(100))) == 10000`,
		`length(regexall("a", join("", [for i in range(1000) : "aaaaaaaaaa"]))) == 10000`,
		`length(format("%100000d", 1)) == 100000`,
		`tostring(jsondecode("1e100")) == tostring(1e100)`,
		`length(yamldecode("a: &a [1]\nb: [*a, *a]").b) == 2`,
	} {
		value := Evaluate(terraform.EvaluateParams{Expressions: []string{expression}}, nil).Values[0]
		if value.JSON == nil || *value.JSON != "true" {
			t.Errorf("%s: %v %v", expression, value.JSON, value.Error)
		}
	}
}

// TestFilesOutOfReach: without a folder nothing can be read.
func TestFilesOutOfReach(t *testing.T) {
	for _, expression := range []string{
		`file("/etc/passwd")`, `file("~/.ssh/id_rsa")`, `filebase64("/etc/hostname")`, `filemd5("../../../../etc/passwd")`,
		`fileset("/etc", "*")`, `fileset("../../../../etc", "**")`, `fileexists("/etc/passwd")`, `file(pathexpand("~/.bashrc"))`,
		`fileset("/", "**/passwd")`, `file("/proc/self/environ")`,
	} {
		value := Evaluate(terraform.EvaluateParams{Expressions: []string{expression}, Folder: "/workspace/one"}, nil).Values[0]
		if value.Error == nil || !strings.Contains(*value.Error, "windtunnel reads only files of the workspace") {
			t.Errorf("%s: %v %v", expression, value.JSON, value.Error)
		}
	}
	value := Evaluate(terraform.EvaluateParams{Expressions: []string{`file(sensitive("/etc/passwd"))`}, Folder: "/workspace/one"}, nil).Values[0]
	if value.Error == nil || strings.Contains(*value.Error, "passwd") {
		t.Errorf("%v", value.Error)
	}
}
