package expression_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"windtunnel/core/terraform/expression"
)

// longTemplate has 500 lines: literal ones, interpolations, directives.
var longTemplate = strings.Repeat(`- name: ${name}
  unit: |
    [Unit]
    Description=Something that ${name} needs
    [Service]
    ExecStart=/usr/bin/something --flag=${number} --other
%{ if yes ~}
    Restart=always
%{ endif ~}
%{ for each in names ~}
    Environment=${each}
%{ endfor ~}
`, 42)

func BenchmarkRender(b *testing.B) {
	context := &hcl.EvalContext{Variables: variables}
	plain, _ := hclsyntax.ParseTemplate([]byte(longTemplate), "a.tpl", hcl.InitialPos)
	ours, _ := expression.ParseTemplate([]byte(longTemplate), "a.tpl")
	for name, parsed := range map[string]hcl.Expression{"hclsyntax": plain, "with maps": ours} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, diags := parsed.Value(context); diags.HasErrors() {
					b.Fatal(diags)
				}
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	b.Run("hclsyntax", func(b *testing.B) {
		for b.Loop() {
			_, _ = hclsyntax.ParseTemplate([]byte(longTemplate), "a.tpl", hcl.InitialPos)
		}
	})
	b.Run("with maps", func(b *testing.B) {
		for b.Loop() {
			_, _ = expression.ParseTemplate([]byte(longTemplate), "a.tpl")
		}
	})
}
