package evaluate

import (
	"encoding/json"
	"math/big"
	"strconv"

	"github.com/zclconf/go-cty/cty"

	"windtunnel/core/terraform/functions"
)

// fromJSON makes a value of decoded JSON, with the types that it implies; a
// list of texts, numbers or booleans becomes a list, as providers have it.
func fromJSON(given any) cty.Value {
	switch given := given.(type) {
	case string:
		return cty.StringVal(given)
	case bool:
		return cty.BoolVal(given)
	case json.Number:
		return number(given.String())
	case float64:
		return cty.NumberFloatVal(given)
	case int:
		return cty.NumberIntVal(int64(given))
	case []any:
		return sequence(given)
	case []string:
		return sequence(anyOf(given))
	case map[string]any:
		members := make(map[string]cty.Value, len(given))
		for name, member := range given {
			members[name] = fromJSON(member)
		}
		return cty.ObjectVal(members)
	}
	return cty.NullVal(cty.DynamicPseudoType)
}

func number(text string) cty.Value {
	value, err := cty.ParseNumberVal(text)
	if err != nil || functions.CheckValue(value) != nil {
		return cty.NullVal(cty.Number)
	}
	return value
}

func anyOf(texts []string) []any {
	list := make([]any, len(texts))
	for index, each := range texts {
		list[index] = each
	}
	return list
}

func sequence(given []any) cty.Value {
	members := make([]cty.Value, len(given))
	isList := len(given) > 0
	for index, member := range given {
		members[index] = fromJSON(member)
		isList = isList && members[index].Type().IsPrimitiveType() && members[index].Type() == members[0].Type()
	}
	if isList {
		return cty.ListVal(members)
	}
	return cty.TupleVal(members)
}

// exact writes a number without loss, and without an exponent unless it would
// fill a page.
func exact(value *big.Float) json.Number {
	if whole, accuracy := value.Int64(); accuracy == big.Exact {
		return json.Number(strconv.FormatInt(whole, 10))
	}
	if exponent := value.MantExp(nil); exponent > 4096 || exponent < -4096 {
		return json.Number(value.Text('g', -1))
	}
	return json.Number(value.Text('f', -1))
}
