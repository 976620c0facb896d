package main

import (
	"fmt"
	"testing"

	"github.com/coreos/vcontext/tree"
)

func TestSortEntriesIsTotal(t *testing.T) {
	entries := []entry{
		{Line: 2, Column: 1, Path: []any{"b"}, Kind: "error", Message: "m"},
		{Line: 1, Column: 9, Path: []any{"a"}, Kind: "warning", Message: "m"},
		{Line: 1, Column: 9, Path: []any{"a", 10}, Kind: "error", Message: "m"},
		{Line: 1, Column: 9, Path: []any{"a", 9}, Kind: "error", Message: "n"},
		{Line: 1, Column: 9, Path: []any{"a", 9}, Kind: "error", Message: "m"},
		{Line: 1, Column: 2, Path: []any{}, Kind: "info", Message: "m"},
		{Line: 1, Column: 2, Path: []any{}, Kind: "info", Message: "m", Document: 1},
	}
	sortEntries(entries)
	want := "[1:2 []m0 1:9 [a]m0 1:9 [a 9]m0 1:9 [a 9]n0 1:9 [a 10]m0 2:1 [b]m0 1:2 []m1]"
	var got []string
	for _, e := range entries {
		got = append(got, fmt.Sprintf("%d:%d %v%s%d", e.Line, e.Column, e.Path, e.Message, e.Document))
	}
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestPlainPathNamesKeys(t *testing.T) {
	got := plainPath([]any{"storage", 3, tree.Key("mdoe")})
	if fmt.Sprintf("%#v", got) != `[]interface {}{"storage", 3, "mdoe"}` {
		t.Errorf("got %#v", got)
	}
}

func TestOffsetPositionCountsFromOne(t *testing.T) {
	for offset, want := range map[int]string{0: "1:1", 2: "1:3", 3: "2:1", 5: "2:3", 99: "2:3"} {
		line, column := offsetPosition("ab\ncd", offset)
		if got := fmt.Sprintf("%d:%d", line, column); got != want {
			t.Errorf("offset %d: got %s, want %s", offset, got, want)
		}
	}
}

func TestMessageLineReadsWhatYAMLReadersSay(t *testing.T) {
	for message, want := range map[string]int{
		"yaml: line 7: mapping values are not allowed in this context":            7,
		"yaml: unmarshal errors:\n  line 12: cannot unmarshal\n  line 14: cannot": 12,
		"deadline 5 passed":         0,
		"no version":                0,
		"line 99999999999999999999": 0,
	} {
		if got := messageLine(message); got != want {
			t.Errorf("%q: got %d, want %d", message, got, want)
		}
	}
}
