// Package places turns the places of HCL into those of reports. HCL counts
// columns in grapheme clusters, and lines inside the strings of JSON files by
// the decoded text; editors and reports count code points of the file.
package places

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

var byteOrderMark = []byte("\xef\xbb\xbf")

// Of gives the place of r in src, the bytes of its file. Offsets behind the
// end of src stand for its end. Without src, or for a range that was made
// without offsets, lines and columns are taken as HCL says them.
func Of(src []byte, r hcl.Range) terraform.Range {
	return NewIndex(src).Of(r)
}

// Index answers for many places of one file; Of reads the file each time.
type Index struct {
	src []byte
	// starts are the offsets at which lines begin.
	starts []int
}

func NewIndex(src []byte) *Index {
	starts := []int{0}
	if bytes.HasPrefix(src, byteOrderMark) {
		starts[0] = len(byteOrderMark)
	}
	for at := 0; ; {
		next := bytes.IndexByte(src[at:], '\n')
		if next < 0 {
			return &Index{src: src, starts: starts}
		}
		at += next + 1
		starts = append(starts, at)
	}
}

// Of gives the place of r in the file of the index.
func (i *Index) Of(r hcl.Range) terraform.Range {
	place := terraform.Range{
		File: r.Filename, Line: r.Start.Line, Column: r.Start.Column,
		EndLine: r.End.Line, EndColumn: r.End.Column,
	}
	if len(i.src) > 0 && hasOffset(r.Start) {
		place.Line, place.Column = i.At(r.Start.Byte)
		place.EndLine, place.EndColumn = i.At(max(r.Start.Byte, r.End.Byte))
	}
	return place
}

// hasOffset is false for positions that nobody read from a file: only the
// first one of a file has the offset 0.
func hasOffset(position hcl.Pos) bool {
	return position.Byte > 0 || position.Line <= 1 && position.Column <= 1
}

// At gives line and column, both from 1, of a byte offset.
func (i *Index) At(offset int) (line, column int) {
	offset = min(max(offset, i.starts[0]), len(i.src))
	line, found := slices.BinarySearch(i.starts, offset)
	if found {
		return line + 1, 1
	}
	return line, 1 + utf8.RuneCount(i.src[i.starts[line-1]:offset])
}
