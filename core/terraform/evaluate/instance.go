package evaluate

import (
	"strconv"

	"github.com/zclconf/go-cty/cty"
)

// moduleInstance is one instance of a module call, in one instance of the
// module that calls.
type moduleInstance struct {
	of      *configModule
	parent  *moduleInstance
	address string
	repeated
}

// in gives an address in the module instance.
func (i *moduleInstance) in(local string) string {
	if i.address == "" {
		return local
	}
	return i.address + "." + local
}

// repeated is what count and for_each give to one instance.
type repeated struct {
	// key is cty.NilVal without count and for_each, a number or a string.
	key cty.Value
	// value is each.value; cty.NilVal without for_each.
	value cty.Value
}

var once = []repeated{{}}

// variables are the objects each and count of an instance.
func (r repeated) variables() map[string]cty.Value {
	switch {
	case r.key == cty.NilVal:
		return nil
	case r.value == cty.NilVal:
		return map[string]cty.Value{"count": cty.ObjectVal(map[string]cty.Value{"index": r.key})}
	}
	return map[string]cty.Value{"each": cty.ObjectVal(map[string]cty.Value{"key": r.key, "value": r.value})}
}

// plain gives the key as JSON has it.
func (r repeated) plain() any {
	switch {
	case r.key == cty.NilVal:
		return nil
	case r.key.Type() == cty.Number:
		index, _ := r.key.AsBigFloat().Int64()
		return index
	}
	return r.key.AsString()
}

func numberText(value cty.Value) string {
	index, _ := value.AsBigFloat().Int64()
	return strconv.FormatInt(index, 10)
}

// gather makes the value of a block of its instances: one value, a tuple for
// count, an object for for_each.
func gather(isCounted, isMapped bool, keys []repeated, values []cty.Value) cty.Value {
	switch {
	case isCounted:
		return cty.TupleVal(values)
	case isMapped:
		byKey := make(map[string]cty.Value, len(values))
		for index, value := range values {
			byKey[keys[index].key.AsString()] = value
		}
		return cty.ObjectVal(byKey)
	case len(values) == 1:
		return values[0]
	}
	return cty.DynamicVal
}
