package module

import (
	"regexp"
	"strings"
)

// constraintPattern is one of the constraints that commas join. Version
// numbers may have any count of parts, and "v" in front.
// https://developer.hashicorp.com/terraform/language/expressions/version-constraints
var constraintPattern = regexp.MustCompile(`^\s*(=|!=|>|<|>=|<=|~>)?\s*v?[0-9]+(\.[0-9]+)*` +
	`((-[0-9A-Za-z~-]|-?[A-Za-z~])[0-9A-Za-z~-]*(\.[0-9A-Za-z~-]+)*)?(\+[0-9A-Za-z~.-]+)?\s*$`)

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

var providerPart = regexp.MustCompile(`^[\p{L}\p{N}]+(-+[\p{L}\p{N}]+)*$`)

// isProviderSource tells [host/][namespace/]name, whose last two parts are
// letters, digits and dashes.
// https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses
func isProviderSource(said string) bool {
	parts := strings.Split(said, "/")
	if len(said) > 1000 || len(parts) > 3 || parts[0] == "" {
		return false
	}
	for _, part := range parts[max(0, len(parts)-2):] {
		if !providerPart.MatchString(part) {
			return false
		}
	}
	return !strings.HasPrefix(parts[len(parts)-1], "terraform-provider-")
}
