package expression

import (
	"bytes"
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"windtunnel/core/terraform"
)

// MaxDepth is how deep brackets and operators may be nested: HCL parses and
// evaluates by recursion, which ends WebAssembly at some thousand levels.
const MaxDepth = 500

// MaxLines is how many lines a template may have, and maxTemplate how many
// bytes: HCL takes quadratic time to join the lines between interpolations.
const (
	MaxLines    = 20_000
	maxTemplate = 1 << 20
)

// CheckDepth refuses configuration that is nested deeper than MaxDepth or has
// a heredoc of more than MaxLines. Ask it before hclsyntax.ParseConfig and
// ParseExpression.
func CheckDepth(src []byte, file string) hcl.Diagnostics {
	return checkTokens(src, file, hclsyntax.LexConfig)
}

func checkTemplate(src []byte, file string) hcl.Diagnostics {
	if len(src) > maxTemplate {
		where := hcl.Range{Filename: file, Start: hcl.InitialPos, End: hcl.InitialPos}
		return refusal(where, "Template too long", fmt.Sprintf("Templates of more than %d MiB are not rendered.", maxTemplate>>20))
	}
	return checkTokens(src, file, hclsyntax.LexTemplate)
}

type lexer func(src []byte, file string, start hcl.Pos) (hclsyntax.Tokens, hcl.Diagnostics)

func checkTokens(src []byte, file string, lex lexer) hcl.Diagnostics {
	if !mayBeDeep(src) && bytes.Count(src, []byte("\n")) <= MaxLines && !HasLargeNumber(src) {
		return nil
	}
	tokens, _ := lex(src, file, hcl.InitialPos)
	var n nesting
	for _, token := range tokens {
		n.pass(token)
		switch {
		case token.Type == hclsyntax.TokenNumberLit && HasLargeNumber(token.Bytes):
			return hcl.Diagnostics{LargeNumber(token.Range)}
		case n.depth+n.directives > MaxDepth:
			return refusal(token.Range, "Expression nested too deeply",
				fmt.Sprintf("Brackets and operators are nested more than %d levels deep here.", MaxDepth))
		case n.top().literals > MaxLines:
			return refusal(token.Range, "Template too long",
				fmt.Sprintf("Templates of more than %d lines are not rendered.", MaxLines))
		}
	}
	return nil
}

func refusal(where hcl.Range, summary, detail string) hcl.Diagnostics {
	return hcl.Diagnostics{errorAt(where, Problem{Code: terraform.Limit, Fix: "Split it into several."}, summary, detail)}
}

// mayBeDeep saves reading the tokens of files that cannot be deep. It counts
// all brackets and operators: what closes one may stand in a text.
func mayBeDeep(src []byte) bool {
	openings := 0
	for at, one := range src {
		switch one {
		case '(', '[', '{', '?', '!', '-', '+', '*', '/', '%', '<', '>', '&', '|':
			openings++
		case '=':
			if at > 0 && src[at-1] == '=' {
				openings++
			}
		}
	}
	return openings > MaxDepth
}
