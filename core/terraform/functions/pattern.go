package functions

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// segment is what a pattern says between two slashes.
type segment struct {
	// literal is the name itself where no wildcard is in it.
	literal string
	// isAny is `**`: any number of folders.
	isAny   bool
	pattern *regexp.Regexp
}

func (s segment) matches(name string) bool { return s.pattern.MatchString(name) }

var errPattern = errors.New("syntax error in pattern")

// parsePattern reads `*`, `?`, `[a-z]`, `[^a-z]`, `{one,two}` and `**`, with
// backslashes before characters that mean themselves.
// https://developer.hashicorp.com/terraform/language/functions/fileset
func parsePattern(pattern string) ([]segment, error) {
	var segments []segment
	for _, said := range strings.Split(strings.TrimPrefix(pattern, "/"), "/") {
		if said == "**" {
			segments = append(segments, segment{isAny: true})
			continue
		}
		if !strings.ContainsAny(said, `*?[{\`) {
			segments = append(segments, segment{literal: said})
			continue
		}
		compiled, err := compileSegment([]rune(said))
		if err != nil {
			return nil, err
		}
		segments = append(segments, segment{pattern: compiled})
	}
	return segments, nil
}

// compileSegment makes a regular expression, which matches in linear time.
func compileSegment(said []rune) (*regexp.Regexp, error) {
	var result strings.Builder
	isInBraces := false
	for i := 0; i < len(said); i++ {
		switch each := said[i]; {
		case each == '*':
			result.WriteString(".*")
		case each == '?':
			result.WriteString(".")
		case each == '[':
			end, class, err := compileClass(said[i+1:])
			if err != nil {
				return nil, err
			}
			result.WriteString(class)
			i += end
		case each == '{' && !isInBraces:
			result.WriteString("(?:")
			isInBraces = true
		case each == ',' && isInBraces:
			result.WriteString("|")
		case each == '}' && isInBraces:
			result.WriteString(")")
			isInBraces = false
		case each == '\\' && i+1 == len(said):
			return nil, errPattern
		case each == '\\':
			i++
			result.WriteString(regexp.QuoteMeta(string(said[i])))
		default:
			result.WriteString(regexp.QuoteMeta(string(each)))
		}
	}
	if isInBraces {
		return nil, errPattern
	}
	return compileWhole(result.String())
}

func compileWhole(expression string) (*regexp.Regexp, error) {
	compiled, err := regexp.Compile("(?s)^(?:" + expression + ")$")
	if err != nil {
		return nil, errPattern
	}
	return compiled, nil
}

// compileClass reads what is behind `[` and says how many characters it took.
func compileClass(said []rune) (int, string, error) {
	var ranges strings.Builder
	i, isNegated := 0, false
	if i < len(said) && said[i] == '^' {
		i, isNegated = 1, true
	}
	isEmpty := true
	for i < len(said) && said[i] != ']' {
		low, next, err := characterAt(said, i)
		if err != nil {
			return 0, "", err
		}
		high := low
		if next+1 < len(said) && said[next] == '-' && said[next+1] != ']' {
			if high, next, err = characterAt(said, next+1); err != nil {
				return 0, "", err
			}
		}
		if low <= high {
			fmt.Fprintf(&ranges, `\x{%x}-\x{%x}`, low, high)
		}
		i, isEmpty = next, false
	}
	if i >= len(said) || isEmpty {
		return 0, "", errPattern
	}
	return i + 1, classOf(ranges.String(), isNegated), nil
}

func classOf(ranges string, isNegated bool) string {
	switch {
	case ranges == "" && isNegated:
		return "."
	case ranges == "":
		return `[^\x{0}-\x{10ffff}]`
	case isNegated:
		return "[^" + ranges + "]"
	}
	return "[" + ranges + "]"
}

func characterAt(said []rune, i int) (rune, int, error) {
	if said[i] != '\\' {
		return said[i], i + 1, nil
	}
	if i+1 >= len(said) {
		return 0, 0, errPattern
	}
	return said[i+1], i + 2, nil
}
