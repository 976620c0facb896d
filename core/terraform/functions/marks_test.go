package functions

import (
	"testing"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/files"
	"windtunnel/core/terraform/text"
)

func call(t *testing.T, name string, args ...cty.Value) cty.Value {
	t.Helper()
	result, err := Table(files.Reader{})[name].Call(args)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return result
}

// TestMapsOfTextsStay: what chooses among texts gives the text with its map.
func TestMapsOfTextsStay(t *testing.T) {
	source := &text.Map{Text: "a\nb", Runs: []text.Run{{Length: 3, File: "x"}}}
	from, other := cty.StringVal("a\nb").Mark(source), cty.StringVal("c")
	list, zero := cty.TupleVal([]cty.Value{from, other}), cty.Zero
	object := cty.ObjectVal(map[string]cty.Value{"k": from, "l": other})
	for name, result := range map[string]cty.Value{
		"coalesce":        call(t, "coalesce", cty.StringVal(""), from, other),
		"element":         call(t, "element", list, zero),
		"lookup":          call(t, "lookup", object, cty.StringVal("k"), other),
		"tolist":          call(t, "tolist", list).Index(zero),
		"tomap":           call(t, "tomap", object).Index(cty.StringVal("k")),
		"tostring":        call(t, "tostring", from),
		"list":            call(t, "concat", list, list).Index(zero),
		"merge":           call(t, "merge", object, cty.EmptyObjectVal).GetAttr("k"),
		"one":             call(t, "one", cty.TupleVal([]cty.Value{from})),
		"values":          call(t, "values", object).Index(zero),
		"reverse":         call(t, "reverse", list).Index(cty.NumberIntVal(1)),
		"slice":           call(t, "slice", list, zero, cty.NumberIntVal(1)).Index(zero),
		"sensitive":       call(t, "sensitive", from),
		"ephemeralasnull": call(t, "ephemeralasnull", from),
		"zipmap":          call(t, "zipmap", cty.ListVal([]cty.Value{other}), cty.TupleVal([]cty.Value{from})).GetAttr("c"),
	} {
		if text.Of(result) != source {
			t.Errorf("%s loses the map: %#v", name, result)
		}
	}
}

func TestSensitiveIsSecret(t *testing.T) {
	marked := call(t, "sensitive", cty.StringVal("a"))
	if !marked.HasMark(text.Sensitive{}) || !marked.HasMark(text.Secret{}) {
		t.Errorf("sensitive: %#v", marked)
	}
	shown := call(t, "nonsensitive", marked)
	if shown.HasMark(text.Sensitive{}) || !shown.HasMark(text.Secret{}) {
		t.Errorf("nonsensitive: %#v", shown)
	}
	if result := call(t, "issensitive", cty.StringVal("a").Mark(text.Secret{})); result.True() {
		t.Errorf("a secret alone is not sensitive: %#v", result)
	}
}

func TestMadeUpValuesAreMarked(t *testing.T) {
	for name, args := range map[string][]cty.Value{
		"timestamp": nil, "plantimestamp": nil, "uuid": nil,
		"bcrypt": {cty.StringVal("a")}, "pathexpand": {cty.StringVal("~/a")},
	} {
		first, second := call(t, name, args...), call(t, name, args...)
		if !first.HasMark(text.Placeholder{Address: name + "()"}) || !first.RawEquals(second) {
			t.Errorf("%s: %#v, then %#v", name, first, second)
		}
	}
}

// TestNamesOfOldModules: list and map as they were until Terraform 0.15.
func TestNamesOfOldModules(t *testing.T) {
	one, text := cty.NumberIntVal(1), cty.StringVal("a")
	for _, each := range []struct{ got, want cty.Value }{
		{call(t, "list"), cty.ListValEmpty(cty.DynamicPseudoType)},
		{call(t, "list", text, one), cty.ListVal([]cty.Value{text, cty.StringVal("1")})},
		{call(t, "map"), cty.MapValEmpty(cty.DynamicPseudoType)},
		{call(t, "map", text, one), cty.MapVal(map[string]cty.Value{"a": one})},
		{call(t, "map", text, one, one, text), cty.MapVal(map[string]cty.Value{"a": cty.StringVal("1"), "1": text})},
	} {
		if !each.got.RawEquals(each.want) {
			t.Errorf("%#v, want %#v", each.got, each.want)
		}
	}
	for _, args := range [][]cty.Value{{text}, {text, one, text}, {cty.NullVal(cty.String), one}, {cty.EmptyTupleVal, one}} {
		if result, err := Table(files.Reader{})["map"].Call(args); err == nil {
			t.Errorf("map of %#v is %#v", args, result)
		}
	}
}
