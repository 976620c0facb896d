package module

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/places"
)

// maxDiagnostics of one module; a hostile one has a mistake in every line.
const maxDiagnostics = 500

// placer gives the places of reports for ranges of a module's files.
type placer struct {
	sources map[string][]byte
	indexes map[string]*places.Index
}

func (p *placer) of(r hcl.Range) terraform.Range {
	index := p.indexes[r.Filename]
	if index == nil {
		index = places.NewIndex(p.sources[r.Filename])
		p.indexes[r.Filename] = index
	}
	return index.Of(r)
}

// RangeOf gives the place of r, a range in one of sources, for a report.
func RangeOf(sources map[string][]byte, r hcl.Range) terraform.Range {
	return places.Of(sources[r.Filename], r)
}

func (r *reader) say(said terraform.Diagnostic) {
	switch r.said++; {
	case r.said <= maxDiagnostics:
		r.module.Diagnostics = append(r.module.Diagnostics, said)
	case r.said == maxDiagnostics+1:
		r.module.Diagnostics = append(r.module.Diagnostics, terraform.Diagnostic{Severity: "error", Code: terraform.Limit,
			Message: fmt.Sprintf("The module has more than %d mistakes; the rest is not listed.", maxDiagnostics)})
	}
}

// refuse reports what Terraform refuses; nothing about files whose syntax is
// broken, where HCL has lost parts that are written.
func (r *reader) refuse(code terraform.Code, at hcl.Range, fix, format string, values ...any) {
	r.complain("error", code, at, fix, format, values...)
}

// warn reports what today's Terraform still takes, or an older one took.
func (r *reader) warn(at hcl.Range, fix, format string, values ...any) {
	r.complain("warning", terraform.Unsupported, at, fix, format, values...)
}

func (r *reader) complain(severity string, code terraform.Code, at hcl.Range, fix, format string, values ...any) {
	if r.broken[at.Filename] {
		return
	}
	place := r.module.places.of(at)
	r.say(terraform.Diagnostic{Severity: severity, Code: code, Range: &place, Fix: fix,
		Message: fmt.Sprintf(format, values...)})
}

// report passes on what HCL says of the form of blocks and arguments.
func (r *reader) report(diagnostics hcl.Diagnostics) {
	for _, given := range diagnostics {
		if given.Subject == nil || !r.broken[given.Subject.Filename] {
			r.say(r.translate(given, terraform.Unsupported))
		}
	}
}

func (r *reader) translate(given *hcl.Diagnostic, code terraform.Code) terraform.Diagnostic {
	message, more := sentence(given)
	// HCL names files by their whole path, where it names other places.
	message = strings.ReplaceAll(message, r.module.Folder+"/", "")
	said := terraform.Diagnostic{Severity: "error", Code: code, Message: message}
	if problem, found := hcl.DiagnosticExtra[expression.Problem](given); found {
		said.Code, said.Fix = problem.Code, problem.Fix
	}
	if said.Fix == "" {
		said.Fix = remedyFor(given.Summary, more, said.Code)
	}
	if given.Severity == hcl.DiagWarning {
		said.Severity = "warning"
	}
	if at := expression.PlaceOf(given); at != nil {
		place := r.module.places.of(*at)
		said.Range = &place
	}
	return said
}

// sentence joins summary and first sentence of the detail; more is what follows.
func sentence(given *hcl.Diagnostic) (message, more string) {
	detail := strings.Join(strings.Fields(given.Detail), " ")
	if end := strings.Index(detail, ". "); end >= 0 {
		detail, more = detail[:end+1], detail[end+2:]
	}
	detail = strings.TrimRight(detail, ".:;")
	if detail == "" {
		return given.Summary + ".", more
	}
	return given.Summary + ": " + uncapitalised(detail) + ".", more
}

// uncapitalised leaves abbreviations such as JSON as they are.
func uncapitalised(text string) string {
	if len(text) > 1 && text[1] >= 'A' && text[1] <= 'Z' {
		return text
	}
	return strings.ToLower(text[:1]) + text[1:]
}

// inOrder sorts diagnostics by place; those without one come first.
func inOrder(diagnostics []terraform.Diagnostic) {
	slices.SortStableFunc(diagnostics, func(a, b terraform.Diagnostic) int {
		one, other := placeOf(a), placeOf(b)
		return cmp.Or(cmp.Compare(one.File, other.File), cmp.Compare(one.Line, other.Line),
			cmp.Compare(one.Column, other.Column), cmp.Compare(a.Message, b.Message))
	})
}

func placeOf(said terraform.Diagnostic) terraform.Range {
	if said.Range == nil {
		return terraform.Range{}
	}
	return *said.Range
}
