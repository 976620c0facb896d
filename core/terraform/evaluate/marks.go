package evaluate

import (
	"slices"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/text"
)

func isSensitive(value cty.Value) bool {
	return value.HasMark(text.Sensitive{})
}

// isSensitiveWithin looks at the parts of a value too.
func isSensitiveWithin(value cty.Value) bool {
	return isWithinMarked(value, isSensitive)
}

// isSecretWithin says whether any part of a value must not be shown.
func isSecretWithin(value cty.Value) bool {
	return isWithinMarked(value, func(part cty.Value) bool {
		isSecret, _ := text.Traits(part)
		return isSecret
	})
}

func isWithinMarked(value cty.Value, test func(cty.Value) bool) bool {
	if value.IsMarked() && test(value) {
		return true
	}
	plain := bare(value)
	if plain.IsNull() || !plain.IsKnown() || !plain.CanIterateElements() {
		return false
	}
	for parts := plain.ElementIterator(); parts.Next(); {
		if _, part := parts.Element(); isWithinMarked(part, test) {
			return true
		}
	}
	return false
}

// sensitive is what sensitive() makes of a value.
func sensitive(value cty.Value) cty.Value {
	return text.HideAll(value).Mark(text.Sensitive{})
}

// bare strips the marks of the value itself, not those of its parts.
func bare(value cty.Value) cty.Value {
	value, _ = value.Unmark()
	return value
}

// tidy drops maps that describe another text than the one they hang on: HCL
// hands marks from operand to result, and they would pile up along a chain of
// values.
func tidy(value cty.Value) cty.Value {
	tidied, err := cty.Transform(value, func(_ cty.Path, part cty.Value) (cty.Value, error) {
		return tidyPart(part), nil
	})
	if err != nil {
		return value
	}
	return tidied
}

func tidyPart(part cty.Value) cty.Value {
	if !part.IsMarked() {
		return part
	}
	return text.With(part, text.Of(part))
}

// concerns are the marks that a report must know of a value.
type concerns struct {
	isSecret     bool
	placeholders []string
}

// and adds what marks say.
func (c concerns) and(marks cty.ValueMarks) concerns {
	isSecret, placeholders := text.TraitsOf(marks)
	if len(placeholders) > 0 {
		placeholders = append(placeholders, c.placeholders...)
		slices.Sort(placeholders)
		c.placeholders = slices.Compact(placeholders)
	}
	c.isSecret = c.isSecret || isSecret
	return c
}
