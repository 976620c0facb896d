package main

import (
	"go/ast"
	"strings"
)

// valueTypes are the types that pflag and flag have a method for, with what the value's Type() answers.
var valueTypes = map[string]string{
	"Bool": "bool", "Count": "count", "Duration": "duration", "Float32": "float32", "Float64": "float64", "IP": "ip",
	"IPNet": "ipNet", "IPSlice": "ipSlice", "Int": "int", "Int32": "int32", "Int32Slice": "int32Slice", "Int64": "int64", "IntSlice": "intSlice",
	"String": "string", "StringArray": "stringArray", "StringSlice": "stringSlice", "StringToString": "stringToString",
	"Uint": "uint", "Uint16": "uint16", "Uint32": "uint32", "Uint64": "uint64",
}

// flagSetMethod is a call of a method of a flag set.
func (w *walker) flagSetMethod(f *frame, call *ast.CallExpr, set *flagSet, method string) value {
	switch method {
	case "FlagSet", "Flags", "FlagSets":
		return value{set: set}
	case "AddFlagSet", "AddGoFlagSet":
		if other := w.evaluate(f, call.Args[0]); other.set != nil {
			set.addSet(other.set)
		} else {
			w.gap(call, "adds an unknown flag set")
		}
	case "MarkDeprecated":
		w.markDeprecated(f, call, set)
	case "VisitAll":
		w.visitAll(f, call, set)
	case "AddFlag":
		w.gap(call, "adds a flag of another set")
	case "MarkHidden", "SetNormalizeFunc", "Lookup", "MarkShorthandDeprecated", "GetNormalizeFunc", "Changed",
		"AddGoFlag", "SetOutput":
	default:
		w.define(f, call, set, method)
	}
	return value{}
}

func (w *walker) markDeprecated(f *frame, call *ast.CallExpr, set *flagSet) {
	name, message := w.evaluate(f, call.Args[0]).text, w.evaluate(f, call.Args[1]).text
	if name == nil || message == nil || !set.deprecate(*name, *message) {
		w.gap(call, "deprecates an unknown flag")
	}
}

// define is `StringVar(&x, "name", ...)` and its relatives.
func (w *walker) define(f *frame, call *ast.CallExpr, set *flagSet, method string) {
	form := strings.TrimSuffix(method, "P")
	hasShorthand := form != method && form != "I"
	if method == "IP" || method == "IPVar" {
		form, hasShorthand = method, false
	}
	position := 0
	typeName := strings.TrimSuffix(form, "Var")
	if typeName != form {
		position = 1
	}
	flag := Flag{Type: valueTypes[typeName]}
	if typeName == "" {
		flag.Type = w.typeOfValue(f, call.Args[0])
	}
	if len(call.Args) <= position+1 {
		w.gap(call, "unknown method %s", method)
		return
	}
	if name := w.evaluate(f, call.Args[position]).text; name != nil {
		flag.Name = *name
	}
	if hasShorthand {
		if shorthand := w.evaluate(f, call.Args[position+1]).text; shorthand != nil {
			flag.Shorthand = *shorthand
		}
	}
	if flag.Name == "" || flag.Type == "" || strings.Contains(flag.Name, "%") {
		w.gap(call, "cannot read name %q, type %q of %s", flag.Name, flag.Type, method)
		return
	}
	flag.Optional = flag.Type == "bool"
	set.add(flag)
}

// typeOfValue is the type of a flag that has a value of its own: `fs.Var(value, ...)`.
func (w *walker) typeOfValue(f *frame, expr ast.Expr) string {
	t := w.evaluate(f, expr).typ
	if name := w.source.valueType(t); name != "" {
		return name
	}
	switch expr := t.pointee().expr.(type) {
	case *ast.Ident:
		return knownTypes[expr.Name[strings.LastIndexAny(expr.Name, "./")+1:]]
	case *ast.SelectorExpr:
		return knownTypes[expr.Sel.Name]
	}
	return ""
}

// visitAll reads what the kubelet does with the flags that the configuration file replaces: all are marked with one
// message, but for those in a map and those that a condition names.
func (w *walker) visitAll(f *frame, call *ast.CallExpr, set *flagSet) {
	function, isLiteral := call.Args[0].(*ast.FuncLit)
	if !isLiteral {
		w.gap(call, "visits flags with a named function")
		return
	}
	spared := map[string]bool{}
	message := ""
	ast.Inspect(function, func(node ast.Node) bool {
		if copied, isCall := node.(*ast.CallExpr); isCall {
			w.copyVisited(f, copied, set)
		}
		if assignment, isAssignment := node.(*ast.AssignStmt); isAssignment {
			if target, isField := assignment.Lhs[0].(*ast.SelectorExpr); isField && target.Sel.Name == "Deprecated" {
				if text := w.evaluate(f, assignment.Rhs[0]).text; text != nil {
					message = *text
				}
			}
		}
		return true
	})
	for _, word := range f.spared(function) {
		spared[word] = true
	}
	if message == "" {
		return
	}
	for name, flag := range set.flags {
		if !spared[name] {
			flag.Deprecated = message
		}
	}
}

// copyVisited is `other.AddGoFlag(flag)` in a visiting function: all flags go to the other set.
func (w *walker) copyVisited(f *frame, call *ast.CallExpr, set *flagSet) {
	method, isMethod := call.Fun.(*ast.SelectorExpr)
	if !isMethod || method.Sel.Name != "AddGoFlag" {
		return
	}
	if other := w.evaluate(f, method.X); other.set != nil {
		other.set.addSet(set)
	}
}
