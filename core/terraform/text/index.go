package text

import "sort"

// pieceLength bounds the pieces of an index, in bytes.
const pieceLength = 256

// index finds pieces of a text without reading all that is before them, as a
// template with loops asks for the same pieces again and again.
type index struct {
	said   string
	pieces []Run
	// ends are the offsets behind the pieces.
	ends []int
}

func newIndex(m *Map) *index {
	made := &index{said: m.Text}
	cursor := m.Cursor()
	for cursor.Offset() < len(m.Text) {
		before := cursor.Offset()
		made.pieces = append(made.pieces, cursor.Take(min(pieceLength, len(m.Text)-before))...)
		if cursor.Offset() == before {
			break
		}
	}
	end := 0
	for _, piece := range made.pieces {
		end += piece.Length
		made.ends = append(made.ends, end)
	}
	return made
}

// slice is Map.Slice.
func (i *index) slice(start, end int) *Map {
	first := sort.SearchInts(i.ends, start+1)
	last := min(sort.SearchInts(i.ends, end), len(i.ends)-1)
	if start >= end || last < first {
		return &Map{}
	}
	from := i.ends[first] - i.pieces[first].Length
	part := &Map{Text: i.said[from:i.ends[last]], Runs: i.pieces[first : last+1]}
	return part.Slice(start-from, end-from)
}
