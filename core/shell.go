package main

import (
	"errors"
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

type shellParams struct {
	Source  string `json:"source"`
	Dialect string `json:"dialect"` // bash or posix
}

type shellResult struct {
	Entries []entry `json:"entries"`
}

var dialects = map[string]syntax.LangVariant{
	"bash":  syntax.LangBash,
	"posix": syntax.LangPOSIX,
}

// parseShell reads a script and tells where its syntax is wrong: no entry for
// a script that parses, one for the first error otherwise. Nothing is run or
// expanded, and words are not judged.
func parseShell(params shellParams) (shellResult, *failure) {
	dialect, ok := dialects[params.Dialect]
	if !ok {
		return shellResult{}, usage("unknown dialect %q: bash or posix", params.Dialect)
	}
	parser := syntax.NewParser(syntax.Variant(dialect))
	_, err := parser.Parse(strings.NewReader(params.Source), "")
	if err == nil {
		return shellResult{Entries: []entry{}}, nil
	}
	return shellResult{Entries: []entry{shellEntry(err)}}, nil
}

func shellEntry(err error) entry {
	found := entry{Kind: "error", Message: err.Error(), Path: []any{}}
	var parseError syntax.ParseError
	var langError syntax.LangError
	switch {
	case errors.As(err, &parseError):
		found.Message = parseError.Text
		found.Line, found.Column = int(parseError.Pos.Line()), int(parseError.Pos.Col())
	case errors.As(err, &langError):
		// The text starts with "file:line:column: ", which stands in the entry.
		found.Message = strings.TrimPrefix(langError.Error(), langError.Pos.String()+": ")
		found.Line, found.Column = int(langError.Pos.Line()), int(langError.Pos.Col())
	}
	return found
}
