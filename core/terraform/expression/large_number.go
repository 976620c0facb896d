package expression

import (
	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// Numbers as they are written: 1e1000 and 1000 digits in a row are too much.
const (
	maxDigits         = 1000
	maxExponentDigits = 3
)

// HasLargeNumber says whether there is a number that takes very long to be
// written out, or, in a text that is no number, what looks like it.
func HasLargeNumber(src []byte) bool {
	digits := 0
	for at, one := range src {
		switch {
		case isDigit(one):
			if digits++; digits >= maxDigits {
				return true
			}
			continue
		case (one == 'e' || one == 'E') && at > 0 && (digits > 0 || src[at-1] == '.'):
			if exponentDigits(src[at+1:]) > maxExponentDigits {
				return true
			}
		}
		digits = 0
	}
	return false
}

// exponentDigits counts those of an exponent, but for zeros in front.
func exponentDigits(src []byte) int {
	if len(src) > 0 && (src[0] == '+' || src[0] == '-') {
		src = src[1:]
	}
	count := 0
	for _, one := range src {
		if !isDigit(one) || count > maxExponentDigits {
			break
		}
		if count > 0 || one != '0' {
			count++
		}
	}
	return count
}

func isDigit(one byte) bool { return one >= '0' && one <= '9' }

// LargeNumber refuses a number that HasLargeNumber tells of.
func LargeNumber(where hcl.Range) *hcl.Diagnostic {
	return errorAt(where, Problem{Code: terraform.Limit, Fix: "Write a smaller number, or quote it."}, "Number too large",
		"Numbers of more than a thousand digits are not evaluated.")
}
