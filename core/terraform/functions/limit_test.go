package functions

import (
	"errors"
	"strings"
	"testing"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform"
	"windtunnel/core/terraform/files"
)

func repeat(part string, times int) cty.Value { return cty.StringVal(strings.Repeat(part, times)) }

// TestRefusesLargeResults: of arguments that are themselves within the limits.
func TestRefusesLargeResults(t *testing.T) {
	table := Table(files.Reader{})
	large, empty := repeat("x", MaxText-1), cty.StringVal("")
	shared := cty.TupleVal([]cty.Value{cty.True})
	for range 20 {
		shared = cty.TupleVal([]cty.Value{shared, shared})
	}
	for name, args := range map[string][]cty.Value{
		"base64encode": {large},
		"concat":       {cty.ListVal(zeros(MaxElements)), cty.ListVal(zeros(1))},
		"csvdecode":    {repeat("a\n", MaxElements+1)},
		"flatten":      {shared},
		"join":         {large, cty.ListVal([]cty.Value{empty, empty, empty})},
		"jsondecode":   {repeat("[", maxDepth+1)},
		"jsonencode":   {shared},
		"regex":        {cty.StringVal("(.{1000}){1}z"), repeat("x", 2<<20)},
		"regexall":     {empty, repeat("x", MaxElements+1)},
		"replace":      {repeat("x", MaxElements), cty.StringVal("/./"), cty.StringVal("$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0$0")},
		"split":        {empty, repeat("x", MaxElements+2)},
		"urlencode":    {repeat("%", MaxText/2)},
	} {
		_, err := table[name].Call(args)
		if !errors.As(err, new(LimitError)) || CodeOf(err) != terraform.Limit {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func zeros(count int) []cty.Value {
	values := make([]cty.Value, count)
	for i := range values {
		values[i] = cty.Zero
	}
	return values
}

func TestCheckValue(t *testing.T) {
	list := cty.ListVal(zeros(1000))
	for _, each := range []struct {
		value      cty.Value
		isTooLarge bool
	}{
		{cty.NullVal(cty.String), false},
		{cty.DynamicVal, false},
		{list, false},
		{repeat("x", MaxText), false},
		{repeat("x", MaxText+1), true},
		{cty.TupleVal([]cty.Value{repeat("x", MaxText+1).Mark("m")}), true},
		{cty.MustParseNumberVal("1e1000"), false},
		{cty.MustParseNumberVal("1e1300"), true},
		{cty.MustParseNumberVal("1e-1300"), true},
	} {
		if err := CheckValue(each.value); errors.As(err, new(LimitError)) != each.isTooLarge {
			t.Errorf("%s: %v", each.value.Type().FriendlyName(), err)
		}
	}
}

func TestCodeOf(t *testing.T) {
	table := Table(files.Reader{Root: "/workspace"})
	for _, each := range []struct {
		name string
		args []cty.Value
		want terraform.Code
	}{
		{"file", []cty.Value{cty.StringVal("/etc/passwd")}, terraform.FileAccess},
		{"file", []cty.Value{cty.StringVal("nope")}, terraform.FileAccess},
		{"filemd5", []cty.Value{cty.StringVal("nope")}, terraform.FileAccess},
		{"fileset", []cty.Value{cty.StringVal("/etc"), cty.StringVal("*")}, terraform.FileAccess},
		{"indent", []cty.Value{cty.NumberIntVal(1 << 30), cty.StringVal("a\nb")}, terraform.Limit},
		{"indent", []cty.Value{cty.NumberIntVal(-1), cty.StringVal("a\nb")}, terraform.FunctionCall},
		{"regex", []cty.Value{cty.StringVal("["), cty.StringVal("a")}, terraform.FunctionCall},
	} {
		_, err := table[each.name].Call(each.args)
		if got := CodeOf(err); err == nil || got != each.want {
			t.Errorf("%s: %s for %v, want %s", each.name, got, err, each.want)
		}
		if err != nil && strings.Contains(err.Error(), "goroutine") {
			t.Errorf("%s: %v", each.name, err)
		}
	}
}
