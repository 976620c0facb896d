package text

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// Builder joins pieces of text and the runs they come from. Its zero value is
// an empty text.
type Builder struct {
	said strings.Builder
	runs []Run
	err  error
}

// Add appends a piece; runs together are as long as said.
func (b *Builder) Add(said string, runs ...Run) {
	if b.err != nil || said == "" {
		return
	}
	if b.said.Len()+len(said) > MaxLength {
		b.err = LimitError{}
		return
	}
	b.said.WriteString(said)
	b.runs = append(b.runs, runs...)
	if len(b.runs) > MaxRuns {
		b.runs = coarse(b.runs)
	}
}

// AddAs appends a piece that is one run: length is set, the rest is run's.
func (b *Builder) AddAs(said string, run Run) {
	run.Length = len(said)
	b.Add(said, run)
}

// AddMap appends a whole text with its runs.
func (b *Builder) AddMap(m *Map) {
	b.Add(m.Text, m.Runs...)
}

// Len is the length so far, in bytes.
func (b *Builder) Len() int { return b.said.Len() }

// Text is what was joined so far.
func (b *Builder) Text() string { return b.said.String() }

// Err is LimitError once the text became too long.
func (b *Builder) Err() error { return b.err }

// Map describes the text that was joined; nil after an error.
func (b *Builder) Map() *Map {
	if b.err != nil {
		return nil
	}
	return &Map{Text: b.said.String(), Runs: b.runs}
}

// ValueOf is the run of the value of the expression at where; its length is
// still to be set.
func ValueOf(where hcl.Range, secret bool, placeholders []string) Run {
	return Run{
		File: where.Filename, Start: where.Start, End: where.End,
		Secret: secret, Placeholders: placeholders,
	}
}
