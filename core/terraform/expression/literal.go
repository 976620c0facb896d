package expression

import (
	"strings"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform/text"
)

// alignLiteral says where the characters of a literal stand in src. HCL gives
// the range of what was read, but trims and decodes what stands there: `~`,
// `<<-`, and escapes. What cannot be found again is the value of the range.
func alignLiteral(said string, where hcl.Range, src []byte) []text.Run {
	if said == "" {
		return nil
	}
	whole := text.ValueOf(where, false, nil)
	whole.Length = len(said)
	start, end := where.Start.Byte, where.End.Byte
	if start < 0 || end > len(src) || start > end {
		return []text.Run{whole}
	}
	written := string(src[start:end])
	if before, ok := trimmed(written, said); ok {
		whole.Literal, whole.Start = true, text.Advance(where.Start, before)
		return []text.Run{whole}
	}
	for _, decode := range []func(string) []character{plainCharacters, quotedCharacters} {
		if found, ok := alignLines(said, decode(written)); ok {
			return runsOf(said, found, where, written)
		}
	}
	return []text.Run{whole}
}

// trimmed gives what was cut off before said, when no more than white space at
// one end of written is missing; most literals are such.
func trimmed(written, said string) (string, bool) {
	if before, found := strings.CutSuffix(written, said); found && strings.TrimSpace(before) == "" {
		return before, true
	}
	after, found := strings.CutPrefix(written, said)
	return "", found && strings.TrimSpace(after) == ""
}

// runsOf joins characters that follow each other in the source to runs.
func runsOf(said string, found []character, where hcl.Range, written string) []text.Run {
	var runs []text.Run
	place, at := where.Start, 0
	for index := 0; index < len(found); {
		first, last := found[index], index
		for last+1 < len(found) && found[last+1].follows(found[last]) {
			last++
		}
		place, at = text.Advance(place, written[at:first.start]), first.start
		length := 0
		for _, one := range found[index : last+1] {
			length += len(one.said)
		}
		runs = append(runs, text.Run{
			Length: length, File: where.Filename, Literal: first.isLiteral, Start: place,
			End: text.Advance(place, written[at:found[last].end]),
		})
		index = last + 1
	}
	return runs
}
