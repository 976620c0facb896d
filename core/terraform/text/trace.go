package text

import "github.com/hashicorp/hcl/v2"

// Trace gives the place in a file that a range of the text comes from; false
// when nobody knows. Positions of where count by their byte offset in Text.
func (m *Map) Trace(where hcl.Range) (hcl.Range, bool) {
	start, end := where.Start.Byte, max(where.Start.Byte+1, where.End.Byte)
	if start < 0 || end > len(m.Text) {
		return hcl.Range{}, false
	}
	runs := m.Slice(start, end).Runs
	if len(runs) == 0 || runs[0].File == "" {
		return hcl.Range{}, false
	}
	place := hcl.Range{Filename: runs[0].File, Start: runs[0].Start, End: runs[0].End}
	at := start
	for _, run := range runs {
		if run.File != place.Filename {
			break
		}
		if run.Literal {
			run.End = Advance(run.Start, m.Text[at:at+run.Length])
		}
		if run.End.Byte > place.End.Byte {
			place.End = run.End
		}
		at += run.Length
	}
	return place, true
}

// Through replaces the places in file, which is the name of a text that was
// read as a template, by those that the text itself comes from.
func (m *Map) Through(file string, source *Map) *Map {
	traced := &Map{Text: m.Text, Base64: m.Base64}
	index := newIndex(source)
	for _, run := range m.Runs {
		if run.File != file {
			traced.Runs = append(traced.Runs, run)
			continue
		}
		traced.Runs = append(traced.Runs, run.through(index)...)
		if len(traced.Runs) > MaxRuns {
			traced.Runs = coarse(traced.Runs)
		}
	}
	return traced
}

func (r Run) through(source *index) []Run {
	start := r.Start.Byte
	if r.Literal && start+r.Length <= len(source.said) {
		pieces := source.slice(start, start+r.Length).Runs
		for number := range pieces {
			pieces[number].Secret = pieces[number].Secret || r.Secret
		}
		return pieces
	}
	place := hcl.Range{}
	if end := max(start+1, r.End.Byte); end <= len(source.said) {
		place, _ = source.slice(start, end).Trace(hcl.Range{End: hcl.Pos{Byte: end - start}})
	}
	r.File, r.Start, r.End, r.Literal = place.Filename, place.Start, place.End, false
	return []Run{r}
}
