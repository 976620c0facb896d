package places

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"windtunnel/core/terraform"
)

// rangeOf gives the range that HCL itself says for the value of an attribute.
func rangeOf(t *testing.T, source, attribute string) hcl.Range {
	t.Helper()
	file, diagnostics := hclsyntax.ParseConfig([]byte(source), "main.tf", hcl.InitialPos)
	if diagnostics.HasErrors() {
		t.Fatal(diagnostics)
	}
	return file.Body.(*hclsyntax.Body).Attributes[attribute].Expr.Range()
}

func TestColumnsAreCodePoints(t *testing.T) {
	for name, test := range map[string]struct {
		source string
		want   terraform.Range
	}{
		"ascii":         {"x = 1\ny = 22\n", terraform.Range{File: "main.tf", Line: 2, Column: 5, EndLine: 2, EndColumn: 7}},
		"CRLF":          {"x = 1\r\ny = 22\r\n", terraform.Range{File: "main.tf", Line: 2, Column: 5, EndLine: 2, EndColumn: 7}},
		"mark":          {"\xef\xbb\xbfy = 22\n", terraform.Range{File: "main.tf", Line: 1, Column: 5, EndLine: 1, EndColumn: 7}},
		"cluster":       {"/* e\u0301 */ y = 22\n", terraform.Range{File: "main.tf", Line: 1, Column: 14, EndLine: 1, EndColumn: 16}},
		"flag":          {"/* 🇩🇪 */ y = 22\n", terraform.Range{File: "main.tf", Line: 1, Column: 14, EndLine: 1, EndColumn: 16}},
		"several lines": {"y = [\n  1,\n]\n", terraform.Range{File: "main.tf", Line: 1, Column: 5, EndLine: 3, EndColumn: 2}},
		"no last line":  {"y = 22", terraform.Range{File: "main.tf", Line: 1, Column: 5, EndLine: 1, EndColumn: 7}},
	} {
		if got := Of([]byte(test.source), rangeOf(t, test.source, "y")); got != test.want {
			t.Errorf("%s: got %+v, want %+v", name, got, test.want)
		}
	}
}

func TestPlacesThatAreNotInTheFile(t *testing.T) {
	made := hcl.Range{Filename: "a", Start: hcl.Pos{Line: 3, Column: 4}, End: hcl.Pos{Line: 3, Column: 9}}
	want := terraform.Range{File: "a", Line: 3, Column: 4, EndLine: 3, EndColumn: 9}
	if got := Of([]byte("x\ny\nabc\n"), made); got != want {
		t.Errorf("without offsets: got %+v, want %+v", got, want)
	}
	made.Start.Byte, made.End.Byte = 5, 10
	if got := Of(nil, made); got != want {
		t.Errorf("without source: got %+v, want %+v", got, want)
	}
	made.Start.Byte, made.End.Byte = 400, -2
	if got := Of([]byte("x\ny"), made); got.Line != 2 || got.Column != 2 || got.EndColumn != 2 {
		t.Errorf("behind the end: got %+v", got)
	}
}

func TestIndexAgreesWithAPlainCount(t *testing.T) {
	source := "\xef\xbb\xbfä\n\r\n\n🇩🇪x\xff\xfe\ny"
	index := NewIndex([]byte(source))
	for offset := 3; offset <= len(source); offset++ {
		before := strings.TrimPrefix(source[:offset], "\xef\xbb\xbf")
		lines := strings.Split(before, "\n")
		line, column := index.At(offset)
		if wantColumn := len([]rune(lines[len(lines)-1])) + 1; line != len(lines) || column != wantColumn {
			t.Errorf("offset %d: got %d:%d, want %d:%d", offset, line, column, len(lines), wantColumn)
		}
	}
}
