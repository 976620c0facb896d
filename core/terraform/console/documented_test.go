package console

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/files"
	"windtunnel/core/terraform/functions"
)

// TestDocumented holds the page to the functions that there are.
func TestDocumented(t *testing.T) {
	page, err := os.ReadFile("../../../docs/terraform-functions.md")
	if err != nil {
		t.Fatal(err)
	}
	table := expression.Functions(functions.Table(files.Reader{}), files.Reader{}, expression.NewCache())
	rows := regexp.MustCompile("(?m)^\\| `([^`]+)` \\| (done|no) \\|").FindAllStringSubmatch(string(page), -1)
	if len(rows) < 120 {
		t.Fatalf("%d rows", len(rows))
	}
	for _, row := range rows {
		if _, found := table[row[1]]; found != (row[2] == "done") {
			t.Errorf("the page says of %s: %s", row[1], row[2])
		}
		delete(table, row[1])
	}
	for name := range table {
		if !strings.HasPrefix(name, "core::") && !functions.IsInternal(name) {
			t.Errorf("the page lacks %s", name)
		}
	}
}
