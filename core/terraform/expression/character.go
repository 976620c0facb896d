package expression

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// character is one decoded character of a literal and where in the source of
// the literal it stands.
type character struct {
	said       string
	start, end int
	// isLiteral is false for what an escape stands for.
	isLiteral bool
}

func (c character) follows(before character) bool {
	return c.isLiteral && before.isLiteral && c.start == before.end
}

// plainCharacters decodes what stands in heredocs and template files.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-literals
func plainCharacters(written string) []character {
	return decode(written, func(string) (string, int) { return "", 0 })
}

// quotedCharacters decodes what stands between quotation marks.
func quotedCharacters(written string) []character {
	return decode(written, backslash)
}

func decode(written string, escape func(string) (string, int)) []character {
	var decoded []character
	for at := 0; at < len(written); {
		rest := written[at:]
		if said, length := escape(rest); length > 0 {
			decoded = append(decoded, escaped(said, at, length))
			at += length
			continue
		}
		if strings.HasPrefix(rest, "$${") || strings.HasPrefix(rest, "%%{") {
			// The first character is the escape; the other two stand there.
			at++
			rest = rest[1:]
		}
		_, size := utf8.DecodeRuneInString(rest)
		decoded = append(decoded, character{rest[:size], at, at + size, true})
		at += size
	}
	return decoded
}

// escaped is a character behind a backslash: itself, or what it stands for.
func escaped(said string, at, length int) character {
	if said == `"` || said == `\` {
		return character{said, at + length - 1, at + length, length == 2}
	}
	return character{said, at, at + length, false}
}

// backslash gives what the escape at the front stands for and its length, 0
// when there is none.
func backslash(rest string) (string, int) {
	if len(rest) < 2 || rest[0] != '\\' {
		return "", 0
	}
	switch rest[1] {
	case 'n':
		return "\n", 2
	case 'r':
		return "\r", 2
	case 't':
		return "\t", 2
	case '"', '\\':
		return rest[1:2], 2
	case 'u':
		return unicodeEscape(rest, 6)
	case 'U':
		return unicodeEscape(rest, 10)
	}
	return "", 0
}

func unicodeEscape(rest string, length int) (string, int) {
	if len(rest) < length {
		return "", 0
	}
	number, err := strconv.ParseUint(rest[2:length], 16, 32)
	if err != nil || !utf8.ValidRune(rune(number)) {
		return "", 0
	}
	return string(rune(number)), length
}
