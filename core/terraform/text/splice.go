package text

import "github.com/zclconf/go-cty/cty"

// Splice gives the map of value as it goes into another text. Runs of which
// nobody knows where they come from take the place and the placeholders of
// fallback. A secret value whose map names no secret run is secret as a whole.
func Splice(value cty.Value, fallback Run) *Map {
	m := Of(value)
	if m == nil || m.Base64 {
		return nil
	}
	secret, _ := Traits(value)
	if secret && !m.hasSecret() {
		m = m.Hidden()
	}
	for index, run := range m.Runs {
		if run.File == "" && fallback.File != "" {
			return &Map{Text: m.Text, Runs: fill(m.Runs, index, fallback)}
		}
	}
	return m
}

func fill(runs []Run, first int, fallback Run) []Run {
	filled := append([]Run(nil), runs...)
	for index := first; index < len(filled); index++ {
		if run := &filled[index]; run.File == "" {
			run.File, run.Start, run.End = fallback.File, fallback.Start, fallback.End
		}
	}
	return filled
}
