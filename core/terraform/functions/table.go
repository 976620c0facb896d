// Package functions holds the built-in functions of Terraform's language.
// Left out are templatefile and templatestring, which the expression package
// has, as it has versions of others that keep maps of texts; and what providers
// offer as provider::name::function.
// The language's list of functions:
// https://developer.hashicorp.com/terraform/language/functions
package functions

import (
	"maps"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/files"
)

// Table gives every function by its name, without a namespace, for one
// rendering: all of them together have one Budget. Functions that read files
// read them with the reader.
func Table(reader files.Reader) map[string]function.Function {
	table := map[string]function.Function{}
	for _, group := range []map[string]function.Function{
		numeric, texts, collections, sets, encodings, hashes, dates, networks, types, legacy, fileFunctions(reader),
	} {
		maps.Copy(table, group)
	}
	budget := &Budget{}
	for name, inner := range table {
		table[name] = bounded(inner, refusals[name], budget)
	}
	// These take expressions and not values: nothing in between.
	table["can"], table["try"], table["convert"] = can, try, convertTo
	table[budgetName] = budgetFunction(budget)
	return table
}

// Namespaced adds the second name of every function, core::upper.
func Namespaced(table map[string]function.Function) map[string]function.Function {
	both := maps.Clone(table)
	for name, each := range table {
		both["core::"+name] = each
	}
	return both
}

func parameter(name string, kind cty.Type) function.Parameter {
	return function.Parameter{Name: name, Type: kind}
}

// ofText makes a function of one text that gives a text.
func ofText(name string, give func(string) (string, error)) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{parameter(name, cty.String)},
		Type:         function.StaticReturnType(cty.String),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			given, err := give(args[0].AsString())
			return cty.StringVal(given), err
		},
	})
}

func notNull(builder *cty.RefinementBuilder) *cty.RefinementBuilder { return builder.NotNull() }
