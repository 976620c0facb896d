package expression

import (
	"fmt"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"windtunnel/core/terraform"
)

// PointAtUnclosed adds to what HCL says of directives without an end in the
// templates of a configuration file where they stand, for PlaceOf.
func PointAtUnclosed(diags hcl.Diagnostics, src []byte, file string) {
	isDirective := func(diag *hcl.Diagnostic) bool { return diag.Summary == "Unexpected end of template" }
	if slices.ContainsFunc(diags, isDirective) {
		found := readOpenings(src, file, hclsyntax.LexConfig)
		for _, diag := range diags {
			if isDirective(diag) {
				found.point(diag)
			}
		}
	}
}

func pointAtUnclosed(diags hcl.Diagnostics, src []byte, file string, lex lexer) {
	var found *openings
	for _, diag := range diags {
		isSequence := diag.Summary == "Unclosed template interpolation sequence"
		if !isSequence && diag.Summary != "Unexpected end of template" {
			continue
		}
		if found == nil {
			found = readOpenings(src, file, lex)
		}
		if !isSequence {
			found.point(diag)
		} else if len(found.sequences) > 0 {
			diag.Subject = &found.sequences[0].where
		}
	}
}

// openings are what is open in the templates of a file, token by token.
type openings struct {
	// sequences are the ${ and %{ that have no } yet.
	sequences []sequence
	// directives that are open, by the template that they stand in.
	directives [][]*directive
	// unclosed directives, the innermost first.
	unclosed []unclosedDirective
	last     hclsyntax.TokenType
}

type sequence struct {
	where hcl.Range
	// begins is the directive that it is, nil for others.
	begins *directive
}

type directive struct {
	keyword string
	where   hcl.Range
}

// unclosedDirective is open where its template ends.
type unclosedDirective struct {
	*directive
	end int
}

func readOpenings(src []byte, file string, lex lexer) *openings {
	tokens, _ := lex(src, file, hcl.InitialPos)
	o := &openings{directives: [][]*directive{nil}}
	for _, token := range tokens {
		o.pass(token)
	}
	o.endTemplate(len(src))
	return o
}

func (o *openings) pass(token hclsyntax.Token) {
	if o.last == hclsyntax.TokenTemplateControl {
		o.direct(string(token.Bytes))
	}
	switch token.Type {
	case hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
		o.sequences = append(o.sequences, sequence{where: token.Range})
	case hclsyntax.TokenTemplateSeqEnd:
		o.endSequence(token.Range.End)
	case hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc:
		o.directives = append(o.directives, nil)
	case hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc:
		o.endTemplate(token.Range.Start.Byte)
	}
	o.last = token.Type
}

func (o *openings) top() *[]*directive { return &o.directives[len(o.directives)-1] }

func (o *openings) direct(keyword string) {
	top, innermost := o.top(), &o.sequences[len(o.sequences)-1]
	switch keyword {
	case "if", "for":
		innermost.begins = &directive{keyword, innermost.where}
		*top = append(*top, innermost.begins)
	case "endif", "endfor":
		*top = (*top)[:max(0, len(*top)-1)]
	}
}

func (o *openings) endSequence(end hcl.Pos) {
	if len(o.sequences) == 0 {
		return
	}
	last := len(o.sequences) - 1
	if begun := o.sequences[last].begins; begun != nil {
		begun.where.End = end
	}
	o.sequences = o.sequences[:last]
}

func (o *openings) endTemplate(end int) {
	for _, open := range slices.Backward(*o.top()) {
		o.unclosed = append(o.unclosed, unclosedDirective{open, end})
	}
	if o.directives = o.directives[:len(o.directives)-1]; len(o.directives) == 0 {
		o.directives = [][]*directive{nil}
	}
}

// point tells a diagnostic of the directive that it is about.
func (o *openings) point(diag *hcl.Diagnostic) {
	for index := range o.unclosed {
		each := o.unclosed[index]
		if diag.Subject != nil && each.end < diag.Subject.Start.Byte {
			continue
		}
		diag.Extra = Problem{
			Code: terraform.Syntax, Fix: fmt.Sprintf("Add %%{ end%s } where it ends.", each.keyword), Place: &each.where,
		}
		o.unclosed = slices.Delete(o.unclosed, index, index+1)
		return
	}
}
