package main

import (
	"fmt"
	"go/ast"
	"reflect"
	"sort"
	"strconv"
	"strings"
)

// Schema is the part of an OpenAPI schema that a Go type says something about.
type Schema struct {
	Type                 string            `json:"type,omitempty"`
	Format               string            `json:"format,omitempty"`
	Ref                  string            `json:"$ref,omitempty"`
	Properties           map[string]Schema `json:"properties,omitempty"`
	Items                *Schema           `json:"items,omitempty"`
	AdditionalProperties *Schema           `json:"additionalProperties,omitempty"`
}

// schemas makes OpenAPI definitions of struct types, as encoding/json would decode into them.
type schemas struct {
	source      *source
	definitions map[string]Schema
	gaps        []string
}

// selfDecoding are types with an UnmarshalJSON of their own that the tables know by name.
var selfDecoding = map[string]bool{
	"io.k8s.apimachinery.pkg.api.resource.Quantity":   true,
	"io.k8s.apimachinery.pkg.apis.meta.v1.Duration":   true,
	"io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1":   true,
	"io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime":  true,
	"io.k8s.apimachinery.pkg.apis.meta.v1.Time":       true,
	"io.k8s.apimachinery.pkg.runtime.RawExtension":    true,
	"io.k8s.apimachinery.pkg.util.intstr.IntOrString": true,
}

// otherDecoding are the other types that decode themselves.
var otherDecoding = map[string]Schema{
	"BootstrapTokenString": {Type: "string"},
	// Whatever it is, as bytes.
	"Unknown": {},
	// A duration string or a number of nanoseconds.
	"TimeOrMetaDuration": {},
}

var basicTypes = map[string]Schema{
	"string": {Type: "string"}, "bool": {Type: "boolean"}, "float64": {Type: "number", Format: "double"},
	"float32": {Type: "number", Format: "double"}, "int32": {Type: "integer", Format: "int32"},
	"int": {Type: "integer", Format: "int64"}, "int64": {Type: "integer", Format: "int64"},
	"uint32": {Type: "integer", Format: "int64"}, "uint64": {Type: "integer", Format: "int64"},
	"uint": {Type: "integer", Format: "int64"}, "int16": {Type: "integer", Format: "int32"},
	"uint16": {Type: "integer", Format: "int32"}, "any": {},
}

// swaggerName of `k8s.io/api/core/v1.Pod` is `io.k8s.api.core.v1.Pod`.
func swaggerName(importPath, name string) string {
	host, rest, _ := strings.Cut(importPath, "/")
	labels := strings.Split(host, ".")
	for i, j := 0, len(labels)-1; i < j; i, j = i+1, j-1 {
		labels[i], labels[j] = labels[j], labels[i]
	}
	return strings.ReplaceAll(strings.Join(labels, ".")+"/"+rest+"/"+name, "/", ".")
}

// define adds the definition of a struct and of all that it holds; false when there is no such type.
func (s *schemas) define(importPath, name string) bool {
	pkg := s.source.load(importPath)
	if pkg == nil {
		return false
	}
	spec, found := pkg.types[name]
	if found {
		s.ofType(goType{spec.scope, &ast.Ident{Name: name}})
	}
	return found
}

func (s *schemas) ofType(t goType) Schema {
	switch expr := t.expr.(type) {
	case *ast.StarExpr:
		return s.ofType(goType{t.scope, expr.X})
	case *ast.ArrayType:
		if element, isName := expr.Elt.(*ast.Ident); isName && element.Name == "byte" {
			return Schema{Type: "string", Format: "byte"}
		}
		items := s.ofType(goType{t.scope, expr.Elt})
		return Schema{Type: "array", Items: &items}
	case *ast.MapType:
		values := s.ofType(goType{t.scope, expr.Value})
		return Schema{Type: "object", AdditionalProperties: &values}
	case *ast.Ident:
		if basic, isBasic := basicTypes[expr.Name]; isBasic {
			return basic
		}
		return s.ofNamed(t)
	case *ast.SelectorExpr:
		return s.ofNamed(t)
	case *ast.InterfaceType:
		return Schema{}
	}
	s.gaps = append(s.gaps, fmt.Sprintf("%s: cannot read a type %T", t.pkg.path, t.expr))
	return Schema{}
}

