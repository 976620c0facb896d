package text

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// MaxRuns is how many runs a text may have: a run takes more memory than a line.
const MaxRuns = 100_000

// coarse joins neighbours until few enough are left: those of one file become
// a value of all that they came from. What is secret stays so.
func coarse(runs []Run) []Run {
	joined := slices.Clip(merge(runs))
	for _, isSame := range []func(a, b Run) bool{isNeighbour, isOfOneFile, isAny} {
		if len(joined) <= MaxRuns/2 {
			break
		}
		joined = inPairs(joined, isSame)
	}
	return joined
}

func isNeighbour(a, b Run) bool {
	return isOfOneFile(a, b) && a.Secret == b.Secret && slices.Equal(a.Placeholders, b.Placeholders)
}

func isOfOneFile(a, b Run) bool { return a.File == b.File }

func isAny(Run, Run) bool { return true }

// inPairs joins runs that match as long as there are too many, each with one
// other at a time, so that all of a text stays about as exact.
func inPairs(runs []Run, isSame func(a, b Run) bool) []Run {
	for before := len(runs) + 1; len(runs) > MaxRuns/2 && len(runs) < before; {
		before = len(runs)
		kept := runs[:0:0]
		for at := 0; at < len(runs); at++ {
			if at+1 < len(runs) && isSame(runs[at], runs[at+1]) {
				kept = append(kept, together(runs[at], runs[at+1]))
				at++
				continue
			}
			kept = append(kept, runs[at])
		}
		runs = kept
	}
	return runs
}

// together is one value run for two that follow each other.
func together(a, b Run) Run {
	both := Run{Length: a.Length + b.Length, Secret: a.Secret || b.Secret, Placeholders: a.Placeholders}
	if !slices.Equal(a.Placeholders, b.Placeholders) {
		both.Placeholders = slices.Concat(a.Placeholders, b.Placeholders)
		slices.Sort(both.Placeholders)
		both.Placeholders = slices.Compact(both.Placeholders)
	}
	if a.File != b.File {
		return both
	}
	both.File, both.Start, both.End = a.File, a.Start, a.end()
	if b.Start.Byte < both.Start.Byte {
		both.Start = b.Start
	}
	if b.end().Byte > both.End.Byte {
		both.End = b.end()
	}
	return both
}

// end of the place that a run comes from. That of a literal run is as far as
// its characters go, if they were all on one line.
func (r Run) end() hcl.Pos {
	if !r.Literal {
		return r.End
	}
	end := r.Start
	end.Byte += r.Length
	end.Column += r.Length
	return end
}
