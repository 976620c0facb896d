package functions

import (
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// maxMatchingSteps bounds the time of a match: Go's expressions never
// backtrack, they need at most a step for each byte and instruction.
const maxMatchingSteps = 1 << 30

var errSteps = LimitError{"a regular expression that large over a text that long"}

func replaceMatches(said, pattern, with string) (cty.Value, error) {
	expression, _ := expressionBetweenSlashes(pattern)
	compiled, err := regexp.Compile(expression)
	if err != nil {
		return cty.NilVal, err
	}
	matches := compiled.FindAllStringSubmatchIndex(said, -1)
	var result []byte
	end := 0
	for _, match := range matches {
		result = append(result, said[end:match[0]]...)
		result = compiled.ExpandString(result, with, said, match)
		end = match[1]
		if err := CheckText(len(result)); err != nil {
			return cty.NilVal, err
		}
	}
	return cty.StringVal(string(append(result, said[end:]...))), nil
}

// checkMatching refuses expressions that take too long over a text, and texts
// with too many places for a match.
func checkMatching(expression, said string) error {
	parsed, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil // the function itself says what is wrong
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		return nil
	}
	if len(said) > 0 && len(program.Inst) > maxMatchingSteps/len(said) {
		return errSteps
	}
	return nil
}

// checkMatches counts: Go gives every match at once.
func checkMatches(expression, said string) error {
	if err := checkMatching(expression, said); err != nil || len(said) <= MaxElements {
		return err
	}
	compiled, err := regexp.Compile(expression)
	if err != nil {
		return nil
	}
	if len(compiled.FindAllStringIndex(said, MaxElements+1)) > MaxElements {
		return errElements
	}
	return nil
}

func checkReplace(args []cty.Value) error {
	said, pattern, with := textOf(args[0]), textOf(args[1]), textOf(args[2])
	if expression, is := expressionBetweenSlashes(pattern); is {
		return checkMatches(expression, said)
	}
	if len(with) <= len(pattern) {
		return nil
	}
	return CheckText(len(said) + repeated(with, strings.Count(said, pattern)))
}
