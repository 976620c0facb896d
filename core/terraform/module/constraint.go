package module

import (
	"regexp"
	"strings"
)

// constraintPattern is one of the constraints that commas join. Version
// numbers may have any count of parts, and "v" in front.
// https://developer.hashicorp.com/terraform/language/expressions/version-constraints
var constraintPattern = regexp.MustCompile(
	`^\s*(=|!=|>|<|>=|<=|~>)?\s*v?[0-9]+(\.[0-9]+)*(-?[0-9A-Za-z.~-]+)?(\+[0-9A-Za-z.~-]+)?\s*$`)

func isConstraint(said string) bool {
	if len(said) > 1000 {
		return false
	}
	for _, each := range strings.Split(said, ",") {
		if !constraintPattern.MatchString(each) {
			return false
		}
	}
	return true
}
