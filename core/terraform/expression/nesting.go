package expression

import "github.com/hashicorp/hcl/v2/hclsyntax"

// nesting follows how deep the parser has to go, token by token.
type nesting struct {
	// levels are the open brackets, from the outside.
	levels []level
	depth  int
	// last is the token before.
	last hclsyntax.TokenType
	// directives are the %{ if } and %{ for } that are open.
	directives int
}

// level is what is between two brackets: operators nest their operands until
// a comma, or a newline where it ends an argument.
type level struct {
	operators       int
	endsWithNewline bool
	// literals are the lines of a template.
	literals int
}

// pass takes the next token.
func (n *nesting) pass(token hclsyntax.Token) {
	if n.last == hclsyntax.TokenTemplateControl {
		n.direct(string(token.Bytes))
	}
	n.bracket(token.Type)
	n.last = token.Type
}

// top is the innermost level; that of the file is always there.
func (n *nesting) top() *level {
	if len(n.levels) == 0 {
		n.levels = append(n.levels, level{endsWithNewline: true})
	}
	return &n.levels[len(n.levels)-1]
}

func (n *nesting) direct(keyword string) {
	switch keyword {
	case "if", "for":
		n.directives++
	case "endif", "endfor":
		n.directives = max(0, n.directives-1)
	}
}

func (n *nesting) bracket(token hclsyntax.TokenType) {
	switch token {
	case hclsyntax.TokenOBrack:
		if n.isIndex() {
			n.operate()
		}
		n.open(false)
	case hclsyntax.TokenOParen, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl,
		hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc:
		n.open(false)
	case hclsyntax.TokenOBrace:
		n.open(true)
	case hclsyntax.TokenCParen, hclsyntax.TokenCBrack, hclsyntax.TokenCBrace, hclsyntax.TokenTemplateSeqEnd,
		hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc:
		n.close()
	case hclsyntax.TokenStringLit, hclsyntax.TokenQuotedLit:
		n.top().literals++
	case hclsyntax.TokenComma:
		n.end()
	case hclsyntax.TokenNewline:
		if n.top().endsWithNewline {
			n.end()
		}
	case hclsyntax.TokenQuestion, hclsyntax.TokenBang, hclsyntax.TokenMinus, hclsyntax.TokenPlus, hclsyntax.TokenStar,
		hclsyntax.TokenSlash, hclsyntax.TokenPercent, hclsyntax.TokenEqualOp, hclsyntax.TokenNotEqual,
		hclsyntax.TokenLessThan, hclsyntax.TokenLessThanEq, hclsyntax.TokenGreaterThan, hclsyntax.TokenGreaterThanEq,
		hclsyntax.TokenAnd, hclsyntax.TokenOr:
		n.operate()
	}
}

// isIndex: a bracket behind a value nests that value, as an operator does.
func (n *nesting) isIndex() bool {
	switch n.last {
	case hclsyntax.TokenIdent, hclsyntax.TokenCBrack, hclsyntax.TokenCParen, hclsyntax.TokenCBrace, hclsyntax.TokenCQuote,
		hclsyntax.TokenStar, hclsyntax.TokenNumberLit:
		return true
	}
	return false
}

func (n *nesting) operate() {
	n.top().operators++
	n.depth++
}

func (n *nesting) open(endsWithNewline bool) {
	n.top()
	n.levels = append(n.levels, level{endsWithNewline: endsWithNewline})
	n.depth++
}

func (n *nesting) close() {
	if len(n.levels) < 2 {
		return
	}
	n.end()
	n.levels = n.levels[:len(n.levels)-1]
	n.depth--
}

func (n *nesting) end() {
	top := n.top()
	n.depth -= top.operators
	top.operators = 0
}
