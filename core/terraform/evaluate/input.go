package evaluate

import (
	"fmt"
	"os"
	"path"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
	"windtunnel/core/terraform/module"
)

// readInputs collects the values of root variables; later ones win.
func (r *run) readInputs() {
	r.inputs = map[string]input{}
	for _, given := range r.params.Variables {
		if given.Kind == "file" {
			r.readVariableFile(given.File)
			continue
		}
		for _, name := range sortedKeys(given.Values) {
			r.setInput(name, input{value: fromJSON(given.Values[name])})
		}
	}
}

func (r *run) setInput(name string, given input) {
	variables := r.root.declared.Variables
	if _, declared := variables[name]; declared {
		r.inputs[name] = given
		return
	}
	if r.root.declared.IsIncomplete {
		return
	}
	r.warn(terraform.VariableValue, given.at, "",
		"The root module does not declare a variable named "+quote(name)+", but a value was given for it.",
		didYouMean(name, variables))
}

func (r *run) readVariableFile(name string) {
	content, problem := readValues(name)
	if problem != nil {
		r.found.add(*problem)
		return
	}
	r.found.sources(map[string][]byte{name: content})
	attributes, diagnostics := parseVariables(name, content)
	r.addHCL(diagnostics, "")
	for _, key := range sortedKeys(attributes) {
		given := attributes[key].Expr
		r.setInput(key, input{r.value(given, nil, ""), given.Range()})
	}
}

// maxVariableFile is in bytes, as for files of the configuration.
const maxVariableFile = 4 << 20

func readValues(name string) ([]byte, *terraform.Diagnostic) {
	problem := terraform.Diagnostic{Severity: "error",
		Range: &terraform.Range{File: name, Line: 1, Column: 1, EndLine: 1, EndColumn: 1}}
	info, err := os.Stat(name)
	if err == nil && info.Size() > maxVariableFile {
		problem.Code, problem.Fix = terraform.Limit, "Split the file."
		problem.Message = fmt.Sprintf("The variable file %s is not read: it may have %d MiB.",
			path.Base(name), maxVariableFile>>20)
		return nil, &problem
	}
	content, err := os.ReadFile(name)
	if err != nil {
		problem.Code, problem.Fix = terraform.FileAccess, "Make it a file that can be read, or rename it."
		problem.Message = "The variable file " + path.Base(name) + " cannot be read."
		return nil, &problem
	}
	return content, nil
}

func parseVariables(name string, content []byte) (hcl.Attributes, hcl.Diagnostics) {
	body, problems := module.Parse(name, content)
	if body == nil {
		return nil, problems
	}
	if native, ok := body.(*hclsyntax.Body); ok {
		expression.WrapBody(native, content)
	}
	attributes, more := body.JustAttributes()
	return attributes, append(problems, more...)
}
