package console

import (
	"maps"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// typeText writes a type as the console's type function does: what is within
// objects and tuples on lines of its own.
func typeText(kind cty.Type) string {
	var said strings.Builder
	writeType(&said, kind, "")
	return said.String()
}

func writeType(said *strings.Builder, kind cty.Type, indent string) {
	switch {
	case kind.IsObjectType():
		writeAttributes(said, kind.AttributeTypes(), indent)
	case kind.IsTupleType():
		writeElements(said, kind.TupleElementTypes(), indent)
	case kind.IsListType():
		writeElement(said, "list", kind.ElementType(), indent)
	case kind.IsSetType():
		writeElement(said, "set", kind.ElementType(), indent)
	case kind.IsMapType():
		writeElement(said, "map", kind.ElementType(), indent)
	default:
		said.WriteString(kind.FriendlyName())
	}
}

func writeAttributes(said *strings.Builder, attributes map[string]cty.Type, indent string) {
	if len(attributes) == 0 {
		said.WriteString("object({})")
		return
	}
	said.WriteString("object({\n")
	for _, name := range slices.Sorted(maps.Keys(attributes)) {
		said.WriteString(indent + "    " + name + ": ")
		writeType(said, attributes[name], indent+"    ")
		said.WriteString(",\n")
	}
	said.WriteString(indent + "})")
}

func writeElements(said *strings.Builder, elements []cty.Type, indent string) {
	if len(elements) == 0 {
		said.WriteString("tuple([])")
		return
	}
	said.WriteString("tuple([\n")
	for _, element := range elements {
		said.WriteString(indent + "    ")
		writeType(said, element, indent+"    ")
		said.WriteString(",\n")
	}
	said.WriteString(indent + "])")
}

func writeElement(said *strings.Builder, name string, element cty.Type, indent string) {
	said.WriteString(name + "(")
	if element.IsObjectType() && len(element.AttributeTypes()) > 0 || element.IsTupleType() && len(element.TupleElementTypes()) > 0 {
		said.WriteString("\n" + indent + "    ")
		writeType(said, element, indent+"    ")
		said.WriteString(",\n" + indent)
	} else {
		writeType(said, element, indent)
	}
	said.WriteString(")")
}
