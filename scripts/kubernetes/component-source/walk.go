package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
)

// walker follows flag sets through the functions that they are passed to.
type walker struct {
	source    *source
	component string
	minor     int
	gaps      []string
	depth     int
	// kept is what was assigned to a field `Flags`.
	kept *flagSet
}

func (w *walker) gap(node ast.Node, format string, arguments ...any) {
	place := w.source.files.Position(node.Pos())
	file := place.Filename[strings.LastIndex(place.Filename, "@")+1:]
	w.gaps = append(w.gaps, fmt.Sprintf("1.%d %s: %s:%d: %s", w.minor, w.component, file, place.Line, fmt.Sprintf(format, arguments...)))
}

// run walks a function with the given receiver and arguments, and gives its first result if that is a flag set.
func (w *walker) run(function declared[*ast.FuncDecl], arguments []value) value {
	if function.node.Body == nil || w.depth > 30 {
		return value{}
	}
	w.depth++
	defer func() { w.depth-- }()
	f := &frame{scope: function.scope, locals: map[string]value{}}
	if function.node.Recv != nil {
		for _, receiver := range function.node.Recv.List {
			f.bind(receiver.Names, typed(goType{function.scope, receiver.Type}))
		}
	}
	f.bindParameters(function.node.Type.Params, arguments)
	result := f.bindResult(function.node.Type.Results)
	w.walk(f, function.node.Body)
	for _, deferred := range f.later {
		w.walk(f, deferred.Body)
	}
	return result
}

func (f *frame) bind(names []*ast.Ident, bound value) {
	for _, name := range names {
		f.locals[name.Name] = bound
	}
}

func (f *frame) bindParameters(parameters *ast.FieldList, arguments []value) {
	position := 0
	for _, parameter := range parameters.List {
		for _, name := range parameter.Names {
			bound := value{typ: goType{f.scope, parameter.Type}}
			if position < len(arguments) {
				argument := arguments[position]
				bound.set, bound.text, bound.words = argument.set, argument.text, argument.words
			}
			f.locals[name.Name] = bound
			position++
		}
	}
}

// bindResult makes the flag set that a function returns; its name, if it has one, is a variable of the function.
func (f *frame) bindResult(results *ast.FieldList) value {
	if results == nil || len(results.List) == 0 {
		return value{}
	}
	result := typed(goType{f.scope, results.List[0].Type})
	f.bind(results.List[0].Names, result)
	if result.set != nil {
		f.locals["return"] = result
	}
	return result
}

func (w *walker) walk(f *frame, block *ast.BlockStmt) {
	for _, statement := range block.List {
		w.statement(f, statement)
	}
}

func (w *walker) statement(f *frame, statement ast.Stmt) {
	switch statement := statement.(type) {
	case *ast.ExprStmt:
		w.evaluate(f, statement.X)
	case *ast.AssignStmt:
		w.assign(f, statement)
	case *ast.DeclStmt:
		w.declare(f, statement)
	case *ast.DeferStmt:
		if function, isLiteral := statement.Call.Fun.(*ast.FuncLit); isLiteral {
			f.later = append(f.later, function)
		}
	case *ast.BlockStmt:
		w.walk(f, statement)
	case *ast.IfStmt:
		w.branch(f, statement)
	case *ast.RangeStmt:
		w.loop(f, statement)
	case *ast.ReturnStmt:
		w.result(f, statement)
	}
}

// branch walks both ways: which one is taken depends on the build, not on the user.
func (w *walker) branch(f *frame, statement *ast.IfStmt) {
	w.walk(f, statement.Body)
	if statement.Else != nil {
		w.statement(f, statement.Else)
	}
}

func (w *walker) loop(f *frame, statement *ast.RangeStmt) {
	name, isName := statement.Value.(*ast.Ident)
	list := w.evaluate(f, statement.X)
	if !isName || list.words == nil {
		return
	}
	for _, word := range list.words {
		f.locals[name.Name] = textValue(word)
		w.walk(f, statement.Body)
	}
}

func (w *walker) result(f *frame, statement *ast.ReturnStmt) {
	result, isSet := f.locals["return"]
	if !isSet || len(statement.Results) == 0 {
		return
	}
	if returned := w.evaluate(f, statement.Results[0]); returned.set != nil && returned.set != result.set {
		result.set.addSet(returned.set)
	}
}

func (w *walker) declare(f *frame, statement *ast.DeclStmt) {
	declaration, isGeneral := statement.Decl.(*ast.GenDecl)
	if !isGeneral {
		return
	}
	for _, spec := range declaration.Specs {
		values, isValue := spec.(*ast.ValueSpec)
		if !isValue {
			continue
		}
		for i, name := range values.Names {
			bound := value{}
			if i < len(values.Values) {
				bound = w.evaluate(f, values.Values[i])
			}
			if values.Type != nil {
				declared := typed(goType{f.scope, values.Type})
				bound.typ = declared.typ
				if bound.set == nil {
					bound.set = declared.set
				}
			}
			f.locals[name.Name] = bound
		}
	}
}

func (w *walker) assign(f *frame, statement *ast.AssignStmt) {
	for i, target := range statement.Lhs {
		if i >= len(statement.Rhs) {
			return
		}
		bound := w.evaluate(f, statement.Rhs[i])
		switch target := target.(type) {
		case *ast.Ident:
			// `=` to a variable that is declared elsewhere keeps its type.
			if statement.Tok == token.DEFINE || bound.set != nil || bound.text != nil {
				f.locals[target.Name] = bound
			}
		case *ast.SelectorExpr:
			if target.Sel.Name == "Flags" && bound.set != nil {
				w.kept = bound.set
			}
			w.deprecateLookup(f, target, bound)
		}
	}
}

// deprecateLookup reads `fs.Lookup("name").Deprecated = message`.
func (w *walker) deprecateLookup(f *frame, target *ast.SelectorExpr, message value) {
	lookup, isCall := target.X.(*ast.CallExpr)
	if !isCall || target.Sel.Name != "Deprecated" || message.text == nil || len(lookup.Args) != 1 {
		return
	}
	method, isMethod := lookup.Fun.(*ast.SelectorExpr)
	if !isMethod || method.Sel.Name != "Lookup" {
		return
	}
	set, name := w.evaluate(f, method.X).set, w.evaluate(f, lookup.Args[0]).text
	if set == nil || name == nil || !set.deprecate(*name, *message.text) {
		w.gap(target, "deprecates an unknown flag")
	}
}
