package evaluate

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"windtunnel/core/terraform"
)

// visit evaluates a node after all that it needs.
func (r *run) visit(target *node) {
	if target.state != waiting {
		return
	}
	path := []*node{r.begin(target)}
	for len(path) > 0 {
		top := path[len(path)-1]
		next := top.pending()
		switch {
		case next == nil:
			r.evaluate(top)
			top.state = done
			path = path[:len(path)-1]
		case next.state == visiting:
			r.reportCycle(path, next)
		default:
			path = append(path, r.begin(next))
		}
	}
}

func (r *run) begin(n *node) *node {
	n.state = visiting
	r.findNeeds(n)
	return n
}

// pending gives the next node that is not done, each once.
func (n *node) pending() *node {
	for n.next < len(n.needs) {
		next := n.needs[n.next]
		n.next++
		if next.state != done {
			return next
		}
	}
	return nil
}

// reportCycle names the nodes from the one that is met again to the last.
func (r *run) reportCycle(path []*node, again *node) {
	start := 0
	for path[start] != again {
		start++
	}
	circle := path[start:]
	if again.inCycle || circle[len(circle)-1].inCycle {
		return
	}
	var names []string
	for _, member := range circle {
		member.inCycle = true
		names = append(names, member.address())
	}
	names = append(names, again.address())
	r.report(terraform.Cycle, r.placeOf(again), again.address(),
		"Cycle: "+strings.Join(names, " -> ")+".", "Let one of them do without the next.")
}

// placeOf gives the block that declares a node.
func (r *run) placeOf(n *node) hcl.Range {
	declared := n.module.declared
	switch n.kind {
	case variableNode, validationNode:
		return declared.Variables[n.name].Range
	case localNode:
		return declared.Locals[n.name].Range
	case outputNode:
		return declared.Outputs[n.name].Range
	case resourceNode:
		return declared.Resources[n.name].Range
	case checkNode:
		return declared.Checks[n.name].Range
	case providerNode:
		return n.module.providers()[n.name].Range
	}
	if n.module.call != nil {
		return n.module.call.Range
	}
	return hcl.Range{}
}

// evaluate keeps a defect of ours, or of a library, from taking all the rest
// along: the node is not known.
func (r *run) evaluate(n *node) {
	defer func() {
		if failure := recover(); failure != nil {
			r.report(terraform.Evaluation, r.placeOf(n), n.address(), fmt.Sprintf("windtunnel failed to evaluate this: %v.", failure), "")
		}
	}()
	switch n.kind {
	case expansionNode:
		r.expand(n)
	case variableNode:
		r.evaluateVariable(n)
	case validationNode:
		r.validateVariable(n)
	case localNode:
		r.evaluateLocal(n)
	case outputNode:
		r.evaluateOutput(n)
	case resourceNode:
		r.evaluateResource(n)
	case checkNode:
		r.evaluateCheck(n)
	}
}
