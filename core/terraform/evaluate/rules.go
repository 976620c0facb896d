package evaluate

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/module"
)

// rules reports the conditions that do not hold; a condition that is not known
// is left alone.
func (r *run) rules(rules []*module.Rule, scope *hcl.EvalContext, address, what string) (hold bool) {
	hold = true
	for _, rule := range rules {
		if !r.holds(rule, scope, address) {
			hold = false
			message := r.message(rule, scope, address)
			r.found.add(terraform.Diagnostic{
				Severity: severityOf(what), Code: codeOf(what), Address: address,
				Message: failureOf(what, message), Range: r.found.place(rule.Condition.Range()),
				Fix: remedyOf(rule.Condition, what, address),
			})
		}
	}
	return hold
}

func (r *run) holds(rule *module.Rule, scope *hcl.EvalContext, address string) bool {
	if rule.Condition == nil {
		return true
	}
	value := bare(r.value(rule.Condition, scope, address))
	condition, err := convert.Convert(value, cty.Bool)
	switch {
	case err != nil:
		r.report(terraform.WrongType, rule.Condition.Range(), address,
			"Invalid condition result: a condition must be true or false, "+err.Error()+".", "")
		return true
	case !condition.IsKnown():
		return true
	case condition.IsNull():
		r.report(terraform.WrongType, rule.Condition.Range(), address,
			"Invalid condition result: a condition must be true or false, not null.", "")
		return true
	}
	return condition.True()
}

// message gives the words of error_message; empty when there are none to show.
func (r *run) message(rule *module.Rule, scope *hcl.EvalContext, address string) string {
	if rule.Message == nil {
		return ""
	}
	value := r.value(rule.Message, scope, address)
	if isSecretWithin(value) {
		return "its error message holds sensitive values"
	}
	words, err := convert.Convert(bare(value), cty.String)
	if err != nil || words.IsNull() || !words.IsKnown() {
		return ""
	}
	return strings.Join(strings.Fields(words.AsString()), " ")
}

func severityOf(what string) string {
	if what == "check" {
		return "warning"
	}
	return "error"
}

func codeOf(what string) terraform.Code {
	if what == "validation" {
		return terraform.Validation
	}
	return terraform.Condition
}

var failures = map[string]string{
	"validation":    "Invalid value for variable",
	"precondition":  "Resource precondition failed",
	"postcondition": "Resource postcondition failed",
	"check":         "Check block assertion failed",
}

func failureOf(what, message string) string {
	if message == "" {
		return failures[what] + "."
	}
	return failures[what] + ": " + message
}

// remedyOf names what the condition reads, since that is what can be changed.
func remedyOf(condition hcl.Expression, what, address string) string {
	if what == "validation" {
		return "Give " + address + " a value that the condition allows."
	}
	read := map[string]bool{}
	for _, path := range condition.Variables() {
		if found := findReference(path); found.kind != toBuiltin && found.kind != toNothing {
			read[found.text()] = true
		}
	}
	names := sortedKeys(read)
	if len(names) == 0 || len(names) > mostNamed {
		return "Change what the condition reads, or the condition."
	}
	return "Change " + strings.Join(names, ", ") + ", or the condition."
}

// mostNamed things stand in a remedy.
const mostNamed = 4

func (r *run) evaluateCheck(n *node) {
	check := n.module.declared.Checks[n.name]
	for _, in := range n.module.instances {
		r.rules(check.Asserts, r.scope(n, in), in.in("check."+n.name), "check")
	}
}

func (r *run) validateVariable(n *node) {
	variable := n.module.declared.Variables[n.name]
	if len(variable.Validations) == 0 {
		return
	}
	for _, in := range n.module.instances {
		r.rules(variable.Validations, r.scope(n, in), in.in("var."+n.name), "validation")
	}
}
