package expression_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/files"
	"windtunnel/core/terraform/functions"
	"windtunnel/core/terraform/text"
)

// world is a folder with files and the variables that expressions see.
type world struct {
	folder  string
	cache   *expression.Cache
	context *hcl.EvalContext
	sources map[string][]byte
}

func newWorld(t testing.TB, written map[string]string, variables map[string]cty.Value) *world {
	t.Helper()
	folder := t.TempDir()
	for name, content := range written {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	reader := files.Reader{Root: folder, Allowed: []string{folder}}
	w := &world{folder: folder, cache: expression.NewCache(), sources: map[string][]byte{}}
	w.context = &hcl.EvalContext{
		Variables: variables,
		Functions: expression.Functions(functions.Table(reader), reader, w.cache),
	}
	return w
}

// eval gives the value of the argument x in a configuration file main.tf.
func (w *world) eval(t testing.TB, src string) (cty.Value, hcl.Diagnostics) {
	t.Helper()
	file, diags := hclsyntax.ParseConfig([]byte(src), "main.tf", hcl.InitialPos)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	body, ok := file.Body.(*hclsyntax.Body)
	if !ok {
		t.Fatal("not a body")
	}
	w.sources["main.tf"] = []byte(src)
	expression.WrapBody(body, []byte(src))
	return body.Attributes["x"].Expr.Value(w.context)
}

// text gives the text and map of the argument x, which must not fail.
func (w *world) text(t testing.TB, src string) (string, *text.Map) {
	t.Helper()
	value, diags := w.eval(t, src)
	if diags.HasErrors() {
		t.Fatalf("%s: %s", src, diags)
	}
	bare, _ := value.Unmark()
	m := text.Of(value)
	if m != nil {
		checkRuns(t, m, w.source)
	}
	return bare.AsString(), m
}

func (w *world) source(file string) []byte {
	if known := w.cache.Source(file); known != nil {
		return known
	}
	return w.sources[file]
}

// checkRuns: runs are as long as the text, and what is literal stands in its
// file byte for byte, at the line and column that the map says.
func checkRuns(t testing.TB, m *text.Map, sources func(string) []byte) {
	t.Helper()
	at := 0
	for _, run := range m.Runs {
		said := m.Text[at : at+run.Length]
		at += run.Length
		if run.File == "" || !run.Literal {
			continue
		}
		source, start := sources(run.File), run.Start.Byte
		if start+run.Length > len(source) || string(source[start:start+run.Length]) != said {
			t.Fatalf("literal run %q is not what stands at byte %d of %s", said, start, run.File)
		}
		if line := 1 + strings.Count(string(source[:start]), "\n"); line != run.Start.Line {
			t.Fatalf("literal run %q is in line %d, not %d", said, line, run.Start.Line)
		}
	}
	if at != len(m.Text) {
		t.Fatalf("runs are %d bytes long, the text %d", at, len(m.Text))
	}
}

// origin tells where the first character of needle comes from, by what leaves
// the core: main.tf:2:3 for what stands there, main.tf:2:3-2:9 for the value of
// an expression, ? for what nobody knows; with + and what else is known.
func (w *world) origin(t testing.TB, said string, m *text.Map, needle string) string {
	t.Helper()
	if m == nil {
		return "no map"
	}
	offset := strings.Index(said, needle)
	if offset < 0 {
		t.Fatalf("%q is not in %q", needle, said)
	}
	encoded := text.Encode(m, w.source)
	return strings.ReplaceAll(place(encoded, said, len(utf16.Encode([]rune(said[:offset])))), w.folder+"/", "")
}

func place(encoded terraform.TextMap, said string, offset int) string {
	units := utf16.Encode([]rune(said))
	at := 0
	for run := range slices.Chunk(encoded.Runs, 7) {
		if offset >= at+run[0] {
			at += run[0]
			continue
		}
		traits := ""
		if run[6]&1 != 0 {
			traits += "+secret"
		}
		if run[6]&2 != 0 {
			traits += "+placeholder"
		}
		if run[1] < 0 {
			return "?" + traits
		}
		file := encoded.Files[run[1]]
		if run[4] != 0 {
			return fmt.Sprintf("%s:%d:%d-%d:%d%s", file, run[2], run[3], run[4], run[5], traits)
		}
		line, column := run[2], run[3]
		for _, one := range string(utf16.Decode(units[at:offset])) {
			if column++; one == '\n' {
				line, column = line+1, 1
			}
		}
		return fmt.Sprintf("%s:%d:%d%s", file, line, column, traits)
	}
	return "behind the end"
}
