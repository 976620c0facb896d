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
}

func errorAt(where hcl.Range, problem Problem, summary, detail string) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &where, Extra: problem,
	}
}
