package module

import (
	"strings"

	"windtunnel/core/terraform"
)

// remedies are what to do about what HCL says, by the start of its summary,
// where its detail says no more.
var remedies = []struct{ summary, remedy string }{
	{"Unsupported argument", "Correct the name of the argument, or remove it."},
	{"Unsupported block type", "Correct the type of the block, or remove it."},
	{"Extraneous JSON object property", "Correct the name of the property, or remove it."},
	{"Missing required argument", "Add the argument."},
	{"Unexpected ", "Remove the block, or set an argument with an equals sign."},
	{"Missing name for", "Write the labels in quotes between the type of the block and its brace."},
	{"Extraneous label", "Remove the label."},
	{"Variables not allowed", "Write the value out: it is needed before anything is evaluated."},
	{"Function calls not allowed", "Write the value out: it is needed before anything is evaluated."},
	{"Invalid type specification", "Write a type: string, number, bool, any, or list, set, map, tuple or object of such."},
	{"Unclosed configuration block", "Add the closing brace of the block."},
	{"Invalid multi-line string", "Close the quote in the same line, or write a heredoc."},
	{"Unterminated template string", "Close the quote, or end the heredoc with its word in a line by itself."},
	{"Unclosed template interpolation", "Close the interpolation with a brace."},
	{"Attribute redefined", "Remove one of the two."},
	{"Trailing comma", "Remove the comma."},
}

// unclosed are mistakes that put the scanner out of step: it says more of what
// follows them in the file, and none of it counts.
var unclosed = []string{
	"Unclosed template interpolation sequence", "Invalid multi-line string", "Unterminated template string",
}

// remedyFor takes the suggestion that HCL puts last, our own words, or what
// the detail says behind its first sentence.
func remedyFor(summary, more string, code terraform.Code) string {
	if at := strings.LastIndex(more, "Did you mean "); at >= 0 {
		return more[at:]
	}
	for _, each := range remedies {
		if strings.HasPrefix(summary, each.summary) {
			return each.remedy
		}
	}
	switch {
	case more != "":
		return more
	case code == terraform.Syntax:
		return "Correct the syntax; `terraform fmt` finds the same place."
	}
	return "Correct the expression."
}
