package main

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	v2report "github.com/coreos/ignition/config/validate/report"
	"github.com/coreos/vcontext/report"
	"github.com/coreos/vcontext/tree"
)

// entry is one remark of upstream on a document. Line and Column count from 1
// in the source that was given and are 0 when unknown; Path leads from the
// root of that source through keys (string) and indices (int).
type entry struct {
	Kind    string `json:"kind"` // error, warning, info
	Message string `json:"message"`
	Path    []any  `json:"path"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	// Document is set by methods that read several: 0 is the base config,
	// n the nth snippet.
	Document int `json:"document,omitempty"`
}

// fromReport converts a report of Butane or Ignition 3.x on source.
func fromReport(r report.Report, source string) []entry {
	entries := make([]entry, 0, len(r.Entries))
	for _, e := range r.Entries {
		line, column := markerPosition(e.Marker, source)
		entries = append(entries, entry{
			Kind:    e.Kind.String(),
			Message: e.Message,
			Path:    plainPath(e.Context.Path),
			Line:    line,
			Column:  column,
		})
	}
	sortEntries(entries)
	return entries
}

// fromReportV2 converts a report of Ignition 2.x or of the Container Linux
// Config transpiler. Those reports carry no path.
func fromReportV2(r v2report.Report) []entry {
	entries := make([]entry, 0, len(r.Entries))
	for _, e := range r.Entries {
		converted := entry{
			Kind:    e.Kind.String(),
			Message: e.Message,
			Path:    []any{},
			Line:    e.Line,
			Column:  e.Column,
		}
		if converted.Kind == "deprecated" {
			converted.Kind = "warning"
		}
		entries = append(entries, converted)
	}
	sortEntries(entries)
	return entries
}

// plainPath turns the marker type for "the key itself" into the key.
func plainPath(path []any) []any {
	plain := make([]any, 0, len(path))
	for _, element := range path {
		if key, ok := element.(tree.Key); ok {
			element = string(key)
		}
		plain = append(plain, element)
	}
	return plain
}

// markerPosition reads a marker. vcontext leaves line and column empty for an
// offset at the very end of the source, where JSON that stops early is at
// fault, so that case is counted here.
func markerPosition(marker tree.Marker, source string) (line, column int) {
	if marker.StartP == nil {
		return 0, 0
	}
	if marker.StartP.Line == 0 && marker.StartP.Index > 0 {
		return offsetPosition(source, int(marker.StartP.Index))
	}
	return int(marker.StartP.Line), int(marker.StartP.Column)
}

// offsetPosition gives the line and the byte column, both from 1, of a byte
// offset in source.
func offsetPosition(source string, offset int) (line, column int) {
	line, column = 1, 1
	for i := range min(offset, len(source)) {
		column++
		if source[i] == '\n' {
			line, column = line+1, 1
		}
	}
	return line, column
}

var lineInMessage = regexp.MustCompile(`\bline (\d+)`)

// messageLine finds the line that a YAML reader names in its error text, or 0.
func messageLine(message string) int {
	match := lineInMessage.FindStringSubmatch(message)
	if match == nil {
		return 0
	}
	line, err := strconv.Atoi(match[1])
	if err != nil {
		return 0
	}
	return line
}

// sortEntries puts entries in one total order. Upstream walks maps, so its own
// order changes from run to run.
func sortEntries(entries []entry) {
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(
			cmp.Compare(a.Document, b.Document),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			slices.CompareFunc(a.Path, b.Path, comparePathElements),
			cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(a.Message, b.Message),
		)
	})
}

// comparePathElements orders indices by number and before keys.
func comparePathElements(a, b any) int {
	aIndex, aIsIndex := a.(int)
	bIndex, bIsIndex := b.(int)
	switch {
	case aIsIndex && bIsIndex:
		return cmp.Compare(aIndex, bIndex)
	case aIsIndex:
		return -1
	case bIsIndex:
		return 1
	default:
		return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b))
	}
}
