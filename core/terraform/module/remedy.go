package module

import "strings"

// remedies are what to do about what HCL says, by the start of its summary,
// where its detail says no more.
var remedies = []struct{ summary, remedy string }{
	{"Unsupported argument", "Correct the name of the argument, or remove it."},
	{"Unsupported block type", "Correct the type of the block, or remove it."},
	{"Extraneous JSON object property", "Correct the name of the property, or remove it."},
	{"Missing required argument", "Add the argument."},
	{"Missing name for", "Write the labels in quotes between the type of the block and its brace."},
	{"Extraneous label", "Remove the label."},
	{"Variables not allowed", "Write the value out: it is needed before anything is evaluated."},
	{"Function calls not allowed", "Write the value out: it is needed before anything is evaluated."},
	{"Invalid type specification", "Write a type: string, number, bool, any, or list, set, map, tuple or object of such."},
	{"Invalid expression", "Correct the expression."},
	{"Unclosed configuration block", "Add the closing brace of the block."},
	{"Invalid multi-line string", "Close the quote in the same line, or write a heredoc."},
	{"Unterminated template string", "Close the quote."},
	{"Unclosed template interpolation", "Close the interpolation with a brace."},
	{"Unterminated heredoc", "Write the closing word of the heredoc in a line by itself."},
	{"Trailing comma", "Remove the comma."},
}

// otherRemedy is for mistakes of syntax that are not listed.
const otherRemedy = "Correct the syntax; `terraform fmt` finds the same place."

func remedyFor(summary string) string {
	for _, each := range remedies {
		if strings.HasPrefix(summary, each.summary) {
			return each.remedy
		}
	}
	return otherRemedy
}
