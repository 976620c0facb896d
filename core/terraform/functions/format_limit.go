package functions

import (
	"regexp"
	"strconv"

	"github.com/zclconf/go-cty/cty"
)

var verbs = regexp.MustCompile(`%[^a-zA-Z%]*[a-zA-Z%]`)
var widths = regexp.MustCompile(`\d+`)

// checkFormat bounds the result by the widths that a format asks for and by the
// longest argument at every verb.
func checkFormat(args []cty.Value) error {
	if err := counted(args); err != nil {
		return err
	}
	format := textOf(args[0])
	longest := 0
	for _, arg := range args[1:] {
		longest = max(longest, longestText(arg))
	}
	total := len(format)
	for _, verb := range verbs.FindAllString(format, -1) {
		total += longest
		for _, width := range widths.FindAllString(verb, -1) {
			count, err := strconv.Atoi(width)
			if err != nil || count > MaxText {
				return errText
			}
			total += count
		}
		if total > MaxText {
			return errText
		}
	}
	return nil
}

func longestText(value cty.Value) int {
	longest := len(textOf(value))
	bare, _ := value.Unmark()
	if elementsOf(bare) == 0 {
		return longest
	}
	for elements := bare.ElementIterator(); elements.Next(); {
		_, element := elements.Element()
		longest = max(longest, len(textOf(element)))
	}
	return longest
}
