package text

import (
	"cmp"

	"github.com/hashicorp/hcl/v2"
)

// before is a total order of maps of equal texts: more runs first, then by
// where the runs come from.
func (m *Map) before(other *Map) bool {
	if len(m.Runs) != len(other.Runs) {
		return len(m.Runs) > len(other.Runs)
	}
	for index, run := range m.Runs {
		if order := compareRuns(run, other.Runs[index]); order != 0 {
			return order < 0
		}
	}
	return false
}

// Better gives the one of two maps of equal texts that knows more; other may be
// nil. It does not depend on the order they are asked in.
func (m *Map) Better(other *Map) *Map {
	if other == nil || m.before(other) {
		return m
	}
	return other
}

func compareRuns(a, b Run) int {
	return cmp.Or(
		-compareBool(a.File != "", b.File != ""),
		-compareBool(a.Literal, b.Literal),
		-compareBool(a.Secret, b.Secret),
		cmp.Compare(a.File, b.File),
		comparePlaces(a.Start, b.Start),
		comparePlaces(a.End, b.End),
		cmp.Compare(a.Length, b.Length),
	)
}

func comparePlaces(a, b hcl.Pos) int {
	return cmp.Or(cmp.Compare(a.Byte, b.Byte), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
