package evaluate

import (
	"path"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/files"
)

const (
	// maxFolderFiles of one template_dir, and how deep its folders may be.
	maxFolderFiles = 2000
	maxFolderDepth = 20
)

// addRenderedFiles sets rendered_files, which no provider has: the texts of the
// files that template_dir writes, by their path below destination_dir.
// https://registry.terraform.io/providers/hashicorp/template/2.2.0/docs/resources/dir
func (i *resourceInstance) addRenderedFiles(configured, object map[string]cty.Value) {
	folder, isSet := textOf(configured, "source_dir")
	if !isSet {
		return
	}
	names, isAll := i.run.filesBelow(folder, "", 0, nil)
	if !isAll {
		i.run.limit("The folder "+quote(folder)+" holds too many files; the rest is left out.", i.attributeRange("source_dir"), i.address)
	}
	rendered := map[string]cty.Value{}
	for _, name := range names {
		content, isRead := i.call("file", cty.StringVal(path.Join(folder, name)))
		if !isRead {
			continue
		}
		given := map[string]cty.Value{"template": content}
		if vars, isSet := configured["vars"]; isSet {
			given["vars"] = vars
		}
		rendered[name] = i.renderTemplateFile(given)
	}
	if len(rendered) > 0 {
		object["rendered_files"] = cty.ObjectVal(rendered)
	}
}

// filesBelow lists the regular files of a folder and of those in it.
func (r *run) filesBelow(folder, below string, depth int, found []string) ([]string, bool) {
	entries, err := r.reader().List(path.Join(folder, below))
	if err != nil {
		return found, true
	}
	isAll := depth <= maxFolderDepth
	for _, entry := range entries {
		name := path.Join(below, entry.Name)
		switch {
		case len(found) >= maxFolderFiles:
			return found, false
		case entry.IsFile:
			found = append(found, name)
		case entry.IsFolder && depth <= maxFolderDepth:
			var isAllOfIt bool
			found, isAllOfIt = r.filesBelow(folder, name, depth+1, found)
			isAll = isAll && isAllOfIt
		}
	}
	return found, isAll
}

func (r *run) reader() files.Reader { return r.cache.reader(r.params, r.root.declared.Folder) }

// reader reads files by paths that are relative to the root module.
func (c *Cache) reader(params terraform.RenderParams, folder string) files.Reader {
	return files.Reader{Root: folder, Modules: params.Modules, Allowed: c.allowed}
}
