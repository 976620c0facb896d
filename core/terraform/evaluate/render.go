package evaluate

import (
	"slices"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// Host answers for the attributes that a provider would compute.
type Host interface {
	Resource(terraform.ResourceRequest) (terraform.ResourceAnswer, error)
}

// run is one rendering.
type run struct {
	params  terraform.RenderParams
	host    Host
	cache   *Cache
	found   *findings
	root    *configModule
	modules []*configModule
	inputs  map[string]input
	// base holds the functions, and nothing else.
	base      *hcl.EvalContext
	resources []terraform.RenderedResource
	missed    missed
	// wanted is what an earlier round missed.
	wanted missed
	// What is held against the limits.
	made, work, blocks, rendered int
	isFull, isOverflowing        bool
	// held are the large texts of all values, by where they are in memory.
	held      map[*byte]bool
	heldBytes int
}

// Render evaluates a root module with all modules below it, and asks host for
// every instance of every resource. It never fails as a whole: what is wrong is
// among the diagnostics.
func Render(params terraform.RenderParams, host Host) terraform.RenderResult {
	return NewCache().Render(params, host)
}

// Render is like the function of that name; modules that an earlier call read
// are not read again.
func (c *Cache) Render(params terraform.RenderParams, host Host) terraform.RenderResult {
	r := c.renderRounds(params, host)
	slices.SortStableFunc(r.resources, func(a, b terraform.RenderedResource) int {
		return compareAddresses(a.Address, b.Address)
	})
	return terraform.RenderResult{
		Outputs:     r.rootOutputs(),
		Diagnostics: r.found.sorted(),
		Resources:   orEmpty(r.resources),
		Providers:   r.providers(),
	}
}

// renderOnce asks the host, besides all that is read, for what is wanted.
func (c *Cache) renderOnce(params terraform.RenderParams, host Host, wanted missed) *run {
	r := &run{params: params, host: host, cache: c, found: newFindings(c.indexes), missed: newMissed(), wanted: wanted, held: map[*byte]bool{}}
	r.root = r.plant(params)
	if r.root.declared == nil {
		return r
	}
	r.base = c.functions(params, r.root.declared.Folder)
	r.readInputs()
	r.visitAll()
	return r
}

// visitAll begins with what the root module gives, then takes all the rest, so
// that an error is found wherever it stands.
func (r *run) visitAll() {
	for _, name := range sortedKeys(r.root.declared.Outputs) {
		r.visit(r.root.node(outputNode, name))
	}
	for _, m := range r.modules {
		for _, each := range m.all() {
			r.visit(each)
		}
	}
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
