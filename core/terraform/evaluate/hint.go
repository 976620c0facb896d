package evaluate

import (
	"maps"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/functions"
)

// suggestionFor names the attribute or key that was meant, when it is missing
// in a value that can be had.
func suggestionFor(given *hcl.Diagnostic) string {
	if call, found := hcl.DiagnosticExtra[hclsyntax.FunctionCallUnknownDiagExtra](given); found && given.EvalContext != nil {
		return didYouMean(call.CalledFunctionName(), functionsOf(given.EvalContext))
	}
	if remedy, found := remedies[codeOfHCL(given)]; found && given.Summary != "Call to unknown function" {
		return remedy
	}
	if given.Expression == nil || given.EvalContext == nil || codes[given.Summary] != "unknown-reference" {
		return ""
	}
	path, problems := hcl.AbsTraversalForExpr(given.Expression)
	if problems.HasErrors() {
		return ""
	}
	for end := 1; end < len(path); end++ {
		outer, problems := path[:end].TraverseAbs(given.EvalContext)
		if problems.HasErrors() {
			return ""
		}
		step := hcl.Traversal{path[end]}
		if _, problems := step.TraverseRel(outer); problems.HasErrors() {
			return didYouMean(stepName(path[end]), membersOf(outer))
		}
	}
	return ""
}

// remedies are what to do about mistakes of a kind.
var remedies = map[terraform.Code]string{
	terraform.NullInTemplate: "Give it a default, use coalesce(), or put the text between %{ if } and %{ endif }.",
	terraform.Syntax:         "Correct the template; what is no template itself is written $${ and %%{.",
}

func functionsOf(context *hcl.EvalContext) map[string]function.Function {
	for ; context != nil; context = context.Parent() {
		if context.Functions != nil {
			known := maps.Clone(context.Functions)
			maps.DeleteFunc(known, func(name string, _ function.Function) bool { return functions.IsInternal(name) })
			return known
		}
	}
	return nil
}

func stepName(step hcl.Traverser) string {
	switch step := step.(type) {
	case hcl.TraverseAttr:
		return step.Name
	case hcl.TraverseIndex:
		if key := bare(step.Key); key.Type() == cty.String && key.IsKnown() && !key.IsNull() {
			return key.AsString()
		}
	}
	return ""
}

func membersOf(value cty.Value) map[string]cty.Value {
	plain := bare(value)
	if plain.IsNull() || !plain.IsKnown() {
		return nil
	}
	if kind := plain.Type(); kind.IsObjectType() || kind.IsMapType() {
		return plain.AsValueMap()
	}
	return nil
}
