package expression

import (
	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// Problem is the Extra of diagnostics whose code is known where they are made;
// read it with hcl.DiagnosticExtra[expression.Problem].
type Problem struct {
	Code terraform.Code
	// Fix is what to do about it, empty when there is nothing to say.
	Fix string
	// Place is a better one than that of the diagnostic, nil without any.
	Place *hcl.Range
}

// PlaceOf gives the place to report a diagnostic at, nil without any.
func PlaceOf(diag *hcl.Diagnostic) *hcl.Range {
	if problem, found := hcl.DiagnosticExtra[Problem](diag); found && problem.Place != nil {
		return problem.Place
	}
	return diag.Subject
}

func errorAt(where hcl.Range, problem Problem, summary, detail string) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &where, Extra: problem,
	}
}
