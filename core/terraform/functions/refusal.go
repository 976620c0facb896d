package functions

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// maxDepth is how deep data to be decoded may be nested: decoders recurse.
const maxDepth = 1000

// refusals say, by the name of a function, which arguments would make a result
// that is too large, before it is made.
var refusals = map[string]func(args []cty.Value) error{
	"concat":     countedTogether,
	"csvdecode":  func(args []cty.Value) error { return checkLines(textOf(args[0])) },
	"distinct":   counted,
	"flatten":    counted,
	"format":     checkFormat,
	"formatlist": checkFormat,
	"indent":     checkIndent,
	"join":       checkJoin,
	"jsondecode": func(args []cty.Value) error { return checkJSON(textOf(args[0])) },
	"jsonencode": counted,
	"merge":      countedTogether,
	"regex":      func(args []cty.Value) error { return checkMatching(textOf(args[0]), textOf(args[1])) },
	"regexall":   func(args []cty.Value) error { return checkMatches(textOf(args[0]), textOf(args[1])) },
	"replace":    checkReplace,
	"setproduct": checkProduct,
	"setunion":   countedTogether,
	"split":      checkSplit,
	"tolist":     counted,
	"tomap":      counted,
	"tostring":   counted,
	"toset":      counted,
	"yamldecode": func(args []cty.Value) error { return checkYAML(textOf(args[0])) },
	"yamlencode": counted,
}

func counted(args []cty.Value) error {
	for _, arg := range args {
		if err := CheckValue(arg); err != nil {
			return err
		}
	}
	return nil
}

func countedTogether(args []cty.Value) error {
	total := 0
	for _, arg := range args {
		if total += elementsOf(arg); total > MaxElements {
			return errElements
		}
	}
	return nil
}

func checkProduct(args []cty.Value) error {
	total := 1
	for _, arg := range args {
		count := elementsOf(arg)
		if count > 0 && total > MaxElements/count/max(1, len(args)) {
			return errElements
		}
		total *= count
	}
	return nil
}

func checkIndent(args []cty.Value) error {
	bare, _ := args[0].Unmark()
	if bare.IsNull() || !bare.IsKnown() || bare.Type() != cty.Number {
		return nil
	}
	spaces, _ := bare.AsBigFloat().Int64()
	if spaces > MaxText {
		return errText
	}
	said := textOf(args[1])
	return CheckText(len(said) + int(max(0, spaces))*(strings.Count(said, "\n")))
}

func checkJoin(args []cty.Value) error {
	if err := counted(args); err != nil {
		return err
	}
	total, separator := 0, len(textOf(args[0]))
	for _, list := range args[1:] {
		bare, _ := list.Unmark()
		if elementsOf(bare) == 0 {
			continue
		}
		for elements := bare.ElementIterator(); elements.Next(); {
			_, element := elements.Element()
			if total += len(textOf(element)) + separator; total > MaxText {
				return errText
			}
		}
	}
	return nil
}

func checkSplit(args []cty.Value) error {
	separator, said := textOf(args[0]), textOf(args[1])
	if strings.Count(said, separator) > MaxElements {
		return errElements
	}
	return nil
}

func checkLines(said string) error {
	if strings.Count(said, "\n")+strings.Count(said, ",") > MaxElements {
		return errElements
	}
	return nil
}
