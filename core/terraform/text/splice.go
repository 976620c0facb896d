package text

import "github.com/zclconf/go-cty/cty"

// Splice gives the map of value as it goes into another text, nil when it has
// none. Runs of which nobody knows where they come from take the place of
// fallback. What of it is secret its map says: Terraform calls an output
// sensitive for one token in it, and the rest is what people have to see.
func Splice(value cty.Value, fallback Run) *Map {
	m := Of(value)
	if m == nil || m.Base64 {
		return nil
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
