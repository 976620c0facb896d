package evaluate

import (
	"crypto/sha256"
	"errors"
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/expression"
)

// addRendered sets what the template provider computes: the text, and its hash.
// https://registry.terraform.io/providers/hashicorp/template/2.2.0/docs/data-sources/file
func (i *resourceInstance) addRendered(object map[string]cty.Value) {
	rendered := i.renderTemplateFile(object)
	object["rendered"], object["id"] = rendered, cty.UnknownVal(cty.String)
	if plain := bare(rendered); plain.IsKnown() && !plain.IsNull() {
		object["id"] = cty.StringVal(fmt.Sprintf("%x", sha256.Sum256([]byte(plain.AsString()))))
	}
}

// renderTemplateFile renders here, since the host could not tell where the text
// comes from.
func (i *resourceInstance) renderTemplateFile(configured map[string]cty.Value) cty.Value {
	given, found := configured["template"]
	if !found || bare(given).IsNull() {
		return cty.NullVal(cty.String)
	}
	template, err := convert.Convert(given, cty.String)
	if err != nil {
		i.run.report(terraform.WrongType, i.attributeRange("template"), i.address,
			"The template must be a string, not "+given.Type().FriendlyName()+".", "")
		return cty.UnknownVal(cty.String)
	}
	functions := i.run.base.Functions
	rendered, err := expression.RenderText(template, i.templateVars(configured["vars"]), functions, i.run.cache.texts)
	if err == nil {
		return tidy(rendered)
	}
	if failed := (expression.TemplateError{}); errors.As(err, &failed) {
		i.run.addHCL(failed.At(i.attributeRange("template")).Diagnostics, i.address)
	} else {
		i.run.report(terraform.Evaluation, i.attributeRange("template"), i.address,
			"Failed to render the template: "+ended(err.Error()), "")
	}
	return cty.UnknownVal(cty.String)
}

// templateVars are texts all, as the provider's schema has it.
func (i *resourceInstance) templateVars(given cty.Value) cty.Value {
	if given == cty.NilVal || bare(given).IsNull() {
		return cty.EmptyObjectVal
	}
	plain, marks := given.Unmark()
	if !plain.IsKnown() || !plain.Type().IsObjectType() && !plain.Type().IsMapType() {
		return cty.DynamicVal
	}
	vars := map[string]cty.Value{}
	for name, value := range plain.AsValueMap() {
		said, err := convert.Convert(value, cty.String)
		if err != nil {
			i.run.report(terraform.WrongType, i.attributeRange("vars"), i.address,
				"The variable "+quote(name)+" of a template must be a string, not "+value.Type().FriendlyName()+".", "")
			said = cty.UnknownVal(cty.String)
		}
		if bare(said).IsNull() {
			continue
		}
		vars[name] = said
	}
	return cty.ObjectVal(vars).WithMarks(marks)
}

func (i *resourceInstance) attributeRange(name string) hcl.Range {
	if place, found := attributeRange(i.declared.Config, name); found {
		return place
	}
	return i.declared.Range
}
