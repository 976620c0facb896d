package evaluate

import (
	"cmp"
	"errors"
	"regexp"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/functions"
)

// addHCL reports what HCL has against an expression.
func (r *run) addHCL(diagnostics hcl.Diagnostics, address string) {
	for _, each := range diagnostics {
		for _, said := range r.translate(each) {
			said.Address = address
			r.found.add(said)
		}
	}
}

// translate gives the diagnostic in our form; those of a template that a
// function rendered take the place of the function's.
func (r *run) translate(given *hcl.Diagnostic) []terraform.Diagnostic {
	if inner, found := templateErrors(given); found {
		var translated []terraform.Diagnostic
		for _, each := range inner {
			translated = append(translated, r.translate(each)...)
		}
		return translated
	}
	r.noteMissing(given.Detail)
	code, fix := codeOfHCL(given), ""
	if problem, found := hcl.DiagnosticExtra[expression.Problem](given); found {
		code, fix = problem.Code, problem.Fix
	}
	if fix == "" {
		fix = cmp.Or(r.fileHint(given.Detail), suggestionFor(given))
	}
	translated := terraform.Diagnostic{Severity: "error", Code: code, Message: sentence(given), Fix: fix}
	if given.Severity == hcl.DiagWarning {
		translated.Severity = "warning"
	}
	if call, found := hcl.DiagnosticExtra[hclsyntax.FunctionCallUnknownDiagExtra](given); found {
		ofProvider(&translated, call)
	}
	if place := expression.PlaceOf(given); place != nil {
		r.learn(place.Filename)
		translated.Range = r.found.place(*place)
	}
	return []terraform.Diagnostic{translated}
}

// ofProvider is no mistake, but something that is left out.
func ofProvider(diagnostic *terraform.Diagnostic, call hclsyntax.FunctionCallUnknownDiagExtra) {
	if namespace := call.CalledFunctionNamespace(); strings.HasPrefix(namespace, "provider::") {
		diagnostic.Severity, diagnostic.Code, diagnostic.Fix = "warning", terraform.Unsupported, ""
		diagnostic.Message = "Functions of providers are not evaluated: " + namespace + call.CalledFunctionName() + "."
	}
}

// learn makes the bytes of a template known to who counts columns.
func (r *run) learn(file string) {
	if r.found.bytes[file] != nil {
		return
	}
	if content := r.cache.file(file); content != nil {
		r.found.bytes[file] = content
	}
}

func templateErrors(given *hcl.Diagnostic) (hcl.Diagnostics, bool) {
	var failed expression.TemplateError
	if call, found := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](given); found &&
		errors.As(call.FunctionCallError(), &failed) {
		return failed.Diagnostics, true
	}
	return nil, false
}

var codes = map[string]terraform.Code{
	"Unsupported attribute":                 terraform.UnknownReference,
	"Missing map element":                   terraform.UnknownReference,
	"Invalid index":                         terraform.UnknownReference,
	"Unknown variable":                      terraform.UnknownReference,
	"Variables not allowed":                 terraform.UnknownReference,
	"Call to unknown function":              terraform.FunctionCall,
	"Function calls not allowed":            terraform.FunctionCall,
	"Error in function call":                terraform.FunctionCall,
	"Invalid function argument":             terraform.FunctionCall,
	"Not enough function arguments":         terraform.FunctionCall,
	"Too many function arguments":           terraform.FunctionCall,
	"Invalid expanding argument value":      terraform.FunctionCall,
	"Invalid template interpolation value":  terraform.WrongType,
	"Invalid operand":                       terraform.WrongType,
	"Unsuitable value type":                 terraform.WrongType,
	"Incorrect condition type":              terraform.WrongType,
	"Inconsistent conditional result types": terraform.WrongType,
	"Iteration over null value":             terraform.WrongType,
	"Iteration over non-iterable value":     terraform.WrongType,
	"Invalid object key":                    terraform.WrongType,
	"Null value as key":                     terraform.WrongType,
	"Splat of null value":                   terraform.WrongType,
	"Operation failed":                      terraform.WrongType,
	"Null condition":                        terraform.WrongType,
}

// codeOfHCL sorts the diagnostics of HCL by their summaries, which is all that
// tells them apart.
func codeOfHCL(given *hcl.Diagnostic) terraform.Code {
	if call, found := hcl.DiagnosticExtra[hclsyntax.FunctionCallDiagExtra](given); found {
		return functions.CodeOf(call.FunctionCallError())
	}
	if strings.Contains(given.Detail, "Cannot include a null value in a string template") {
		return terraform.NullInTemplate
	}
	if code, found := codes[given.Summary]; found {
		return code
	}
	if given.Expression == nil {
		return terraform.Syntax
	}
	return terraform.Evaluation
}

// inlinePlace is how HCL names a second place: at /workspace/main.tf:1,5-17.
var inlinePlace = regexp.MustCompile(` at \S*:(\d+),\d+-[\d,]+`)

// sentence joins summary and the first sentence of the detail.
func sentence(given *hcl.Diagnostic) string {
	detail := inlinePlace.ReplaceAllString(strings.Join(strings.Fields(given.Detail), " "), " in line $1")
	if end := strings.Index(detail, ". "); end >= 0 {
		detail = detail[:end+1]
	}
	switch {
	case detail == "":
		return given.Summary + "."
	case given.Summary == "Error in function call":
		return ended(detail)
	}
	return given.Summary + ": " + ended(strings.ToLower(detail[:1])+detail[1:])
}

func ended(text string) string {
	return strings.TrimRight(text, ".:;") + "."
}
