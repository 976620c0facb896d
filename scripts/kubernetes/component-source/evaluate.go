package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

// value is as much of an expression's value as reading flags needs.
type value struct {
	// text is set for strings that are known.
	text *string
	// set is a flag set, or a group of named ones, which count as one.
	set *flagSet
	typ goType
	// words is a list of string literals, or the keys of a map.
	words []string
}

// frame is a function that is being walked.
type frame struct {
	scope
	locals map[string]value
	// later holds deferred functions.
	later []*ast.FuncLit
}

func textValue(text string) value { return value{text: &text} }

func (w *walker) evaluate(f *frame, expr ast.Expr) value {
	switch expr := expr.(type) {
	case *ast.ParenExpr:
		return w.evaluate(f, expr.X)
	case *ast.UnaryExpr:
		return w.evaluate(f, expr.X)
	case *ast.StarExpr:
		return w.evaluate(f, expr.X)
	case *ast.BasicLit:
		if expr.Kind == token.STRING {
			text, _ := strconv.Unquote(expr.Value)
			return textValue(text)
		}
	case *ast.BinaryExpr:
		return w.joined(f, expr)
	case *ast.Ident:
		return w.name(f, expr.Name)
	case *ast.SelectorExpr:
		return w.selection(f, expr)
	case *ast.CompositeLit:
		return w.literal(f, expr)
	case *ast.CallExpr:
		return w.call(f, expr)
	}
	return value{}
}

func (w *walker) joined(f *frame, expr *ast.BinaryExpr) value {
	left, right := w.evaluate(f, expr.X), w.evaluate(f, expr.Y)
	if expr.Op != token.ADD || left.text == nil {
		return value{}
	}
	// Messages end with lists that are made at run time; their beginning is enough.
	if right.text == nil {
		return left
	}
	return textValue(*left.text + *right.text)
}

func (w *walker) name(f *frame, name string) value {
	if local, isLocal := f.locals[name]; isLocal {
		return local
	}
	return w.packageValue(f.pkg, name)
}

func (w *walker) packageValue(pkg *goPackage, name string) value {
	if pkg == nil {
		return value{}
	}
	spec, found := pkg.values[name]
	if !found {
		return value{}
	}
	if spec.node.typ != nil {
		if spec.node.value == nil {
			return value{typ: goType{spec.scope, spec.node.typ}}
		}
		known := w.evaluate(&frame{scope: spec.scope}, spec.node.value)
		known.typ = goType{spec.scope, spec.node.typ}
		return known
	}
	if spec.node.value == nil {
		return value{}
	}
	return w.evaluate(&frame{scope: spec.scope}, spec.node.value)
}

func (w *walker) selection(f *frame, expr *ast.SelectorExpr) value {
	if qualifier, isName := expr.X.(*ast.Ident); isName {
		if _, isLocal := f.locals[qualifier.Name]; !isLocal {
			if importPath := f.importPath(qualifier.Name); importPath != "" {
				if text, known := knownConstants[importPath+"."+expr.Sel.Name]; known {
					return textValue(text)
				}
				return w.packageValue(w.source.load(importPath), expr.Sel.Name)
			}
		}
	}
	owner := w.evaluate(f, expr.X)
	if !owner.typ.known() {
		return value{}
	}
	return typed(w.source.field(owner.typ, expr.Sel.Name))
}

// typed is a value of which only the type is known; flag sets get one of their own.
func typed(t goType) value {
	if isFlagSet(t) {
		return value{typ: t, set: newFlagSet()}
	}
	return value{typ: t}
}

func isFlagSet(t goType) bool {
	if t.isNamed("FlagSet") || t.isNamed("NamedFlagSets") {
		return true
	}
	// The interface of component-base/logs/api/v1 that both kinds of flag set have.
	name, isName := t.pointee().expr.(*ast.Ident)
	return isName && name.Name == "flagSet"
}

func (w *walker) literal(f *frame, expr *ast.CompositeLit) value {
	_, isList := expr.Type.(*ast.ArrayType)
	_, isMap := expr.Type.(*ast.MapType)
	if !isList && !isMap {
		return typed(goType{f.scope, expr.Type})
	}
	found := value{typ: goType{f.scope, expr.Type}}
	for _, element := range expr.Elts {
		if pair, isPair := element.(*ast.KeyValueExpr); isPair {
			element = pair.Key
		}
		if text := w.evaluate(f, element).text; text != nil {
			found.words = append(found.words, *text)
		}
	}
	return found
}

// formatted is fmt.Sprintf with strings.
func (w *walker) formatted(f *frame, arguments []ast.Expr) value {
	format := w.evaluate(f, arguments[0]).text
	if format == nil {
		return value{}
	}
	var words []any
	for _, argument := range arguments[1:] {
		word := w.evaluate(f, argument).text
		if word == nil {
			// A message with something unknown in it is still a message; a name is not used then.
			return value{text: format}
		}
		words = append(words, *word)
	}
	return textValue(fmt.Sprintf(strings.ReplaceAll(*format, "%v", "%s"), words...))
}
