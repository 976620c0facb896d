// Package carry finds out where the characters of a function's result come
// from, by the maps of its arguments. It is told the result and never makes
// one: a map that does not say the same is of no use, and nil is always right.
package carry

import (
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// Func describes the result of a function that gives a text.
type Func func(args []cty.Value, result string) *text.Map

// EachFunc describes every element of a function that gives a list of texts.
type EachFunc func(args []cty.Value, results []string) []*text.Map

// mapOf gives the map of a text argument. One without a map is a single run of
// which nobody knows where it comes from, but what it is.
func mapOf(value cty.Value) *text.Map {
	if m := text.Splice(value, text.Run{}); m != nil {
		return m
	}
	secret, placeholders := text.Traits(value)
	var b text.Builder
	b.AddAs(bare(value), text.Run{Secret: secret, Placeholders: placeholders})
	return b.Map()
}

// bare gives the text of an argument, empty for what is none.
func bare(value cty.Value) string {
	value, _ = value.Unmark()
	if value.IsNull() || !value.IsKnown() || !value.Type().Equals(cty.String) {
		return ""
	}
	return value.AsString()
}

// covering is one run for all of piece: what was made of it by a change of its
// characters comes from the same place.
func covering(piece *text.Map) text.Run {
	var run text.Run
	for index, part := range piece.Runs {
		if index == 0 {
			run = part
			run.Literal, run.End = false, endOf(part, piece.Text[:part.Length])
		}
		run.Secret = run.Secret || part.Secret
		if index > 0 {
			run.Placeholders = append(run.Placeholders[:len(run.Placeholders):len(run.Placeholders)], part.Placeholders...)
		}
	}
	return run
}