func (s *schemas) ofNamed(t goType) Schema {
	if selector, isSelector := t.expr.(*ast.SelectorExpr); isSelector {
		if qualifier, isName := selector.X.(*ast.Ident); isName && t.importPath(qualifier.Name) == "time" {
			return basicTypes["int64"]
		}
	}
	spec, found := s.source.named(t)
	if !found {
		s.gaps = append(s.gaps, fmt.Sprintf("%s: cannot find a type", t.pkg.path))
		return Schema{}
	}
	name := swaggerName(spec.pkg.path, spec.node.Name.Name)
	if selfDecoding[name] {
		return Schema{Ref: "#/definitions/" + name}
	}
	if decoder, decodes := s.source.method(t, "UnmarshalJSON"); decodes {
		return s.ofDecoder(decoder)
	}
	structure, isStruct := spec.node.Type.(*ast.StructType)
	if !isStruct {
		return s.ofType(goType{spec.scope, spec.node.Type})
	}
	if _, known := s.definitions[name]; !known {
		definition := Schema{Type: "object", Properties: map[string]Schema{}}
		s.definitions[name] = definition
		s.addFields(definition.Properties, spec.scope, structure)
	}
	return Schema{Ref: "#/definitions/" + name}
}

// ofDecoder is a type whose own or embedded UnmarshalJSON reads it.
func (s *schemas) ofDecoder(decoder declared[*ast.FuncDecl]) Schema {
	receiver, _, _ := strings.Cut(funcName(decoder.node), ".")
	if name := swaggerName(decoder.pkg.path, receiver); selfDecoding[name] {
		return Schema{Ref: "#/definitions/" + name}
	}
	schema, known := otherDecoding[receiver]
	if !known {
		s.gaps = append(s.gaps, decoder.pkg.path+"."+receiver+" decodes itself")
	}
	return schema
}

func (s *schemas) addFields(properties map[string]Schema, here scope, structure *ast.StructType) {
	for _, field := range structure.Fields.List {
		name, options := jsonName(field)
		if name == "-" {
			continue
		}
		if name == "" && (len(field.Names) == 0 || strings.Contains(options, "inline")) {
			s.addEmbedded(properties, goType{here, field.Type})
			continue
		}
		if name == "" {
			name = field.Names[0].Name
			if !ast.IsExported(name) {
				continue
			}
		}
		properties[name] = s.ofType(goType{here, field.Type})
	}
}

func (s *schemas) addEmbedded(properties map[string]Schema, t goType) {
	spec, found := s.source.named(t)
	structure, isStruct := (*ast.StructType)(nil), false
	if found {
		structure, isStruct = spec.node.Type.(*ast.StructType)
	}
	if !isStruct {
		s.gaps = append(s.gaps, t.pkg.path+": cannot read an embedded type")
		return
	}
	s.addFields(properties, spec.scope, structure)
}

func jsonName(field *ast.Field) (name, options string) {
	if field.Tag == nil {
		return "", ""
	}
	tag, _ := strconv.Unquote(field.Tag.Value)
	name, options, _ = strings.Cut(reflect.StructTag(tag).Get("json"), ",")
	return name, options
}

// SchemaAnswer holds the definitions of one release, and the types that it has of those that were asked for.
type SchemaAnswer struct {
	Minor       int               `json:"minor"`
	Definitions map[string]Schema `json:"definitions"`
	Found       []string          `json:"found"`
	Gaps        []string          `json:"gaps"`
}

// readSchemas defines the given types, written `import/path.Type`.
func readSchemas(release Release, types []string) SchemaAnswer {
	found := []string{}
	s := schemas{source: newSource(release.Modules), definitions: map[string]Schema{}}
	for _, asked := range types {
		cut := strings.LastIndex(asked, ".")
		if s.define(asked[:cut], asked[cut+1:]) {
			found = append(found, swaggerName(asked[:cut], asked[cut+1:]))
		}
	}
	sort.Strings(found)
	return SchemaAnswer{Minor: release.Minor, Definitions: s.definitions, Found: found, Gaps: s.gaps}
}
