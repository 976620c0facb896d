package carry

import (
	"encoding/json"

	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"

	"windtunnel/core/terraform/text"
)

// JSON is jsonencode(value): every text of value keeps where it comes from.
func JSON(args []cty.Value, result string) *text.Map {
	var b text.Builder
	if addJSON(&b, args[0]) && b.Text() == result {
		return b.Map()
	}
	return whole(args[0], result)
}

func addJSON(b *text.Builder, value cty.Value) bool {
	plain, marks := value.Unmark()
	switch kind := plain.Type(); {
	case plain.IsNull():
		b.AddAs("null", text.Run{})
		return true
	case isMapping(kind):
		return addMembers(b, plain, marks)
	case isSequence(kind):
		return addElements(b, plain, marks)
	case kind.Equals(cty.String):
		b.AddAs(`"`, text.Run{})
		b.AddMap(valued(mapOf(value), inJSON))
		b.AddAs(`"`, text.Run{})
		return true
	}
	secret, placeholders := text.TraitsOf(marks)
	made, err := ctyjson.Marshal(plain, plain.Type())
	b.AddAs(string(made), text.Run{Secret: secret, Placeholders: placeholders})
	return err == nil
}

func addMembers(b *text.Builder, value cty.Value, marks cty.ValueMarks) bool {
	b.AddAs("{", text.Run{})
	// HCL hands the marks of keys to the whole object.
	secret, _ := text.TraitsOf(marks)
	isFirst := true
	for it := value.ElementIterator(); it.Next(); {
		key, element := it.Element()
		if !isFirst {
			b.AddAs(",", text.Run{})
		}
		isFirst = false
		b.AddAs(`"`+inJSON(key.AsString())+`":`, text.Run{Secret: secret})
		if !addJSON(b, under(marks, element)) {
			return false
		}
	}
	b.AddAs("}", text.Run{})
	return true
}

func addElements(b *text.Builder, value cty.Value, marks cty.ValueMarks) bool {
	b.AddAs("[", text.Run{})
	isFirst := true
	for it := value.ElementIterator(); it.Next(); {
		_, element := it.Element()
		if !isFirst {
			b.AddAs(",", text.Run{})
		}
		isFirst = false
		if !addJSON(b, under(marks, element)) {
			return false
		}
	}
	b.AddAs("]", text.Run{})
	return true
}

// inJSON writes characters as they stand between the quotation marks of JSON.
func inJSON(said string) string {
	made, err := json.Marshal(said)
	if err != nil {
		return said
	}
	return string(made[1 : len(made)-1])
}
