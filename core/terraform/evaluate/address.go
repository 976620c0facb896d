package evaluate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// instanceKey says how an address goes on: [0], ["a"], or nothing.
func instanceKey(key cty.Value) string {
	switch {
	case key == cty.NilVal:
		return ""
	case key.Type() == cty.Number:
		return "[" + numberText(key) + "]"
	}
	return "[" + quoteKey(key.AsString()) + "]"
}

// quoteKey escapes as HCL does, for which ${ and %{ begin a template.
func quoteKey(text string) string {
	quoted := strconv.Quote(text)
	return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(quoted)
}

// compareAddresses puts [2] before [10].
func compareAddresses(left, right string) int {
	for left != "" && right != "" {
		l, leftRest := nextPiece(left)
		r, rightRest := nextPiece(right)
		if order := comparePieces(l, r); order != 0 {
			return order
		}
		left, right = leftRest, rightRest
	}
	return cmp.Compare(len(left), len(right))
}

func comparePieces(left, right string) int {
	if isDigit(left[0]) && isDigit(right[0]) {
		l, r := strings.TrimLeft(left, "0"), strings.TrimLeft(right, "0")
		return cmp.Or(cmp.Compare(len(l), len(r)), strings.Compare(l, r), strings.Compare(left, right))
	}
	return strings.Compare(left, right)
}

// nextPiece splits off a run of digits, or one byte.
func nextPiece(text string) (piece, rest string) {
	end := 1
	for isDigit(text[0]) && end < len(text) && isDigit(text[end]) {
		end++
	}
	return text[:end], text[end:]
}

func isDigit(char byte) bool { return char >= '0' && char <= '9' }

func sortedKeys[V any](of map[string]V) []string {
	keys := make([]string, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func quote(name string) string { return `"` + name + `"` }
