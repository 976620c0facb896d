package evaluate

import (
	"maps"
	"regexp"
	"slices"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// maxRounds of rendering, each with the attributes that the last one missed.
const maxRounds = 4

// missed are attributes that expressions read of resources in other modules.
// What a module reads of its own resources is known beforehand; a resource that
// leaves its module as a whole may be asked for anything.
type missed struct {
	// escaping resources are named as a whole where a value leaves the module.
	escaping map[resourceID]bool
	// names are attributes that some object did not have.
	names map[string]bool
}

type resourceID struct{ module, name string }

func newMissed() missed {
	return missed{escaping: map[resourceID]bool{}, names: map[string]bool{}}
}

// renderRounds renders until no attribute is missing that was not asked for.
func (c *Cache) renderRounds(params terraform.RenderParams, host Host) *run {
	wanted := newMissed()
	for round := 1; ; round++ {
		r := c.renderOnce(params, host, wanted)
		before := len(wanted.names)
		maps.Copy(wanted.names, r.missed.names)
		wanted.escaping = r.missed.escaping
		if len(wanted.names) == before || len(wanted.escaping) == 0 || round == maxRounds {
			return r
		}
	}
}

// noteEscape looks for resources that are named as a whole.
func (r *run) noteEscape(n *node, found reference) {
	if found.kind != toResource || n.kind == resourceNode || n.kind == checkNode {
		return
	}
	for _, step := range found.path[found.steps:] {
		if _, isIndex := step.(hcl.TraverseIndex); !isIndex {
			return
		}
	}
	r.missed.escaping[resourceID{n.scopeOf.key, found.name}] = true
}

// Words of HCL and of cty for an attribute that an object does not have.
var (
	missingAttribute = regexp.MustCompile(`does not have an attribute named "[^"]+"|attributes? ".*" (is|are) required`)
	quotedName       = regexp.MustCompile(`"([^"]+)"`)
)

// noteMissing remembers what an object did not have.
func (r *run) noteMissing(message string) {
	for _, match := range quotedName.FindAllStringSubmatch(missingAttribute.FindString(message), -1) {
		r.missed.names[match[1]] = true
	}
}

// readsOf is what the host is told of an instance.
func (r *run) readsOf(n *node) []string {
	reads := slices.Clone(n.module.reads[n.name])
	if !r.wanted.escaping[resourceID{n.module.key, n.name}] {
		return orEmpty(reads)
	}
	reads = append(reads, sortedKeys(r.wanted.names)...)
	slices.Sort(reads)
	return slices.Compact(reads)
}
