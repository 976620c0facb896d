package evaluate

import (
	"path"
	"strings"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/text"
)

// addFileNames lists the files that a pattern is about.
// https://registry.terraform.io/providers/gavinbunney/kubectl/latest/docs/data-sources/kubectl_filename_list
func (i *resourceInstance) addFileNames(configured, object map[string]cty.Value) {
	names, isRead := i.filesOf(configured)
	if !isRead {
		return
	}
	matches, basenames := []any{}, []any{}
	for _, name := range names {
		matches, basenames = append(matches, name), append(basenames, path.Base(name))
	}
	object["matches"], object["basenames"] = fromJSON(matches), fromJSON(basenames)
}

// filesOf gives the paths that the attribute pattern matches, in order.
func (i *resourceInstance) filesOf(configured map[string]cty.Value) ([]string, bool) {
	pattern, isSet := textOf(configured, "pattern")
	if !isSet {
		return nil, false
	}
	folder, rest := path.Split(path.Clean(pattern))
	for strings.ContainsAny(folder, "*?[{") {
		before, name := path.Split(strings.TrimSuffix(folder, "/"))
		folder, rest = before, name+"/"+rest
	}
	found, isRead := i.call("fileset", cty.StringVal(path.Join(folder, ".")), cty.StringVal(rest))
	if !isRead || !found.IsWhollyKnown() {
		return nil, false
	}
	names := map[string]bool{}
	for _, each := range bare(found).AsValueSlice() {
		names[path.Join(folder, each.AsString())] = true
	}
	return sortedKeys(names), true
}

// addPathDocuments reads the documents of all files that a pattern matches. The
// host takes them apart, as those of kubectl_file_documents.
// https://registry.terraform.io/providers/gavinbunney/kubectl/latest/docs/data-sources/kubectl_path_documents
func (i *resourceInstance) addPathDocuments(configured, object map[string]cty.Value) {
	names, isRead := i.filesOf(configured)
	if !isRead {
		return
	}
	var all text.Builder
	for _, name := range names {
		rendered := i.documentOf(name, configured)
		plain := bare(rendered)
		if !plain.IsKnown() || plain.IsNull() || plain.Type() != cty.String {
			return
		}
		m := text.Of(rendered)
		if m == nil {
			m = &text.Map{Text: plain.AsString(), Runs: []text.Run{{Length: len(plain.AsString())}}}
		}
		all.AddMap(m)
		all.AddAs("\n---\n", text.Run{})
	}
	content := all.Map()
	if content == nil {
		return
	}
	answer, err := i.run.host.Resource(terraform.ResourceRequest{
		Address: i.address, Module: i.in.address, Mode: "data", Type: "kubectl_file_documents",
		Name: i.declared.Name, Key: i.plain(), ProviderVersion: i.node.module.providerVersion(i.declared),
		Config: map[string]any{"content": content.Text}, Unknown: []string{}, Reads: []string{"documents", "manifests"},
		Secrets: []string{},
	})
	if err != nil {
		return
	}
	i.reportProblems(answer)
	for _, name := range []string{"documents", "manifests"} {
		if said, found := answer.Values[name]; found {
			object[name] = cut(fromJSON(said), content)
		}
	}
}

// documentOf is the text of a file, rendered with the attribute vars unless
// that is switched off.
func (i *resourceInstance) documentOf(name string, configured map[string]cty.Value) cty.Value {
	content, isRead := i.call("file", cty.StringVal(name))
	if !isRead {
		return cty.UnknownVal(cty.String)
	}
	if off, isSet := configured["disable_template"]; isSet && bare(off).IsKnown() && bare(off).Equals(cty.True).True() {
		return content
	}
	given := map[string]cty.Value{"template": content}
	if vars, isSet := configured["vars"]; isSet {
		given["vars"] = vars
	}
	return i.renderTemplateFile(given)
}

// cut gives the texts of a value that stand in a text the places of that.
func cut(value cty.Value, from *text.Map) cty.Value {
	placed, err := cty.Transform(value, func(_ cty.Path, part cty.Value) (cty.Value, error) {
		if part.Type() != cty.String || part.IsNull() || part.AsString() == "" {
			return part, nil
		}
		said := part.AsString()
		if at := strings.Index(from.Text, said); at >= 0 {
			return part.Mark(from.Slice(at, at+len(said))), nil
		}
		return part, nil
	})
	if err != nil {
		return value
	}
	return placed
}
