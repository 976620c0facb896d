package console

import (
	"testing"

	"windtunnel/core/terraform"
)

// TestConvert: the executable that the recordings are of does not have convert.
// https://developer.hashicorp.com/terraform/language/functions/convert
func TestConvert(t *testing.T) {
	for _, each := range []struct{ expression, json, kind string }{
		{`convert([], list(string))`, `[]`, "list(string)"},
		{`convert("1", number)`, `1`, "number"},
		{`convert(null, map(string))`, `null`, "map(string)"},
		{`convert(["b", "a", "b"], set(any))`, `["a","b"]`, "set(string)"},
		{`convert({ a = "1" }, object({ a = number, b = optional(string) }))`, `{"a":1,"b":null}`,
			"object({\n    a: number,\n    b: string,\n})"},
		{`convert({ k = {} }, map(object({ attr = optional(string), more = optional(string, "default") })))`,
			`{"k":{"attr":null,"more":"default"}}`, "map(\n    object({\n        attr: string,\n        more: string,\n    }),\n)"},
		{`issensitive(convert([sensitive(1)], list(string))[0])`, `true`, "bool"},
	} {
		value := Evaluate(terraform.EvaluateParams{Expressions: []string{each.expression}}, nil).Values[0]
		if value.Error != nil {
			t.Errorf("%s: %s", each.expression, *value.Error)
		} else if *value.JSON != each.json || *value.Type != each.kind {
			t.Errorf("%s is %s, %s; want %s, %s", each.expression, *value.JSON, *value.Type, each.json, each.kind)
		}
	}
	for expression, want := range map[string]string{
		`convert("x", number)`:     `Invalid function argument: Invalid value for "value" parameter: a number is required.`,
		`convert(1, nope)`:         `Invalid type specification: The keyword "nope" is not a valid type specification.`,
		`convert({}, object({a}))`: "",
	} {
		value := Evaluate(terraform.EvaluateParams{Expressions: []string{expression}}, nil).Values[0]
		if value.Error == nil || want != "" && *value.Error != want {
			t.Errorf("%s: %v, want %s", expression, *value.Error, want)
		}
	}
}
