package module

import (
	"regexp/syntax"

	"github.com/zclconf/go-cty/cty"
)

// alternatives gives the texts that a regular expression matches as a whole,
// when these are few: ^(aws|azure)$ and ^(?:amd|arm)64$, but not ^v[0-9]+$.
func alternatives(pattern string) (valueSet, bool) {
	if len(pattern) > 10_000 {
		return nil, false
	}
	parsed, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return nil, false
	}
	parsed = uncaptured(parsed)
	if parsed.Op != syntax.OpConcat || len(parsed.Sub) < 2 || !isStart(parsed.Sub[0]) || !isEnd(parsed.Sub[len(parsed.Sub)-1]) {
		return nil, false
	}
	texts, ok := expanded(parsed.Sub[1 : len(parsed.Sub)-1])
	var set valueSet
	for _, text := range texts {
		set = set.union(valueSet{cty.StringVal(text)})
	}
	return set, ok
}

func uncaptured(of *syntax.Regexp) *syntax.Regexp {
	for of.Op == syntax.OpCapture {
		of = of.Sub[0]
	}
	return of
}

func isStart(of *syntax.Regexp) bool { return of.Op == syntax.OpBeginText }
func isEnd(of *syntax.Regexp) bool   { return of.Op == syntax.OpEndText }

// expanded joins each text of the first part with each of the next.
func expanded(parts []*syntax.Regexp) ([]string, bool) {
	texts := []string{""}
	for _, part := range parts {
		next, ok := textsOf(part)
		if !ok || len(texts)*len(next) > maxAllowed {
			return nil, false
		}
		var longer []string
		for _, before := range texts {
			for _, text := range next {
				longer = append(longer, before+text)
			}
		}
		texts = longer
	}
	return texts, true
}

func textsOf(part *syntax.Regexp) ([]string, bool) {
	switch {
	case part.Flags&syntax.FoldCase != 0:
		return nil, false
	case part.Op == syntax.OpCapture:
		return textsOf(part.Sub[0])
	case part.Op == syntax.OpEmptyMatch:
		return []string{""}, true
	case part.Op == syntax.OpLiteral:
		return []string{string(part.Rune)}, true
	case part.Op == syntax.OpConcat:
		return expanded(part.Sub)
	case part.Op == syntax.OpQuest:
		texts, ok := textsOf(part.Sub[0])
		return append([]string{""}, texts...), ok
	case part.Op == syntax.OpAlternate:
		return eachOf(part.Sub)
	case part.Op == syntax.OpCharClass:
		return characters(part.Rune)
	}
	return nil, false
}

func eachOf(parts []*syntax.Regexp) ([]string, bool) {
	var texts []string
	for _, part := range parts {
		more, ok := textsOf(part)
		if !ok || len(texts)+len(more) > maxAllowed {
			return nil, false
		}
		texts = append(texts, more...)
	}
	return texts, true
}

// characters gives the members of a class that is an alternative in disguise:
// the parser makes [ab] of (a|b).
func characters(ranges []rune) ([]string, bool) {
	var texts []string
	for at := 0; at+1 < len(ranges); at += 2 {
		if ranges[at+1]-ranges[at] > 4 || len(texts) > 16 {
			return nil, false
		}
		for one := ranges[at]; one <= ranges[at+1]; one++ {
			texts = append(texts, string(one))
		}
	}
	return texts, true
}
