package evaluate

import (
	"slices"
	"strings"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/module"
)

// maxDepth of module calls below the root module.
const maxDepth = 30

// configModule is one module call of the configuration, the root included.
type configModule struct {
	key, name, path string
	parent          *configModule
	call            *module.Call
	// declared is nil for modules that could not be had.
	declared *module.Module
	children map[string]*configModule
	nodes    map[nodeID]*node
	// instances in order, and those in each instance of the caller.
	instances   []*moduleInstance
	instancesIn map[*moduleInstance][]*moduleInstance
	reads       map[string][]string
	// isUnknown holds module instances in which count or for_each of the call
	// is not known.
	isUnknown map[*moduleInstance]bool
	// requires are the providers; nil until someone asks.
	requires map[string]terraform.RequiredProvider
}

// address is that of the configuration, without keys of instances.
func (m *configModule) address() string {
	if m.key == "" {
		return ""
	}
	return "module." + strings.ReplaceAll(m.key, ".", ".module.")
}

// plant reads the modules of the tree, parents before children.
func (r *run) plant(params terraform.RenderParams) *configModule {
	given := map[string]terraform.ModuleNode{}
	for _, known := range params.Modules {
		given[known.Key] = known
	}
	root := &configModule{}
	r.grow(root, given, params.Missing, 0)
	return root
}

func (r *run) grow(m *configModule, given map[string]terraform.ModuleNode, missing []string, depth int) {
	known, found := given[m.key]
	m.nodes, m.children = map[nodeID]*node{}, map[string]*configModule{}
	if !found || slices.Contains(missing, m.key) {
		if !slices.Contains(missing, m.key) {
			r.reportMissing(m)
		}
		return
	}
	if depth > maxDepth {
		r.limit("Modules call each other more than 30 levels deep.", m.call.Range, m.address())
		return
	}
	m.path, m.declared = known.Path, r.cache.Load(known.Folder)
	r.modules = append(r.modules, m)
	r.found.sources(m.declared.Sources)
	r.found.add(m.declared.Diagnostics...)
	m.reads = r.cache.readsOf(m.declared)
	r.calls(m, given, missing, depth)
}

func (r *run) calls(m *configModule, given map[string]terraform.ModuleNode, missing []string, depth int) {
	for _, name := range sortedKeys(m.declared.Calls) {
		call := m.declared.Calls[name]
		child := &configModule{key: strings.TrimPrefix(m.key+"."+name, "."), name: name, parent: m, call: call}
		m.children[name] = child
		r.grow(child, given, missing, depth+1)
		r.checkArguments(child)
	}
}

func (r *run) reportMissing(m *configModule) {
	diagnostic := terraform.Diagnostic{
		Severity: "error", Code: terraform.ModuleSource, Address: m.address(),
		Message: "The root module is not among the modules to render.",
	}
	if m.call != nil {
		place := m.call.Range
		if m.call.SourceRange != nil {
			place = *m.call.SourceRange
		}
		diagnostic.Range = r.found.place(place)
		diagnostic.Message = "Module " + quote(m.name) + " is not installed."
		diagnostic.Fix = "Run terraform init."
	}
	r.found.add(diagnostic)
}

// checkArguments holds the arguments of a call against the variables of its
// module.
func (r *run) checkArguments(child *configModule) {
	if child.declared == nil || child.declared.IsIncomplete {
		return
	}
	for _, name := range sortedKeys(child.call.Arguments) {
		if _, found := child.declared.Variables[name]; found {
			continue
		}
		r.report(terraform.Unsupported, child.call.Arguments[name].NameRange, child.address(),
			"Module "+quote(child.name)+" has no variable named "+quote(name)+".",
			didYouMean(name, child.declared.Variables))
	}
	for _, name := range sortedKeys(child.declared.Variables) {
		if _, set := child.call.Arguments[name]; set || child.declared.Variables[name].Default != nil {
			continue
		}
		r.report(terraform.VariableValue, child.call.Range, child.address(),
			"The argument "+quote(name)+" of module "+quote(child.name)+" is required, but no definition was found.", "")
	}
}
