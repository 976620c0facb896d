package carry

import (
	"regexp"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// Replace is replace(text, pattern, replacement); a pattern between slashes is
// a regular expression.
func Replace(args []cty.Value, _ string) *text.Map {
	pattern := bare(args[1])
	if len(pattern) > 1 && strings.HasPrefix(pattern, "/") && strings.HasSuffix(pattern, "/") {
		return replaceMatches(mapOf(args[0]), pattern[1:len(pattern)-1], args[2])
	}
	if pattern == "" {
		return nil
	}
	return replaceAll(mapOf(args[0]), pattern, args[2])
}

func replaceAll(m *text.Map, pattern string, replacement cty.Value) *text.Map {
	var b text.Builder
	cursor := m.Cursor()
	for {
		before, _, found := strings.Cut(m.Text[cursor.Offset():], pattern)
		b.Add(before, cursor.Take(len(before))...)
		if !found {
			return b.Map()
		}
		addInstead(&b, cursor, len(pattern), replacement, bare(replacement))
	}
}

func replaceMatches(m *text.Map, pattern string, replacement cty.Value) *text.Map {
	compiled, err := regexp.Compile(pattern)
	if err != nil {
		return nil
	}
	var b text.Builder
	cursor := m.Cursor()
	for _, match := range compiled.FindAllStringSubmatchIndex(m.Text, -1) {
		before := m.Text[cursor.Offset():match[0]]
		b.Add(before, cursor.Take(len(before))...)
		made := compiled.ExpandString(nil, bare(replacement), m.Text, match)
		addInstead(&b, cursor, match[1]-match[0], replacement, string(made))
	}
	rest := m.Text[cursor.Offset():]
	b.Add(rest, cursor.Take(len(rest))...)
	return b.Map()
}

// addInstead puts made in the place of the next length bytes: with the runs of
// the replacement when that is known and unchanged, else as a value that comes
// from where the bytes stood. It may hold some of them, so it is as secret.
func addInstead(b *text.Builder, cursor *text.Cursor, length int, replacement cty.Value, made string) {
	gone := covering(cursor.Piece(length))
	if m := mapOf(replacement); m.Text == made && text.IsKnownPlace(m) {
		b.AddMap(m)
		return
	}
	secret, placeholders := text.Traits(replacement)
	gone.Secret = gone.Secret || secret
	gone.Placeholders = append(placeholders, gone.Placeholders...)
	b.AddAs(made, gone)
}
