package module

import (
	"path"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// fileFunctions read the file that their first argument names.
// https://developer.hashicorp.com/terraform/language/functions#filesystem-functions
var fileFunctions = map[string]bool{
	"file": true, "filebase64": true, "fileexists": true, "templatefile": true, "filemd5": true, "filesha1": true,
	"filesha256": true, "filesha512": true, "filebase64sha256": true, "filebase64sha512": true,
}

// noteFiles adds the names of files below the module that expressions of a
// body write out: arguments of functions that read files, and all texts that
// start with ${path.module}/. What fileset looks for is given as folder and
// pattern in one.
func noteFiles(body hcl.Body, into map[string]bool) {
	native, ok := body.(*hclsyntax.Body)
	if !ok {
		return
	}
	// Calls are visited before their arguments.
	folders := map[hclsyntax.Node]bool{}
	_ = hclsyntax.VisitAll(native, func(node hclsyntax.Node) hcl.Diagnostics {
		switch node := node.(type) {
		case *hclsyntax.FunctionCallExpr:
			noteArgument(node, into)
			if node.Name == "fileset" && len(node.Args) > 0 {
				folders[node.Args[0]] = true
			}
		case *hclsyntax.TemplateExpr:
			if name, isBelow := belowModule(node); isBelow && !folders[node] {
				noteFile(name, into)
			}
		}
		return nil
	})
}

func noteArgument(call *hclsyntax.FunctionCallExpr, into map[string]bool) {
	switch {
	case fileFunctions[call.Name] && len(call.Args) > 0:
		if name, ok := literalText(call.Args[0]); ok {
			noteFile(name, into)
		}
	case call.Name == "fileset" && len(call.Args) == 2:
		folder, isLiteral := literalText(call.Args[0])
		pattern, isWritten := literalText(call.Args[1])
		if isPathModule(call.Args[0]) {
			folder, isLiteral = ".", true
		}
		if template, ok := call.Args[0].(*hclsyntax.TemplateExpr); ok && !isLiteral {
			folder, isLiteral = belowModule(template)
		}
		if isLiteral && isWritten {
			noteFile(path.Join(folder, pattern), into)
		}
	}
}

// noteFile leaves out what is not below the module.
func noteFile(name string, into map[string]bool) {
	name = path.Clean(name)
	if name != "." && !path.IsAbs(name) && name != ".." && !strings.HasPrefix(name, "../") && !strings.HasPrefix(name, "~") {
		into[name] = true
	}
}

// belowModule gives x of "${path.module}/x".
func belowModule(template *hclsyntax.TemplateExpr) (string, bool) {
	if len(template.Parts) < 2 || !isPathModule(template.Parts[0]) {
		return "", false
	}
	var name strings.Builder
	for _, part := range template.Parts[1:] {
		literal, ok := part.(*hclsyntax.LiteralValueExpr)
		if !ok || !literal.Val.Type().Equals(cty.String) {
			return "", false
		}
		name.WriteString(literal.Val.AsString())
	}
	return strings.CutPrefix(name.String(), "/")
}

func isPathModule(expr hcl.Expression) bool {
	traversal, ok := expr.(*hclsyntax.ScopeTraversalExpr)
	return ok && len(traversal.Traversal) == 2 && traversal.Traversal.RootName() == "path" &&
		attributeName(traversal.Traversal, 1) == "module"
}
