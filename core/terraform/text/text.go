// Package text remembers where the characters of a text come from. A value of
// type string that was read from a file, written as a heredoc or rendered from
// a template carries a *Map as a cty mark; whoever makes a text of other texts
// joins their maps.
package text

import (
	"encoding/base64"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// Map says where one text comes from. It is a cty mark: marks travel further
// than the text they describe (Terraform joins the marks of all arguments), so
// a Map only counts for a string that equals its Text.
type Map struct {
	// Text is what the map describes; with Base64, the value is its base64.
	Text   string
	Base64 bool
	// Runs together are as long as Text.
	Runs []Run
}

// Run is a stretch of a text.
type Run struct {
	// Length in bytes.
	Length int
	// File and Start: where the first byte comes from; an empty File: nobody
	// knows. End is used for values only.
	File       string
	Start, End hcl.Pos
	// Literal: the bytes stand in the file as they are. Otherwise the run is
	// the value of the expression from Start to End.
	Literal bool
	// Secret: no report may show these bytes.
	Secret bool
	// Placeholders: addresses of emulated attributes in it that are made up.
	Placeholders []string
}

// Of gives the map of a string value; nil when there is none. The value may be
// marked, null or unknown.
func Of(value cty.Value) *Map {
	if !value.IsMarked() || !value.Type().Equals(cty.String) {
		return nil
	}
	bare, marks := value.Unmark()
	if bare.IsNull() || !bare.IsKnown() {
		return nil
	}
	return pick(marks, bare.AsString())
}

// pick prefers the map that knows more when several texts are equal, so that
// the order of marks, which is random, does not show.
func pick(marks cty.ValueMarks, said string) *Map {
	var best *Map
	for mark := range marks {
		found, ok := mark.(*Map)
		if ok && found.describes(said) {
			best = found.Better(best)
		}
	}
	return best
}

func (m *Map) describes(said string) bool {
	if m.Base64 && base64.StdEncoding.EncodedLen(len(m.Text)) != len(said) {
		return false
	}
	return m.Value() == said
}

// Value is the string that the map describes.
func (m *Map) Value() string {
	if m.Base64 {
		return base64.StdEncoding.EncodeToString([]byte(m.Text))
	}
	return m.Text
}
