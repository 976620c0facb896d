package module

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Everything is the path of a resource that is used as a whole: as an output,
// an argument of a module, or by a function that may look at all of it.
const Everything = "*"

// Reads gives, for each resource by its key, the attribute paths that
// expressions of the module read of it, sorted: network_interface.network_ip,
// without indexes and splats. A path that begins another is left out.
func Reads(m *Module) map[string][]string { return m.reads }

// How far aliases of resources are followed in one module: steps in all, and
// expressions within expressions.
const (
	maxReadSteps = 2_000_000
	maxReadDepth = 2000
)

// isOver: the search has become too long, and its result is given up.
func (s *scan) isOver() bool {
	if s.depth > maxReadDepth {
		s.steps = maxReadSteps + 1
	}
	return s.steps > maxReadSteps
}

// scan follows the resources through the expressions of a module: what an
// expression may stand for is its shape.
type scan struct {
	module *Module
	locals map[string]*shape
	// visiting are locals whose expression is being followed: cycles.
	visiting map[string]bool
	consumed map[*shape]bool
	found    map[string]map[string]bool
	steps    int
	// depth of the expressions that are open, through local values.
	depth int
}

func scanReads(m *Module) map[string][]string {
	s := &scan{module: m, locals: map[string]*shape{}, visiting: map[string]bool{},
		consumed: map[*shape]bool{}, found: map[string]map[string]bool{}}
	for _, name := range sortedKeys(m.Locals) {
		s.local(name)
	}
	for _, key := range sortedKeys(m.Resources) {
		s.resource(m.Resources[key])
	}
	s.values()
	return s.result()
}

// values reads what is outside of resources.
func (s *scan) values() {
	for _, name := range sortedKeys(s.module.Variables) {
		s.rules(s.module.Variables[name].Validations, nil)
	}
	for _, name := range sortedKeys(s.module.Outputs) {
		s.use(s.module.Outputs[name].Expression, nil)
		s.rules(s.module.Outputs[name].Preconditions, nil)
	}
	for _, name := range sortedKeys(s.module.Calls) {
		call := s.module.Calls[name]
		inside := s.repetition(call.Count, call.ForEach)
		for _, argument := range sortedKeys(call.Arguments) {
			s.use(call.Arguments[argument].Expr, inside)
		}
	}
	for _, name := range sortedKeys(s.module.Checks) {
		s.rules(s.module.Checks[name].Asserts, nil)
	}
	for _, provider := range s.module.Providers {
		s.body(provider.Config, nil)
	}
}

func (s *scan) resource(resource *Resource) {
	inside := s.repetition(resource.Count, resource.ForEach)
	s.body(resource.Config, inside)
	s.rules(resource.Preconditions, inside)
	inside = inside.with("self", &shape{origins: []origin{{key: resource.Key()}}})
	s.rules(resource.Postconditions, inside)
	s.body(resource.Connection, inside)
	for _, each := range resource.Provisioners {
		s.body(each.Config, inside)
		s.body(each.Connection, inside)
	}
}

// repetition gives what each.value stands for.
func (s *scan) repetition(count, forEach hcl.Expression) *scope {
	s.mention(s.shapeOf(count, nil))
	each := s.shapeOf(forEach, nil)
	s.mention(each)
	return (*scope)(nil).with("each", s.pairOf(each))
}

// pairOf is what each, and the iterator of a dynamic block, stand for.
func (s *scan) pairOf(element *shape) *shape {
	return &shape{fields: map[string]*shape{"key": {}, "value": s.element(element)}}
}

func (s *scan) rules(rules []*Rule, inside *scope) {
	for _, rule := range rules {
		s.use(rule.Condition, inside)
		s.use(rule.Message, inside)
	}
}

func (s *scan) body(body hcl.Body, inside *scope) {
	switch body := body.(type) {
	case nil:
	case *hclsyntax.Body:
		for _, name := range sortedKeys(body.Attributes) {
			s.use(body.Attributes[name].Expr, inside)
		}
		for _, block := range body.Blocks {
			s.block(block, inside)
		}
	default:
		attributes, _ := body.JustAttributes()
		for _, name := range sortedKeys(attributes) {
			s.use(attributes[name].Expr, inside)
		}
	}
}

func (s *scan) block(block *hclsyntax.Block, inside *scope) {
	forEach := block.Body.Attributes["for_each"]
	if block.Type != "dynamic" || len(block.Labels) != 1 || forEach == nil {
		s.body(block.Body, inside)
		return
	}
	iterator := block.Labels[0]
	if renamed := block.Body.Attributes["iterator"]; renamed != nil {
		iterator = hcl.ExprAsKeyword(renamed.Expr)
	}
	elements := s.shapeOf(forEach.Expr, inside)
	s.mention(elements)
	for _, content := range block.Body.Blocks {
		s.body(content.Body, inside.with(iterator, s.pairOf(elements)))
	}
}

func (s *scan) result() map[string][]string {
	result := map[string][]string{}
	if s.isOver() {
		// Nobody has looked at all expressions: any attribute may be read.
		for key := range s.module.Resources {
			s.note(origin{key: key})
		}
	}
	for key, paths := range s.found {
		result[key] = withoutBeginnings(sortedKeys(paths))
	}
	return result
}

// withoutBeginnings drops network_interface beside network_interface.ip; the
// paths are sorted.
func withoutBeginnings(paths []string) []string {
	var kept []string
	for index, path := range paths {
		at, _ := slices.BinarySearch(paths[index:], path+".")
		if at += index; at < len(paths) && strings.HasPrefix(paths[at], path+".") {
			continue
		}
		kept = append(kept, path)
	}
	return kept
}
