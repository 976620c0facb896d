package carry

import (
	"regexp"
	"strconv"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function/stdlib"

	"windtunnel/core/terraform/text"
)

// verb is %, flags, width, precision, the number of an argument, a letter.
// https://developer.hashicorp.com/terraform/language/functions/format#specification-syntax
var verb = regexp.MustCompile(`%(?:%|([0#+\- ]*(?:[1-9][0-9]*)?(?:\.[0-9]*)?)(?:\[([1-9][0-9]*)\])?([a-zA-Z]))`)

// Format is format(spec, values...).
func Format(args []cty.Value, _ string) *text.Map {
	spec := mapOf(args[0])
	var b text.Builder
	cursor := spec.Cursor()
	next := 1
	for _, found := range verb.FindAllStringSubmatchIndex(spec.Text, -1) {
		before := spec.Text[cursor.Offset():found[0]]
		b.Add(before, cursor.Take(len(before))...)
		if found[6] < 0 {
			// Of %% one character is left.
			cursor.Skip(1)
			b.Add("%", cursor.Take(1)...)
			continue
		}
		if found[4] >= 0 {
			next, _ = strconv.Atoi(spec.Text[found[4]:found[5]])
		}
		if next >= len(args) {
			return nil
		}
		place := covering(cursor.Piece(found[1] - found[0]))
		if !addFormatted(&b, "%"+spec.Text[found[2]:found[3]]+spec.Text[found[6]:found[7]], args[next], place) {
			return nil
		}
		next++
	}
	rest := spec.Text[cursor.Offset():]
	b.Add(rest, cursor.Take(len(rest))...)
	return b.Map()
}

// addFormatted adds one value: its own runs when the verb leaves it as it is,
// else as what stands in the place of the verb.
func addFormatted(b *text.Builder, spec string, value cty.Value, place text.Run) bool {
	plain, marks := value.UnmarkDeep()
	made, err := stdlib.Format(cty.StringVal(spec), plain)
	if err != nil || !made.IsKnown() {
		return false
	}
	if m := text.Splice(value, place); m != nil && m.Text == made.AsString() {
		b.AddMap(m)
		return true
	}
	secret, placeholders := text.TraitsOf(marks)
	place.Secret, place.Placeholders = place.Secret || secret, placeholders
	b.AddAs(made.AsString(), place)
	return true
}

// FormatList is formatlist(spec, values...): lists are gone through together,
// all else is the same every time.
func FormatList(args []cty.Value, results []string) []*text.Map {
	elements := make([][]cty.Value, len(args))
	for number, arg := range args {
		elements[number] = elementsOf(arg)
	}
	described := make([]*text.Map, len(results))
	for index := range results {
		turn := append([]cty.Value(nil), args...)
		for number, list := range elements {
			if index < len(list) {
				turn[number] = list[index]
			}
		}
		described[index] = Format(turn, results[index])
	}
	return described
}

// elementsOf gives the elements of a list with its marks, none of all else.
func elementsOf(arg cty.Value) []cty.Value {
	list, marks := arg.Unmark()
	if !isSequence(list.Type()) || list.IsNull() || !list.IsKnown() {
		return nil
	}
	elements := list.AsValueSlice()
	for index, element := range elements {
		elements[index] = under(marks, element)
	}
	return elements
}
