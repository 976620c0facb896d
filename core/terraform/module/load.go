package module

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/json"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/places"
)

// reader turns the files of one folder into a Module.
type reader struct {
	module *Module
	// bytes that were read so far, and diagnostics that were made.
	bytes, said int
	// broken are files with syntax errors.
	broken map[string]bool
	blocks declarations
	// mentioned are the files that expressions name.
	mentioned map[string]bool
}

// Load reads the configuration in a folder. It always gives a module: what is
// wrong with it stands among its diagnostics, and all the rest is there.
func Load(folder string) *Module {
	r := newReader(folder)
	for _, name := range r.fileNames(folder) {
		if src, ok := r.content(folder, name); ok {
			r.file(path.Join(folder, name), src)
		}
	}
	r.decode()
	r.module.files = sortedKeys(r.mentioned)
	r.module.allowed = allowedValues(r.module)
	r.module.reads = scanReads(r.module)
	wrapAll(r.module)
	inOrder(r.module.Diagnostics)
	return r.module
}

func newReader(folder string) *reader {
	m := &Module{
		Folder: folder, Sources: map[string][]byte{},
		Variables: map[string]*Variable{}, Locals: map[string]*Local{}, Outputs: map[string]*Output{},
		Calls: map[string]*Call{}, Resources: map[string]*Resource{}, Checks: map[string]*CheckBlock{},
	}
	m.places = &placer{m.Sources, map[string]*places.Index{}}
	return &reader{module: m, broken: map[string]bool{}, blocks: newDeclarations(), mentioned: map[string]bool{}}
}

// file parses one file and notes its blocks.
func (r *reader) file(file string, src []byte) {
	r.module.Sources[file] = src
	body, diagnostics := parse(file, src)
	if diagnostics.HasErrors() {
		r.broken[file], r.module.IsIncomplete = true, true
		r.sayMistakes(diagnostics)
	}
	if body == nil {
		return
	}
	noteFiles(body, r.mentioned)
	content, problems := body.Content(rootSchema)
	r.report(problems)
	for _, block := range content.Blocks {
		r.declare(block, isOverride(path.Base(file)))
	}
}

// sayMistakes reports errors of syntax, but for those that follow from others:
// one a place, and no second of a kind in a row.
func (r *reader) sayMistakes(diagnostics hcl.Diagnostics) {
	slices.SortStableFunc(diagnostics, func(a, b *hcl.Diagnostic) int { return cmp.Compare(offset(a), offset(b)) })
	summary, at := "", -1
	for _, given := range diagnostics {
		isRepeated := given.Summary == summary || offset(given) == at
		summary, at = given.Summary, offset(given)
		// What HCL's JSON parser could not read is no object either.
		if isRepeated || len(diagnostics) > 1 && summary == "Root value must be object" {
			continue
		}
		r.say(r.translate(given, terraform.Syntax))
		if slices.Contains(unclosed, summary) {
			return
		}
	}
}

func offset(of *hcl.Diagnostic) int {
	if of.Subject == nil {
		return 0
	}
	return of.Subject.Start.Byte
}

// parse gives the body of a file, which may be there in part when there are
// errors, or nil.
func parse(file string, src []byte) (hcl.Body, hcl.Diagnostics) {
	if strings.HasSuffix(file, ".json") {
		if diagnostics := checkJSONDepth(src, file); diagnostics.HasErrors() {
			return nil, diagnostics
		}
		parsed, diagnostics := json.Parse(src, file)
		if diagnostics.HasErrors() || parsed == nil {
			return nil, diagnostics
		}
		return parsed.Body, nil
	}
	if diagnostics := expression.CheckDepth(src, file); diagnostics.HasErrors() {
		return nil, diagnostics
	}
	parsed, diagnostics := hclsyntax.ParseConfig(src, file, hcl.InitialPos)
	expression.PointAtUnclosed(diagnostics, src, file)
	if parsed == nil {
		return nil, diagnostics
	}
	return parsed.Body, diagnostics
}
