package evaluate

import (
	"maps"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

// knownTexts are the texts of a configuration of which more is known than
// their characters: where they come from, and what they must not show.
type knownTexts map[string]cty.Value

func textsOf(configured map[string]cty.Value) knownTexts {
	known := knownTexts{}
	for _, name := range sortedKeys(configured) {
		known.add(configured[name])
	}
	return known
}

func (k knownTexts) add(value cty.Value) {
	plain, marks := value.Unmark()
	switch {
	case plain.IsNull() || !plain.IsKnown():
	case plain.Type() == cty.String:
		if len(marks) > 0 && len(plain.AsString()) >= shortestSecret {
			k[plain.AsString()] = value
		}
	case plain.CanIterateElements():
		for parts := plain.ElementIterator(); parts.Next(); {
			_, part := parts.Element()
			k.add(part)
		}
	}
}

// restore gives the texts of an answer that are those of the configuration,
// byte for byte, what is known of these.
func (k knownTexts) restore(answer cty.Value) cty.Value {
	if len(k) == 0 {
		return answer
	}
	restored, err := cty.Transform(answer, func(_ cty.Path, part cty.Value) (cty.Value, error) {
		plain, marks := part.Unmark()
		if plain.Type() != cty.String || plain.IsNull() || !plain.IsKnown() {
			return part, nil
		}
		known, found := k[plain.AsString()]
		if !found {
			return part, nil
		}
		_, more := known.Unmark()
		maps.Copy(more, marks)
		return plain.WithMarks(withoutSensitive(more)), nil
	})
	if err != nil {
		return answer
	}
	return restored
}

// withoutSensitive: whether an attribute is sensitive is said by its provider.
func withoutSensitive(marks cty.ValueMarks) cty.ValueMarks {
	if _, isSensitive := marks[text.Sensitive{}]; isSensitive {
		delete(marks, text.Sensitive{})
		marks[text.Secret{}] = struct{}{}
	}
	return marks
}
