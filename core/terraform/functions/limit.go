package functions

import (
	"fmt"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

const (
	// MaxText is how long a text may get, in bytes.
	MaxText = 16 << 20
	// MaxElements is how many elements a collection may have, those of nested
	// collections counted too.
	MaxElements = 1_000_000
	// maxNumberBits is how far the exponent of a number may go; written out,
	// 2^4096 has 1,234 digits. Without a limit 1e600000000 is a short text, and
	// takes hours to be written out.
	maxNumberBits = 1 << 12
)

// LimitError says that a result would be larger than windtunnel evaluates.
// Terraform itself has no such limit.
type LimitError struct {
	What string
}

func (l LimitError) Error() string { return "windtunnel does not evaluate " + l.What }

var (
	errText     = LimitError{"texts of more than 16 MiB"}
	errElements = LimitError{"collections of more than 1,000,000 elements"}
	errNumber   = LimitError{"numbers of more than 1,233 digits"}
	errDepth    = LimitError{fmt.Sprintf("data nested deeper than %d levels", maxDepth)}
)

// CheckText gives a LimitError when a text of so many bytes is too long.
func CheckText(bytes int) error {
	if bytes > MaxText {
		return errText
	}
	return nil
}

// CheckValue gives a LimitError when a value has too many elements, a text that
// is too long or a number too large to be written out. Parts that are shared
// count every time, since whoever walks the value meets them every time.
func CheckValue(value cty.Value) error {
	budget := MaxElements
	return check(value, &budget)
}

func check(value cty.Value, budget *int) error {
	if value.IsMarked() {
		value, _ = value.Unmark()
	}
	if value.IsNull() || !value.IsKnown() {
		return nil
	}
	switch {
	case value.Type() == cty.String:
		return CheckText(len(value.AsString()))
	case value.Type() == cty.Number:
		return checkNumber(value)
	case !value.CanIterateElements():
		return nil
	}
	for elements := value.ElementIterator(); elements.Next(); {
		if *budget--; *budget < 0 {
			return errElements
		}
		_, element := elements.Element()
		if err := check(element, budget); err != nil {
			return err
		}
	}
	return nil
}

func checkNumber(value cty.Value) error {
	exponent := value.AsBigFloat().MantExp(nil)
	if exponent > maxNumberBits || exponent < -maxNumberBits {
		return errNumber
	}
	return nil
}

// textOf gives the text of an argument, empty when it has none yet.
func textOf(value cty.Value) string {
	bare, _ := value.Unmark()
	if bare.Type() != cty.String || bare.IsNull() || !bare.IsKnown() {
		return ""
	}
	return bare.AsString()
}

// elementsOf counts the elements of an argument, 0 when they are not known.
func elementsOf(value cty.Value) int {
	bare, _ := value.Unmark()
	if bare.IsNull() || !bare.IsKnown() || !bare.CanIterateElements() {
		return 0
	}
	return bare.LengthInt()
}

func repeated(text string, times int) int {
	if len(text) > 0 && times > MaxText/len(text) {
		return MaxText + 1
	}
	return len(text) * times
}

func lines(text string) int { return strings.Count(text, "\n") }
