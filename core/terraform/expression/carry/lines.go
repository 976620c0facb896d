package carry

import (
	"strings"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform/text"
)

// indented puts spaces in front of every line but the first; length is that of
// the whole, which bounds what is made.
func indented(m *text.Map, spaces, length int) *text.Map {
	lines := strings.SplitAfter(m.Text, "\n")
	if len(m.Text)+spaces*(len(lines)-1) != length {
		return nil
	}
	var b text.Builder
	cursor := m.Cursor()
	for index, line := range lines {
		runs := cursor.Take(len(line))
		if index > 0 {
			b.AddAs(strings.Repeat(" ", spaces), frontOf(runs))
		}
		b.Add(line, runs...)
	}
	return b.Map()
}

// frontOf is a run without a length at the place where runs begin.
func frontOf(runs []text.Run) text.Run {
	if len(runs) == 0 {
		return text.Run{}
	}
	front := runs[0]
	if front.Literal {
		front.Literal, front.End = false, front.Start
	}
	front.Secret, front.Placeholders = false, nil
	return front
}

// endOf is the place behind a run that says said.
func endOf(run text.Run, said string) hcl.Pos {
	if !run.Literal {
		return run.End
	}
	return text.Advance(run.Start, said)
}

// valued gives the runs of a text as those of something that was made of it:
// line by line, since its characters no longer stand in the file.
func valued(m *text.Map, remake func(string) string) *text.Map {
	var b text.Builder
	cursor := m.Cursor()
	for _, line := range strings.SplitAfter(m.Text, "\n") {
		content := strings.TrimSuffix(line, "\n")
		addRemade(&b, cursor.Piece(len(content)), remake)
		addRemade(&b, cursor.Piece(len(line)-len(content)), remake)
	}
	return b.Map()
}

func addRemade(b *text.Builder, piece *text.Map, remake func(string) string) {
	at := 0
	for _, run := range piece.Runs {
		said := piece.Text[at : at+run.Length]
		at += run.Length
		made := remake(said)
		if made != said {
			run.End, run.Literal = endOf(run, said), false
		}
		run.Length = len(made)
		b.Add(made, run)
	}
}
