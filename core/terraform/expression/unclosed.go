package expression

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// pointAtUnclosed moves what HCL says of an interpolation without an end from
// the first line of the template to the interpolation.
func pointAtUnclosed(diags hcl.Diagnostics, src []byte, file string) {
	for _, diag := range diags {
		if diag.Summary != "Unclosed template interpolation sequence" {
			continue
		}
		if where, found := unclosed(src, file); found {
			diag.Subject = &where
		}
	}
}

// unclosed finds the outermost ${ that has no }.
func unclosed(src []byte, file string) (hcl.Range, bool) {
	tokens, _ := hclsyntax.LexTemplate(src, file, hcl.InitialPos)
	var open []hcl.Range
	for _, token := range tokens {
		switch token.Type {
		case hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			open = append(open, token.Range)
		case hclsyntax.TokenTemplateSeqEnd:
			open = open[:max(0, len(open)-1)]
		}
	}
	if len(open) == 0 {
		return hcl.Range{}, false
	}
	return open[0], true
}
