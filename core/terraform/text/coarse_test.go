package text_test

import (
	"testing"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform/text"
)

// fine is a text of many pieces, every thousandth of which is secret.
func fine(pieces int, file func(index int) string) *text.Map {
	var b text.Builder
	for index := range pieces {
		start := hcl.Pos{Line: 1 + index, Column: 1, Byte: 4 * index}
		b.AddAs("abc", text.Run{File: file(index), Start: start, Literal: true, Secret: index%1000 == 0})
	}
	return b.Map()
}

func TestTextsOfVeryManyPiecesAreCoarse(t *testing.T) {
	for name, file := range map[string]func(int) string{
		"one file":  func(int) string { return "a.tf" },
		"two files": func(index int) string { return []string{"a.tf", "b.tf"}[index%2] },
	} {
		t.Run(name, func(t *testing.T) {
			m := fine(1_000_000, file)
			if len(m.Runs) > text.MaxRuns {
				t.Errorf("%d runs", len(m.Runs))
			}
			at, next := 0, 0
			for _, run := range m.Runs {
				for ; next < at+run.Length; next += 3000 {
					if !run.Secret {
						t.Fatalf("the secret at %d shows", next)
					}
				}
				at += run.Length
			}
			if at != len(m.Text) || next < at {
				t.Errorf("%d bytes of %d", at, len(m.Text))
			}
		})
	}
}

func TestATextOfOneFileStillLeadsThere(t *testing.T) {
	m := fine(200_000, func(int) string { return "a.tf" })
	place, known := m.Trace(hcl.Range{Start: hcl.Pos{Byte: 300_000}, End: hcl.Pos{Byte: 300_003}})
	if want := 4 * 100_000; !known || place.Filename != "a.tf" || place.Start.Byte > want || place.End.Byte < want || place.End.Byte-place.Start.Byte > 100 {
		t.Errorf("leads to %v", place)
	}
}
