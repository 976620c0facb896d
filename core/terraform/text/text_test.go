package text_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

const source = "é = 1\nb = \"𝄞 ${c} d\"\n"

func sources(string) []byte { return []byte(source) }

func at(line, column, offset int) hcl.Pos { return hcl.Pos{Line: line, Column: column, Byte: offset} }

// sample is the text of b: 𝄞 and a blank, the value of c, a blank and d.
func sample() *text.Map {
	var b text.Builder
	b.AddAs("𝄞", text.Run{File: "a.tf", Start: at(2, 6, 12), Literal: true})
	b.AddAs(" ", text.Run{File: "a.tf", Start: at(2, 7, 16), Literal: true})
	b.AddAs("𝄞c", text.Run{File: "a.tf", Start: at(2, 10, 19), End: at(2, 11, 20), Secret: true, Placeholders: []string{"x.y"}})
	b.AddAs(" d", text.Run{File: "a.tf", Start: at(2, 12, 21), Literal: true})
	b.AddAs("?", text.Run{})
	return b.Map()
}

func TestEncodeGivesSevenNumbersARun(t *testing.T) {
	encoded := text.Encode(sample(), sources)
	want := []int{
		3, 0, 2, 6, 0, 0, 0,
		3, 0, 2, 10, 2, 11, 3,
		2, 0, 2, 12, 0, 0, 0,
		1, -1, 0, 0, 0, 0, 0,
	}
	if !slices.Equal(encoded.Runs, want) {
		t.Errorf("gives %v", encoded.Runs)
	}
	if !slices.Equal(encoded.Files, []string{"a.tf"}) || !slices.Equal(encoded.Placeholders, []string{"x.y"}) || encoded.Encoding != "plain" {
		t.Errorf("gives %+v", encoded)
	}
}

func TestAMapCountsForItsTextOnly(t *testing.T) {
	m := sample()
	encoded := &text.Map{Text: m.Text, Runs: m.Runs, Base64: true}
	other := (&text.Map{Text: "other"})
	for said, want := range map[string]*text.Map{m.Text: m, encoded.Value(): encoded, "other": other, "another": nil} {
		value := cty.StringVal(said).WithMarks(cty.NewValueMarks(m, encoded, other))
		if got := text.Of(value); got != want {
			t.Errorf("of %q is %v", said, got)
		}
	}
	for _, value := range []cty.Value{cty.UnknownVal(cty.String), cty.NullVal(cty.String), cty.True, cty.DynamicVal} {
		if text.Of(value.Mark(m)) != nil {
			t.Errorf("%#v has a map", value)
		}
	}
}

func TestSliceKeepsPlaces(t *testing.T) {
	m := sample()
	cut := m.Slice(len("𝄞"), len(m.Text)-2)
	if cut.Text != " 𝄞c " {
		t.Fatalf("gives %q", cut.Text)
	}
	encoded := text.Encode(cut, sources)
	if want := []int{1, 0, 2, 7, 0, 0, 0, 3, 0, 2, 10, 2, 11, 3, 1, 0, 2, 12, 0, 0, 0}; !slices.Equal(encoded.Runs, want) {
		t.Errorf("gives %v", encoded.Runs)
	}
}

func TestSpliceFillsWhatNobodyKnows(t *testing.T) {
	fallback := text.Run{File: "b.tf", Start: at(3, 1, 30), End: at(3, 2, 31)}
	runs := text.Splice(cty.StringVal("a\nb").Mark(twoLines()).Mark(text.Sensitive{}), fallback).Runs
	if len(runs) != 2 || runs[0].File != "a.tf" || runs[1].File != "b.tf" || runs[0].Secret || runs[1].Secret {
		t.Errorf("gives %+v", runs)
	}
}

// twoLines is a line that stands in a file and one of which nobody knows.
func twoLines() *text.Map {
	var b text.Builder
	b.AddAs("a\n", text.Run{File: "a.tf", Start: at(1, 1, 0), Literal: true})
	b.AddAs("b", text.Run{})
	return b.Map()
}

func TestHideLeavesAloneWhatKnowsItsSecrets(t *testing.T) {
	plain, precise := cty.StringVal("a\nb").Mark(twoLines()), cty.StringVal(sample().Text).Mark(sample())
	list := cty.ListVal([]cty.Value{plain, precise, cty.StringVal("c")})
	for name, each := range map[string]struct {
		hidden cty.Value
		want   []int
	}{"Hide": {text.Hide(list), []int{2, 1, 0}}, "HideAll": {text.HideAll(list), []int{2, 5, 0}}} {
		for index, value := range each.hidden.AsValueSlice() {
			count := 0
			if m := text.Of(value); m != nil {
				for _, run := range m.Runs {
					if run.Secret {
						count++
					}
				}
			}
			if count != each.want[index] {
				t.Errorf("%s makes %d runs of element %d secret", name, count, index)
			}
		}
	}
}

func TestTraceFindsWhereAPieceOfATextComesFrom(t *testing.T) {
	m := sample()
	place, known := m.Trace(hcl.Range{Start: hcl.Pos{Byte: len("𝄞 ")}, End: hcl.Pos{Byte: len("𝄞 𝄞c d")}})
	want := hcl.Range{Filename: "a.tf", Start: at(2, 10, 19), End: at(2, 14, 23)}
	if !known || !reflect.DeepEqual(place, want) {
		t.Errorf("gives %+v", place)
	}
	if _, known := m.Trace(hcl.Range{Start: hcl.Pos{Byte: len(m.Text) - 1}, End: hcl.Pos{Byte: len(m.Text)}}); known {
		t.Error("knows where the end comes from")
	}
}
