package module

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
)

// references reads a list of references: depends_on = [aws_x.y].
func (r *reader) references(attribute *hcl.Attribute) []hcl.Traversal {
	if attribute == nil {
		return nil
	}
	listed, problems := hcl.ExprList(attribute.Expr)
	r.report(problems)
	var found []hcl.Traversal
	for _, each := range listed {
		if traversal := r.reference(each); len(traversal) > 0 {
			found = append(found, traversal)
		}
	}
	return found
}

// reference reads one, which until Terraform 0.12 stood in quotes; nil when it
// is none.
func (r *reader) reference(expr hcl.Expression) hcl.Traversal {
	quoted, isQuoted := literalText(expr)
	if !isQuoted {
		traversal, problems := hcl.AbsTraversalForExpr(expr)
		r.report(problems)
		return traversal
	}
	at := expr.Range()
	start := hcl.Pos{Line: at.Start.Line, Column: at.Start.Column + 1, Byte: at.Start.Byte + 1}
	traversal, problems := hclsyntax.ParseTraversalAbs([]byte(quoted), at.Filename, start)
	if problems.HasErrors() {
		r.refuse(terraform.Unsupported, at, "Write the address of what is declared, without quotes.", "%q is no reference to anything that is declared.", quoted)
		return nil
	}
	r.warn(at, "Write it without quotes.", "The reference %q stands in quotes, as Terraform 0.11 wanted it.", quoted)
	return traversal
}

// literalText gives the text of a quoted string of native syntax without
// interpolations. Strings of JSON files are references by themselves.
func literalText(expr hcl.Expression) (string, bool) {
	template, ok := expr.(*hclsyntax.TemplateExpr)
	if !ok || len(template.Parts) > 1 {
		return "", false
	}
	return constantText(template)
}

// constantText gives the text of an expression without variables and
// functions; its marks, if any, are taken off.
func constantText(expr hcl.Expression) (string, bool) {
	value, problems := evaluate(expr)
	value, _ = value.Unmark()
	if problems.HasErrors() || value.IsNull() || !value.IsKnown() || !value.Type().Equals(cty.String) {
		return "", false
	}
	return value.AsString(), true
}

// providerName reads a reference to a provider: aws, or aws.east.
func (r *reader) providerName(expr hcl.Expression) string {
	traversal := r.reference(expr)
	if len(traversal) == 0 {
		return ""
	}
	name := traversal.RootName()
	for _, step := range traversal[1:] {
		attribute, ok := step.(hcl.TraverseAttr)
		if !ok || len(traversal) > 2 {
			r.refuse(terraform.Unsupported, expr.Range(), "Write the name of a provider, or name.alias.",
				"A provider is referred to by its name and, behind a dot, its alias.")
			return ""
		}
		name += "." + attribute.Name
	}
	return name
}

// passedProviders reads providers = { aws = aws.east } of a module call.
func (r *reader) passedProviders(attribute *hcl.Attribute) map[string]string {
	if attribute == nil {
		return nil
	}
	pairs, problems := hcl.ExprMap(attribute.Expr)
	r.report(problems)
	found := map[string]string{}
	for _, pair := range pairs {
		inner, outer := r.providerName(keyExpression(pair.Key)), r.providerName(pair.Value)
		if inner != "" && outer != "" {
			found[inner] = outer
		}
	}
	return found
}

// keyExpression takes the parentheses of HCL's own off an object key.
func keyExpression(key hcl.Expression) hcl.Expression {
	if wrapped, ok := key.(*hclsyntax.ObjectConsKeyExpr); ok {
		return wrapped.Wrapped
	}
	return key
}

// keyword reads an argument that takes one of few words; a quoted one is what
// Terraform 0.11 wanted.
func (r *reader) keyword(attribute *hcl.Attribute, allowed ...string) string {
	if attribute == nil {
		return allowed[0]
	}
	said := hcl.ExprAsKeyword(attribute.Expr)
	if quoted, ok := literalText(attribute.Expr); ok {
		said = quoted
		r.warn(attribute.Expr.Range(), "Write it without quotes.", "The keyword %q stands in quotes, as Terraform 0.11 wanted it.", quoted)
	}
	for _, each := range allowed {
		if each == said {
			return said
		}
	}
	r.refuse(terraform.Unsupported, attribute.Expr.Range(), "Write one of these words, without quotes.", "The argument %q is one of %s.", attribute.Name, strings.Join(allowed, ", "))
	return allowed[0]
}
