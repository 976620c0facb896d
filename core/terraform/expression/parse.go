package expression

import (
	"bytes"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// ParseTemplate parses a whole file or text as a template whose value carries
// its map. file is what places in it say.
func ParseTemplate(src []byte, file string) (hcl.Expression, hcl.Diagnostics) {
	if isPlain(src) {
		return wrapper{src}.branch(plainTemplate(src, file)), nil
	}
	if diags := checkTemplate(src, file); diags.HasErrors() {
		return nil, diags
	}
	parsed, diags := hclsyntax.ParseTemplate(src, file, hcl.InitialPos)
	if diags.HasErrors() {
		pointAtUnclosed(diags, src, file, hclsyntax.LexTemplate)
		return nil, diags
	}
	return wrapper{src}.branch(parsed), diags
}

// isPlain: without a mark of the template language all of it is one literal.
// HCL takes quadratic time to join the lines of those.
func isPlain(src []byte) bool {
	return !bytes.Contains(src, []byte("${")) && !bytes.Contains(src, []byte("%{")) &&
		!bytes.HasPrefix(src, byteOrderMark) && utf8.Valid(src)
}

var byteOrderMark = []byte("\xef\xbb\xbf")

func plainTemplate(src []byte, file string) *hclsyntax.TemplateExpr {
	said := string(src)
	where := hcl.Range{Filename: file, Start: hcl.InitialPos, End: text.Advance(hcl.InitialPos, said)}
	literal := &hclsyntax.LiteralValueExpr{Val: cty.StringVal(said), SrcRange: where}
	return &hclsyntax.TemplateExpr{Parts: []hclsyntax.Expression{literal}, SrcRange: where}
}

// parsedTemplate is what ParseTemplate gave.
type parsedTemplate struct {
	expr  hcl.Expression
	diags hcl.Diagnostics
}

// Cache keeps parsed templates, since the same one is rendered for many
// instances, and the bytes of every file that a text was made of, as long as
// files do not change. It is not for use by several goroutines.
type Cache struct {
	templates map[templateKey]parsedTemplate
	sources   map[string][]byte
}

type templateKey struct{ file, content string }

func NewCache() *Cache {
	return &Cache{templates: map[templateKey]parsedTemplate{}, sources: map[string][]byte{}}
}

// Template parses content, unless it did so before.
func (c *Cache) Template(content, file string) (hcl.Expression, hcl.Diagnostics) {
	key := templateKey{file, content}
	known, found := c.templates[key]
	if !found {
		known.expr, known.diags = ParseTemplate([]byte(content), file)
		c.templates[key] = known
	}
	return known.expr, known.diags
}

// Source gives the bytes of a file that a function has read, nil for others.
func (c *Cache) Source(file string) []byte { return c.sources[file] }
