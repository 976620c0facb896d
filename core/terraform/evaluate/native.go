package evaluate

import (
	"maps"

	"github.com/zclconf/go-cty/cty"
)

// natively are the types of resources that the host cannot emulate alone, since
// it reads no files and does not know where texts come from: what to add to the
// answer of the host.
var natively = map[string]func(i *resourceInstance, configured, object map[string]cty.Value){
	"template_file": func(i *resourceInstance, _, object map[string]cty.Value) { i.addRendered(object) },
	"template_dir":  (*resourceInstance).addRenderedFiles,
	// https://developer.hashicorp.com/terraform/language/resources/terraform-data
	"terraform_data": copying("input", "output"),
	// https://registry.terraform.io/providers/hashicorp/null/latest/docs/data-sources/data_source
	"null_data_source":       copying("inputs", "outputs"),
	"local_file":             (*resourceInstance).addLocalFile,
	"local_sensitive_file":   (*resourceInstance).addLocalFile,
	"kubectl_path_documents": (*resourceInstance).addPathDocuments,
	"kubectl_filename_list":  (*resourceInstance).addFileNames,
}

// copying gives an attribute the value of another, unless nothing of it is
// known: then the host made something up.
func copying(from, to string) func(*resourceInstance, map[string]cty.Value, map[string]cty.Value) {
	return func(_ *resourceInstance, configured, object map[string]cty.Value) {
		if given, isSet := configured[from]; isSet && bare(given).IsKnown() && !bare(given).IsNull() {
			object[to] = given
		}
	}
}

// textOf gives an attribute that is a known text.
func textOf(object map[string]cty.Value, name string) (string, bool) {
	value, isSet := object[name]
	if !isSet {
		return "", false
	}
	plain := bare(value)
	if plain.Type() != cty.String || plain.IsNull() || !plain.IsKnown() {
		return "", false
	}
	return plain.AsString(), true
}

// call calls a function of the language; false when it fails.
func (i *resourceInstance) call(function string, arguments ...cty.Value) (cty.Value, bool) {
	known, found := i.run.base.Functions[function]
	if !found {
		return cty.NilVal, false
	}
	value, err := known.Call(arguments)
	return value, err == nil
}

// computedOfFile are the attributes that a file gives, by the function that
// gives them: https://registry.terraform.io/providers/hashicorp/local/latest/docs/data-sources/file
var computedOfFile = map[string]string{
	"content": "file", "content_base64": "filebase64", "id": "filesha1",
	"content_md5": "filemd5", "content_sha1": "filesha1",
	"content_sha256": "filesha256", "content_base64sha256": "filebase64sha256",
	"content_sha512": "filesha512", "content_base64sha512": "filebase64sha512",
}

// addLocalFile reads a file of the workspace. One that is not there is left to
// the host: another resource may be about to write it. What a resource writes
// is set, but for the hashes of a source.
func (i *resourceInstance) addLocalFile(configured, object map[string]cty.Value) {
	attribute := "filename"
	if i.declared.Mode == "managed" {
		attribute = "source"
	}
	name, isSet := textOf(configured, attribute)
	if !isSet {
		return
	}
	computed := map[string]cty.Value{}
	for target, function := range computedOfFile {
		value, isRead := i.call(function, cty.StringVal(name))
		isContent := target == "content" || target == "content_base64"
		switch {
		case !isRead && !isContent:
			return
		case isRead && !(isContent && i.declared.Mode == "managed"):
			computed[target] = i.secretly(value)
		}
	}
	maps.Copy(object, computed)
}

// secretly marks what local_sensitive_file reads.
func (i *resourceInstance) secretly(value cty.Value) cty.Value {
	if i.declared.Type == "local_sensitive_file" {
		return sensitive(value)
	}
	return value
}
