package functions

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

var texts = map[string]function.Function{
	"chomp":       stdlib.ChompFunc,
	"endswith":    comparison("suffix", strings.HasSuffix),
	"format":      stdlib.FormatFunc,
	"formatlist":  stdlib.FormatListFunc,
	"indent":      stdlib.IndentFunc,
	"join":        stdlib.JoinFunc,
	"lower":       stdlib.LowerFunc,
	"regex":       stdlib.RegexFunc,
	"regexall":    stdlib.RegexAllFunc,
	"replace":     replace,
	"split":       stdlib.SplitFunc,
	"startswith":  startsWith,
	"strcontains": comparison("substr", strings.Contains),
	"strrev":      stdlib.ReverseFunc,
	"substr":      stdlib.SubstrFunc,
	"title":       stdlib.TitleFunc,
	"trim":        stdlib.TrimFunc,
	"trimprefix":  stdlib.TrimPrefixFunc,
	"trimspace":   stdlib.TrimSpaceFunc,
	"trimsuffix":  stdlib.TrimSuffixFunc,
	"upper":       stdlib.UpperFunc,
}

func comparison(second string, holds func(text, part string) bool) function.Function {
	return function.New(&function.Spec{
		Params:       []function.Parameter{parameter("str", cty.String), parameter(second, cty.String)},
		Type:         function.StaticReturnType(cty.Bool),
		RefineResult: notNull,
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			return cty.BoolVal(holds(args[0].AsString(), args[1].AsString())), nil
		},
	})
}

// startsWith knows the answer for a text that is not known where the start of
// it is, as of "${var.x}-suffix".
var startsWith = function.New(&function.Spec{
	Params: []function.Parameter{
		{Name: "str", Type: cty.String, AllowUnknown: true},
		parameter("prefix", cty.String),
	},
	Type:         function.StaticReturnType(cty.Bool),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		prefix := args[1].AsString()
		if args[0].IsKnown() {
			return cty.BoolVal(strings.HasPrefix(args[0].AsString(), prefix)), nil
		}
		start := args[0].Range().StringPrefix()
		if strings.HasPrefix(start, prefix) {
			return cty.True, nil
		}
		if !strings.HasPrefix(prefix, start) {
			return cty.False, nil
		}
		return cty.UnknownVal(cty.Bool), nil
	},
})

// replace reads what it searches for as a regular expression when it stands
// between slashes.
var replace = function.New(&function.Spec{
	Params: []function.Parameter{
		parameter("str", cty.String), parameter("substr", cty.String), parameter("replace", cty.String),
	},
	Type:         function.StaticReturnType(cty.String),
	RefineResult: notNull,
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		if _, is := expressionBetweenSlashes(args[1].AsString()); is {
			return replaceMatches(args[0].AsString(), args[1].AsString(), args[2].AsString())
		}
		return stdlib.Replace(args[0], args[1], args[2])
	},
})

func expressionBetweenSlashes(text string) (string, bool) {
	if len(text) > 1 && strings.HasPrefix(text, "/") && strings.HasSuffix(text, "/") {
		return text[1 : len(text)-1], true
	}
	return "", false
}
