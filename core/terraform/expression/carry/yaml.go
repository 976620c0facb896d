package carry

import (
	"strings"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// YAML is yamlencode(value). How a text is written depends on what is around
// it, so the result is read along with value: keys come quoted, texts quoted
// or as `|` blocks, all else bare.
func YAML(args []cty.Value, result string) *text.Map {
	reader := yamlReader{rest: result}
	if reader.value(args[0]) {
		reader.structure(len(reader.rest))
		return reader.made.Map()
	}
	return whole(args[0], result)
}

type yamlReader struct {
	made text.Builder
	// rest is what was not read yet.
	rest string
}

func (r *yamlReader) value(value cty.Value) bool {
	plain, marks := value.Unmark()
	kind := plain.Type()
	switch {
	case plain.IsNull():
		return r.bare("null", text.Run{})
	case isMapping(kind) && plain.LengthInt() > 0:
		return r.members(plain, marks)
	case isSequence(kind) && plain.LengthInt() > 0:
		return r.elements(plain, marks)
	case kind.Equals(cty.String):
		return r.text(mapOf(value))
	}
	secret, placeholders := text.TraitsOf(marks)
	return r.word(text.Run{Secret: secret, Placeholders: placeholders})
}

func (r *yamlReader) members(value cty.Value, marks cty.ValueMarks) bool {
	secret, _ := text.TraitsOf(marks)
	for it := value.ElementIterator(); it.Next(); {
		_, element := it.Element()
		if !r.quoted(text.Run{Secret: secret}) || !strings.HasPrefix(r.rest, ":") || !r.value(under(marks, element)) {
			return false
		}
	}
	return true
}

func (r *yamlReader) elements(value cty.Value, marks cty.ValueMarks) bool {
	for it := value.ElementIterator(); it.Next(); {
		_, element := it.Element()
		if !r.skipTo("-") {
			return false
		}
		r.structure(1)
		if !r.value(under(marks, element)) {
			return false
		}
	}
	return true
}

// text reads a text by the map it has.
func (r *yamlReader) text(m *text.Map) bool {
	if !strings.Contains(m.Text, "\n") {
		return r.quoted(covering(m))
	}
	return r.block(m)
}

// quoted reads what stands between quotation marks, which are in the run.
func (r *yamlReader) quoted(run text.Run) bool {
	if !r.skipTo(`"`) {
		return false
	}
	for at := 1; at < len(r.rest); at++ {
		switch r.rest[at] {
		case '\\':
			at++
		case '"':
			r.take(at+1, run)
			return true
		}
	}
	return false
}

// word reads a number, true or false, or what is empty.
func (r *yamlReader) word(run text.Run) bool {
	end := strings.IndexByte(r.rest, '\n')
	return end >= 0 && r.bare(strings.TrimLeft(r.rest[:end], " :"), run)
}

func (r *yamlReader) bare(word string, run text.Run) bool {
	if !r.skipTo(word) {
		return false
	}
	r.take(len(word), run)
	return true
}

// skipTo passes the punctuation before what is next.
func (r *yamlReader) skipTo(next string) bool {
	at := len(r.rest) - len(strings.TrimLeft(r.rest, " :\n"))
	if !strings.HasPrefix(r.rest[at:], next) {
		return false
	}
	r.structure(at)
	return true
}

func (r *yamlReader) structure(length int) { r.take(length, text.Run{}) }

func (r *yamlReader) take(length int, run text.Run) {
	r.made.AddAs(r.rest[:length], run)
	r.rest = r.rest[length:]
}
