package evaluate

import (
	"os"

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
	r.warn(terraform.VariableValue, given.at, "",
		"The root module does not declare a variable named "+quote(name)+", but a value was given for it.",
		didYouMean(name, variables))
}

func (r *run) readVariableFile(name string) {
	content, err := os.ReadFile(name)
	if err != nil {
		r.found.add(terraform.Diagnostic{
			Severity: "error", Code: terraform.FileAccess, Message: "Cannot read the file of variables " + quote(name) + ".",
		})
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
