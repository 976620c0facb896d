package text

import "slices"

// merge joins neighbours: literal runs that follow each other in the source,
// and pieces of one value.
func merge(runs []Run) []Run {
	merged := make([]Run, 0, len(runs))
	for _, run := range runs {
		if last := len(merged) - 1; last >= 0 && continues(merged[last], run) {
			merged[last].Length += run.Length
		} else if run.Length > 0 {
			merged = append(merged, run)
		}
	}
	return merged
}

func continues(before, after Run) bool {
	if before.File != after.File || before.Literal != after.Literal || before.Secret != after.Secret ||
		!slices.Equal(before.Placeholders, after.Placeholders) {
		return false
	}
	if before.Literal {
		return before.Start.Byte+before.Length == after.Start.Byte
	}
	return before.Start.Byte == after.Start.Byte && before.End.Byte == after.End.Byte
}
