package text

import (
	"slices"

	"github.com/zclconf/go-cty/cty"
)

// Marks that values carry besides maps. Sensitive is Terraform's own, with its
// meaning for for_each, outputs and functions. The other two are windtunnel's
// and change nothing in how Terraform's language treats a value.
type (
	// Sensitive is what `sensitive = true` and sensitive() mean.
	Sensitive struct{}
	// Secret values never reach a report: keys, tokens, what is sensitive.
	Secret struct{}
	// Placeholder values were made up for the attribute at Address:
	// aws_instance.node[0].private_ip.
	Placeholder struct{ Address string }
)

// Traits says of a value's own marks what a run of it must say: whether it is
// secret, and the addresses of its placeholders in order.
func Traits(value cty.Value) (secret bool, placeholders []string) {
	if !value.IsMarked() {
		return false, nil
	}
	return TraitsOf(value.Marks())
}

// TraitsOf is Traits for marks that were taken off.
func TraitsOf(marks cty.ValueMarks) (secret bool, placeholders []string) {
	for mark := range marks {
		switch mark := mark.(type) {
		case Sensitive, Secret:
			secret = true
		case Placeholder:
			placeholders = append(placeholders, mark.Address)
		}
	}
	slices.Sort(placeholders)
	return secret, placeholders
}

// With gives value with m as its only map; nil takes all maps off. Marks of
// the elements of a collection stay.
func With(value cty.Value, m *Map) cty.Value {
	if value.IsMarked() {
		value = withoutMaps(value)
	}
	if m == nil {
		return value
	}
	return value.Mark(m)
}

func withoutMaps(value cty.Value) cty.Value {
	bare, marks := value.Unmark()
	hasMaps := false
	for mark := range marks {
		if _, isMap := mark.(*Map); isMap {
			delete(marks, mark)
			hasMaps = true
		}
	}
	if !hasMaps {
		return value
	}
	return bare.WithMarks(marks)
}

// Hide is for values that are called sensitive where they come from, such as
// those of variables with `sensitive = true`: texts in it whose map names no
// secret run become secret as a whole. Marks other than maps stay.
func Hide(value cty.Value) cty.Value {
	return hide(value, func(m *Map) bool { return !m.HasSecret() })
}

// HideAll makes all texts in it secret as a whole, as sensitive() wants it.
func HideAll(value cty.Value) cty.Value {
	return hide(value, func(*Map) bool { return true })
}

func hide(value cty.Value, which func(*Map) bool) cty.Value {
	if !value.ContainsMarked() {
		return value
	}
	hidden, err := cty.Transform(value, func(_ cty.Path, part cty.Value) (cty.Value, error) {
		if m := Of(part); m != nil && which(m) {
			return With(part, m.hidden()), nil
		}
		return part, nil
	})
	if err != nil {
		return value
	}
	return hidden
}

// hidden is the same map with every run secret.
func (m *Map) hidden() *Map {
	hidden := *m
	hidden.Runs = slices.Clone(m.Runs)
	for index := range hidden.Runs {
		hidden.Runs[index].Secret = true
	}
	return &hidden
}

// HasSecret says whether any part of the text is secret.
func (m *Map) HasSecret() bool {
	return slices.ContainsFunc(m.Runs, func(run Run) bool { return run.Secret })
}
