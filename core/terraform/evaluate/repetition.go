package evaluate

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
	"github.com/zclconf/go-cty/cty/gocty"

	"windtunnel/core/terraform"
)

// repetition is the count or for_each of a block.
type repetition struct {
	count, forEach hcl.Expression
	context        *hcl.EvalContext
	address        string
	at             hcl.Range
}

// repeat gives the instances of a block; known is false where their number is
// not known, because something failed or there would be too many.
func (r *run) repeat(of repetition) (keys []repeated, known bool) {
	wanted, at := 1, of.at
	switch {
	case of.count != nil:
		at = of.count.Range()
		wanted, known = r.countOf(of)
	case of.forEach != nil:
		at = of.forEach.Range()
		keys, known = r.elementsOf(of)
		wanted = len(keys)
	default:
		keys, known = once, true
	}
	if !known {
		return nil, false
	}
	given, isAll := r.take(wanted, at, of.address)
	if of.count == nil {
		return keys[:given], isAll
	}
	for index := range given {
		keys = append(keys, repeated{key: cty.NumberIntVal(int64(index))})
	}
	return keys, isAll
}

func (r *run) countOf(of repetition) (int, bool) {
	value := r.value(of.count, of.context, of.address)
	bad := func(why, fix string) (int, bool) {
		r.report(terraform.Repetition, of.count.Range(), of.address, "Invalid count argument: "+why+".", fix)
		return 0, false
	}
	number, err := convert.Convert(bare(value), cty.Number)
	switch {
	case err != nil:
		return bad("unsuitable value for count, "+err.Error(), "")
	case number.IsNull():
		return bad("the count value is null, an integer is required", "")
	case !number.IsKnown():
		return 0, false
	}
	var count int
	if err := gocty.FromCtyValue(number, &count); err != nil {
		return bad("the count must be a whole number", "")
	}
	if count < 0 {
		return bad("the count must be greater than or equal to zero", "")
	}
	return count, true
}

func (r *run) elementsOf(of repetition) ([]repeated, bool) {
	value := r.value(of.forEach, of.context, of.address)
	bad := func(why, fix string) ([]repeated, bool) {
		r.report(terraform.Repetition, of.forEach.Range(), of.address, "Invalid for_each argument: "+why+".", fix)
		return nil, false
	}
	if isSensitive(value) {
		return bad("sensitive values cannot be used as for_each, since they would show in addresses", "")
	}
	value, marks := value.Unmark()
	kind := value.Type()
	switch {
	case value.IsNull() && kind != cty.DynamicPseudoType || value.IsKnown() && value.IsNull():
		return bad("the given value is null, a map or a set of strings is required", "")
	case kind == cty.DynamicPseudoType:
		return nil, false
	case kind.IsTupleType() || kind.IsListType():
		return bad("a map or a set of strings is required, not a "+family(kind), "Turn the list into a set with toset().")
	case kind.IsSetType():
		return r.setElements(value, bad)
	case !kind.IsMapType() && !kind.IsObjectType():
		return bad("a map or a set of strings is required, not a "+kind.FriendlyName(), "")
	case !value.IsKnown():
		return nil, false
	}
	var keys []repeated
	for key, element := range value.AsValueMap() {
		keys = append(keys, repeated{key: cty.StringVal(key), value: element.WithMarks(marks)})
	}
	return sortedByKey(keys), true
}

func family(kind cty.Type) string {
	if kind.IsTupleType() {
		return "tuple"
	}
	return "list"
}

func (r *run) setElements(value cty.Value, bad func(why, fix string) ([]repeated, bool)) ([]repeated, bool) {
	kind := value.Type().ElementType()
	if kind != cty.String && kind != cty.DynamicPseudoType {
		return bad("a set of strings is required, not a set of "+kind.FriendlyName(), "")
	}
	if !value.IsWhollyKnown() {
		return nil, false
	}
	var keys []repeated
	for _, element := range value.AsValueSlice() {
		if element.IsNull() {
			return bad("the set contains a null value", "")
		}
		keys = append(keys, repeated{key: element, value: element})
	}
	return sortedByKey(keys), true
}

func sortedByKey(keys []repeated) []repeated {
	byName := make(map[string]repeated, len(keys))
	for _, each := range keys {
		byName[each.key.AsString()] = each
	}
	sorted := make([]repeated, 0, len(keys))
	for _, name := range sortedKeys(byName) {
		sorted = append(sorted, byName[name])
	}
	return sorted
}
