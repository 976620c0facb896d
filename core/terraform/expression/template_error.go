package expression

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// TemplateError is the error of a function that rendered a template: what is
// wrong, at its place in the template. It is the FunctionCallError of the
// diagnostic at the call, which is no more than the context of these.
type TemplateError struct {
	Diagnostics hcl.Diagnostics
}

func (e TemplateError) Error() string {
	first := e.Diagnostics[0]
	// What HCL suggests depends on the order of a map.
	detail, _, _ := strings.Cut(first.Detail, " Did you mean ")
	said := first.Summary + "; " + detail
	if first.Subject != nil {
		said = first.Subject.String() + ": " + said
	}
	if others := len(e.Diagnostics) - 1; others > 0 {
		said += fmt.Sprintf(" And %d other problems.", others)
	}
	return said
}

// At gives the same error with what has no place, since nobody knows where the
// text of the template comes from, at where: the argument that holds it.
func (e TemplateError) At(where hcl.Range) TemplateError {
	placed := make(hcl.Diagnostics, len(e.Diagnostics))
	for index, diag := range e.Diagnostics {
		one := *diag
		if one.Subject == nil {
			one.Subject = &where
		}
		placed[index] = &one
	}
	return TemplateError{placed}
}
