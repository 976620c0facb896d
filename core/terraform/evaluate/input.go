package evaluate

import (
	"os"
	"path/filepath"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/json"

	"windtunnel/core/terraform"
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
		didYouMean(name, sortedKeys(variables)))
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
		expression := attributes[key].Expr
		r.setInput(key, input{r.value(expression, nil, ""), expression.Range()})
	}
}

func parseVariables(name string, content []byte) (hcl.Attributes, hcl.Diagnostics) {
	var file *hcl.File
	var problems hcl.Diagnostics
	if filepath.Ext(name) == ".json" {
		file, problems = json.Parse(content, name)
	} else {
		file, problems = hclsyntax.ParseConfig(content, name, hcl.InitialPos)
	}
	if file == nil || file.Body == nil {
		return nil, problems
	}
	attributes, more := file.Body.JustAttributes()
	return attributes, append(problems, more...)
}
