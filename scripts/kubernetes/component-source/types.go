package main

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

// goType is a type expression and where its names are resolved.
type goType struct {
	scope
	expr ast.Expr
}

func (t goType) known() bool { return t.expr != nil }

// pointee takes the stars off.
func (t goType) pointee() goType {
	for {
		star, isPointer := t.expr.(*ast.StarExpr)
		if !isPointer {
			return t
		}
		t.expr = star.X
	}
}

// named answers the declaration of a named type, following aliases; ok is false for other types and for those of
// modules that are not loaded.
func (s *source) named(t goType) (declared[*ast.TypeSpec], bool) {
	t = t.pointee()
	pkg, name := t.pkg, ""
	switch expr := t.expr.(type) {
	case *ast.Ident:
		name = expr.Name
	case *ast.SelectorExpr:
		if qualifier, isName := expr.X.(*ast.Ident); isName {
			pkg, name = s.load(t.importPath(qualifier.Name)), expr.Sel.Name
		}
	}
	if pkg == nil {
		return declared[*ast.TypeSpec]{}, false
	}
	spec, found := pkg.types[name]
	if found && spec.node.Assign != token.NoPos {
		return s.named(goType{spec.scope, spec.node.Type})
	}
	return spec, found
}

// isNamed tells whether a type is called `pkg.Name`, whatever it points at.
func (t goType) isNamed(name string) bool {
	selector, isSelector := t.pointee().expr.(*ast.SelectorExpr)
	return isSelector && selector.Sel.Name == name
}

// field answers the type of a field, also of an embedded struct.
func (s *source) field(t goType, name string) goType {
	spec, found := s.named(t)
	if !found {
		return goType{}
	}
	structure, isStruct := spec.node.Type.(*ast.StructType)
	if !isStruct {
		// `type A B` has the fields of B.
		if _, isInterface := spec.node.Type.(*ast.InterfaceType); isInterface {
			return goType{}
		}
		return s.field(goType{spec.scope, spec.node.Type}, name)
	}
	for _, field := range structure.Fields.List {
		for _, fieldName := range field.Names {
			if fieldName.Name == name {
				return goType{spec.scope, field.Type}
			}
		}
		if len(field.Names) == 0 && embeddedName(field.Type) == name {
			return goType{spec.scope, field.Type}
		}
	}
	for _, field := range structure.Fields.List {
		if len(field.Names) == 0 {
			if inner := s.field(goType{spec.scope, field.Type}, name); inner.known() {
				return inner
			}
		}
	}
	return goType{}
}

func embeddedName(expr ast.Expr) string {
	switch expr := expr.(type) {
	case *ast.StarExpr:
		return embeddedName(expr.X)
	case *ast.SelectorExpr:
		return expr.Sel.Name
	case *ast.Ident:
		return expr.Name
	}
	return ""
}

// method finds the body of a method; of an interface, the one implementation in its package.
func (s *source) method(t goType, name string) (declared[*ast.FuncDecl], bool) {
	spec, found := s.named(t)
	if !found {
		return declared[*ast.FuncDecl]{}, false
	}
	if method, found := spec.pkg.funcs[spec.node.Name.Name+"."+name]; found {
		return method, true
	}
	if structure, isStruct := spec.node.Type.(*ast.StructType); isStruct {
		for _, field := range structure.Fields.List {
			if len(field.Names) == 0 {
				if method, found := s.method(goType{spec.scope, field.Type}, name); found {
					return method, true
				}
			}
		}
	}
	if _, isInterface := spec.node.Type.(*ast.InterfaceType); isInterface {
		return onlyMethod(spec.pkg, name)
	}
	return declared[*ast.FuncDecl]{}, false
}

func onlyMethod(pkg *goPackage, name string) (declared[*ast.FuncDecl], bool) {
	var only declared[*ast.FuncDecl]
	count := 0
	for key, method := range pkg.funcs {
		if strings.HasSuffix(key, "."+name) {
			only = method
			count++
		}
	}
	return only, count == 1
}

// valueType is what a flag value's Type() answers, read from its `return "..."`.
func (s *source) valueType(t goType) string {
	method, found := s.method(t, "Type")
	if !found {
		return ""
	}
	for _, statement := range method.node.Body.List {
		if answer, isReturn := statement.(*ast.ReturnStmt); isReturn && len(answer.Results) == 1 {
			if literal, isLiteral := answer.Results[0].(*ast.BasicLit); isLiteral {
				text, _ := strconv.Unquote(literal.Value)
				return text
			}
		}
	}
	return ""
}
