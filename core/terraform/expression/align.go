package expression

import (
	"strings"
	"unicode"
)

// alignLines finds the characters of said among those decoded from its source.
// Only white space can be missing: at the front of every line (`<<-`), and at
// both ends of the whole (`~`), there with whole lines.
func alignLines(said string, decoded []character) ([]character, bool) {
	want, have := splitLines(said), linesOf(decoded)
	for dropped := 0; dropped+len(want) <= len(have); dropped++ {
		if found, ok := alignAt(want, have[dropped:]); ok && isBlank(have[:dropped]) {
			return found, true
		}
	}
	return nil, false
}

func alignAt(want []string, have [][]character) ([]character, bool) {
	var found []character
	for index, line := range want {
		kept, ok := endOf(line, have[index])
		if !ok && index == len(want)-1 {
			kept, ok = endOf(line, trimRight(have[index]))
		}
		if !ok {
			return nil, false
		}
		found = append(found, kept...)
	}
	return found, isBlank(have[len(want):])
}

// endOf gives the characters at the end of a line that say want, when there is
// nothing but white space before them.
func endOf(want string, line []character) ([]character, bool) {
	at, length := len(line), 0
	for at > 0 && length < len(want) {
		at--
		length += len(line[at].said)
	}
	if length != len(want) || spelled(line[at:]) != want {
		return nil, false
	}
	return line[at:], isBlank([][]character{line[:at]})
}

func trimRight(line []character) []character {
	for len(line) > 0 && isBlank([][]character{line[len(line)-1:]}) {
		line = line[:len(line)-1]
	}
	return line
}

func isBlank(lines [][]character) bool {
	for _, line := range lines {
		if strings.TrimLeftFunc(spelled(line), unicode.IsSpace) != "" {
			return false
		}
	}
	return true
}

func spelled(line []character) string {
	var said strings.Builder
	for _, one := range line {
		said.WriteString(one.said)
	}
	return said.String()
}

// linesOf splits behind every newline; a text that ends with one has an empty
// last line, as in splitLines.
func linesOf(decoded []character) [][]character {
	lines := [][]character{{}}
	for _, one := range decoded {
		last := len(lines) - 1
		lines[last] = append(lines[last], one)
		if one.said == "\n" {
			lines = append(lines, []character{})
		}
	}
	return lines
}

func splitLines(said string) []string {
	return strings.SplitAfter(said, "\n")
}
