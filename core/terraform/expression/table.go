package expression

import (
	"errors"
	"maps"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"windtunnel/core/terraform/expression/carry"
	"windtunnel/core/terraform/files"
	"windtunnel/core/terraform/text"
)

// texts are the functions that make one text of others.
var texts = map[string]carry.Func{
	"chomp":      carry.Front,
	"format":     carry.Format,
	"indent":     carry.Indent,
	"join":       carry.Join,
	"jsonencode": carry.JSON,
	"lower":      carry.Case,
	"replace":    carry.Replace,
	"substr":     carry.Substr,
	"title":      carry.Case,
	"trim":       carry.Trim,
	"trimprefix": carry.Back,
	"trimspace":  carry.TrimSpace,
	"trimsuffix": carry.Front,
	"upper":      carry.Case,
	"yamlencode": carry.YAML,
}

// lists are the functions that make a list of texts.
var lists = map[string]carry.EachFunc{
	"formatlist": carry.FormatList,
	"split":      carry.Split,
}

// Functions gives the final table of functions: base, with those that make
// texts of texts or read files replaced by ones that keep maps. Results are
// base's own. base itself is not changed.
func Functions(base map[string]function.Function, reader files.Reader, cache *Cache) map[string]function.Function {
	table := map[string]function.Function{}
	for name, known := range base {
		table[name] = settled(known)
	}
	replace := func(name string, by func(function.Function) function.Function) {
		if known, found := base[name]; found {
			table[name] = by(known)
		}
	}
	for name, describe := range texts {
		replace(name, func(known function.Function) function.Function { return aware(known, describe) })
	}
	for name, describe := range lists {
		replace(name, func(known function.Function) function.Function { return awareOfEach(known, describe) })
	}
	replace("sensitive", func(known function.Function) function.Function {
		return around(known, func(_ []cty.Value, result cty.Value) cty.Value { return text.HideAll(settle(result)) })
	})
	replace("base64encode", encoded)
	replace("base64decode", decoded)
	read := fileTexts{reader, cache}
	replace("file", func(known function.Function) function.Function { return read.describe(known, fileText) })
	replace("filebase64", func(known function.Function) function.Function { return read.describe(known, fileBase64) })
	addTemplates(table, read)
	return namespaced(table)
}

// namespaced adds core::upper and its like, the other names of all functions.
func namespaced(table map[string]function.Function) map[string]function.Function {
	both := maps.Clone(table)
	for name, known := range table {
		if !strings.Contains(name, "::") {
			both["core::"+name] = known
		}
	}
	return both
}

// addTemplates adds the functions that render templates. Templates see the same
// table, but may not render templates in turn.
// https://developer.hashicorp.com/terraform/language/functions/templatefile
func addTemplates(table map[string]function.Function, read fileTexts) {
	within := namespaced(table)
	rendering := map[string]function.Function{
		"templatefile":   templateFile(read, within, readErrorOf(table)),
		"templatestring": templateString(read.cache, within),
	}
	for name, render := range rendering {
		table[name] = render
		within[name] = refusing(name, render)
		within["core::"+name] = within[name]
	}
}

func refusing(name string, render function.Function) function.Function {
	return function.New(&function.Spec{
		Params: render.Params(),
		Type: func([]cty.Value) (cty.Type, error) {
			return cty.NilType, errors.New("cannot call " + name + " from inside a template that a function renders")
		},
		Impl: func([]cty.Value, cty.Type) (cty.Value, error) { return cty.DynamicVal, nil },
	})
}

// readErrorOf lets file() say what is wrong with a path.
func readErrorOf(table map[string]function.Function) func(cty.Value, error) error {
	return func(path cty.Value, err error) error {
		if file, found := table["file"]; found {
			if _, said := file.Call([]cty.Value{path}); said != nil {
				return said
			}
		}
		return function.NewArgError(0, err)
	}
}
