package main

import (
	"go/ast"
	"strings"
)

// call evaluates a call. Calls that a flag set takes part in are walked into; of all others the result's type counts.
func (w *walker) call(f *frame, call *ast.CallExpr) value {
	switch function := call.Fun.(type) {
	case *ast.Ident:
		if _, isLocal := f.locals[function.Name]; isLocal || f.pkg == nil {
			return value{}
		}
		if function.Name == "string" && len(call.Args) == 1 {
			return w.evaluate(f, call.Args[0])
		}
		return w.callFunction(f, call, f.pkg.path, f.pkg, function.Name)
	case *ast.SelectorExpr:
		if qualifier, isName := function.X.(*ast.Ident); isName {
			_, isLocal := f.locals[qualifier.Name]
			if importPath := f.importPath(qualifier.Name); !isLocal && importPath != "" {
				return w.callFunction(f, call, importPath, w.source.load(importPath), function.Sel.Name)
			}
		}
		return w.callMethod(f, call, function)
	case *ast.ParenExpr, *ast.ArrayType:
		if len(call.Args) == 1 {
			return w.evaluate(f, call.Args[0])
		}
	}
	return value{}
}

func (w *walker) callFunction(f *frame, call *ast.CallExpr, importPath string, pkg *goPackage, name string) value {
	qualified := importPath + "." + name
	if qualified == "fmt.Sprintf" {
		return w.formatted(f, call.Args)
	}
	if strings.HasSuffix(qualified, "flag.NewFlagSet") {
		return value{set: newFlagSet()}
	}
	arguments := w.evaluateAll(f, call.Args)
	if known, isKnown := knownFunctions[qualified]; isKnown {
		known(w, arguments)
		return value{}
	}
	passesSet := anySet(arguments)
	if pkg == nil {
		if passesSet {
			w.gap(call, "cannot read %s", qualified)
		}
		return value{typ: goType{expr: &ast.Ident{Name: qualified}}}
	}
	function, found := pkg.funcs[name]
	if !found {
		if _, isType := pkg.types[name]; isType {
			return w.conversion(f, call, pkg, name)
		}
		if passesSet {
			w.gap(call, "no function %s", qualified)
		}
		return value{}
	}
	return w.enter(function, arguments, passesSet, qualified)
}

// conversion keeps a string that is given another type.
func (w *walker) conversion(f *frame, call *ast.CallExpr, pkg *goPackage, name string) value {
	converted := value{}
	if len(call.Args) == 1 {
		converted = w.evaluate(f, call.Args[0])
	}
	converted.typ = goType{pkg.types[name].scope, &ast.Ident{Name: name}}
	return converted
}

// enter walks into a function that has to do with flags and gives its result.
func (w *walker) enter(function declared[*ast.FuncDecl], arguments []value, passesSet bool, qualified string) value {
	results := function.node.Type.Results
	result := value{}
	if results != nil && len(results.List) > 0 {
		result.typ = goType{function.scope, results.List[0].Type}
	}
	if !passesSet && !isFlagSet(result.typ) {
		// A constructor that answers an interface says its type by its own name only.
		if result.typ.isNamed("Value") {
			result.typ = goType{expr: &ast.Ident{Name: qualified}}
		}
		return result
	}
	walked := w.run(function, arguments)
	if walked.set != nil {
		return walked
	}
	return result
}

func (w *walker) callMethod(f *frame, call *ast.CallExpr, function *ast.SelectorExpr) value {
	owner := w.evaluate(f, function.X)
	name := function.Sel.Name
	if owner.set != nil {
		return w.flagSetMethod(f, call, owner.set, name)
	}
	arguments := w.evaluateAll(f, call.Args)
	passesSet := anySet(arguments)
	if name == "Flags" && owner.typ.isNamed("Command") {
		return value{set: newFlagSet()}
	}
	method, found := w.source.method(owner.typ, name)
	if !found {
		if passesSet {
			w.gap(call, "no method %s", name)
		}
		return value{}
	}
	return w.enter(method, arguments, passesSet, method.pkg.path+"."+name)
}

func (w *walker) evaluateAll(f *frame, expressions []ast.Expr) []value {
	values := make([]value, len(expressions))
	for i, expression := range expressions {
		values[i] = w.evaluate(f, expression)
	}
	return values
}

func anySet(values []value) bool {
	for _, argument := range values {
		if argument.set != nil {
			return true
		}
	}
	return false
}
