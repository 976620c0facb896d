package text

import (
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
)

// Advance gives the place behind passed, text that begins at start. The column
// counts code points.
func Advance(start hcl.Pos, passed string) hcl.Pos {
	start.Byte += len(passed)
	last := strings.LastIndexByte(passed, '\n')
	if last < 0 {
		start.Column += utf8.RuneCountInString(passed)
		return start
	}
	start.Line += strings.Count(passed, "\n")
	start.Column = 1 + utf8.RuneCountInString(passed[last+1:])
	return start
}

// Cursor reads a map from front to back, so that cutting a text into many
// pieces stays linear.
type Cursor struct {
	from *Map
	// at is the offset in the text; run and used say where in the runs that is.
	at, run, used int
	// place is where the current run has got to.
	place hcl.Pos
}

// Cursor begins at the front of the text.
func (m *Map) Cursor() *Cursor {
	c := &Cursor{from: m}
	c.enter()
	return c
}

func (c *Cursor) enter() {
	c.used = 0
	if c.run < len(c.from.Runs) {
		c.place = c.from.Runs[c.run].Start
	}
}

// Take gives the runs of the next length bytes and moves behind them.
func (c *Cursor) Take(length int) []Run {
	var taken []Run
	for length > 0 && c.run < len(c.from.Runs) {
		taken = append(taken, c.step(&length))
	}
	return taken
}

// Skip moves forward by length bytes.
func (c *Cursor) Skip(length int) {
	for length > 0 && c.run < len(c.from.Runs) {
		c.step(&length)
	}
}

// step passes as much of the current run as length asks for.
func (c *Cursor) step(length *int) Run {
	piece := c.from.Runs[c.run]
	whole := piece.Length
	piece.Length = min(*length, whole-c.used)
	if piece.Literal {
		piece.Start = c.place
		c.place = Advance(c.place, c.from.Text[c.at:c.at+piece.Length])
	}
	*length -= piece.Length
	c.at += piece.Length
	c.used += piece.Length
	if c.used == whole {
		c.run++
		c.enter()
	}
	return piece
}

// Piece describes the next length bytes and moves behind them.
func (c *Cursor) Piece(length int) *Map {
	from := c.at
	runs := c.Take(length)
	return &Map{Text: c.from.Text[from:c.at], Runs: runs}
}

// Offset is how far the cursor has come, in bytes.
func (c *Cursor) Offset() int { return c.at }

// Slice describes the bytes of the text from start up to end.
func (m *Map) Slice(start, end int) *Map {
	c := m.Cursor()
	c.Skip(start)
	return &Map{Text: m.Text[start:end], Runs: c.Take(end - start)}
}

// IsKnownPlace: of some character it is known where it comes from.
func IsKnownPlace(m *Map) bool {
	for _, run := range m.Runs {
		if run.File != "" {
			return true
		}
	}
	return false
}
