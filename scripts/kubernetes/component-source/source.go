package main

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// source finds packages in the modules of one release.
type source struct {
	modules  map[string]string
	packages map[string]*goPackage
	files    *token.FileSet
}

// goPackage is the syntax of one package as it is on Linux.
type goPackage struct {
	path string
	// funcs are by name, methods by `Type.Method`.
	funcs  map[string]declared[*ast.FuncDecl]
	types  map[string]declared[*ast.TypeSpec]
	values map[string]declared[valueSpec]
}

// declared is a declaration with what is needed to resolve the names in it.
type declared[T any] struct {
	scope
	node T
}

// scope resolves names: those of the package and those that the file imports.
type scope struct {
	pkg  *goPackage
	file *ast.File
}

type valueSpec struct {
	typ   ast.Expr
	value ast.Expr
}

func newSource(modules map[string]string) *source {
	return &source{modules: modules, packages: map[string]*goPackage{}, files: token.NewFileSet()}
}

// load answers nil for a package of another module.
func (s *source) load(importPath string) *goPackage {
	if pkg, known := s.packages[importPath]; known {
		return pkg
	}
	s.packages[importPath] = nil
	for module, folder := range s.modules {
		if importPath == module || strings.HasPrefix(importPath, module+"/") {
			s.packages[importPath] = s.parse(importPath, filepath.Join(folder, strings.TrimPrefix(importPath, module)))
		}
	}
	return s.packages[importPath]
}

func (s *source) parse(importPath, folder string) *goPackage {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	pkg := &goPackage{
		path:   importPath,
		funcs:  map[string]declared[*ast.FuncDecl]{},
		types:  map[string]declared[*ast.TypeSpec]{},
		values: map[string]declared[valueSpec]{},
	}
	linux := build.Default
	linux.GOOS, linux.GOARCH, linux.CgoEnabled = "linux", "amd64", false
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if matches, err := linux.MatchFile(folder, name); err != nil || !matches {
			continue
		}
		file, err := parser.ParseFile(s.files, filepath.Join(folder, name), nil, parser.SkipObjectResolution)
		if err != nil {
			fail(err)
		}
		pkg.declare(file)
	}
	return pkg
}

func (p *goPackage) declare(file *ast.File) {
	here := scope{p, file}
	for _, declaration := range file.Decls {
		switch node := declaration.(type) {
		case *ast.FuncDecl:
			p.funcs[funcName(node)] = declared[*ast.FuncDecl]{here, node}
		case *ast.GenDecl:
			p.declareSpecs(here, node)
		}
	}
}

func (p *goPackage) declareSpecs(here scope, node *ast.GenDecl) {
	for _, spec := range node.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			p.types[spec.Name.Name] = declared[*ast.TypeSpec]{here, spec}
		case *ast.ValueSpec:
			for i, name := range spec.Names {
				value := valueSpec{typ: spec.Type}
				if i < len(spec.Values) {
					value.value = spec.Values[i]
				}
				p.values[name.Name] = declared[valueSpec]{here, value}
			}
		}
	}
}

func funcName(node *ast.FuncDecl) string {
	if node.Recv == nil || len(node.Recv.List) == 0 {
		return node.Name.Name
	}
	receiver := node.Recv.List[0].Type
	if star, isPointer := receiver.(*ast.StarExpr); isPointer {
		receiver = star.X
	}
	if index, isGeneric := receiver.(*ast.IndexExpr); isGeneric {
		receiver = index.X
	}
	if name, isName := receiver.(*ast.Ident); isName {
		return name.Name + "." + node.Name.Name
	}
	return node.Name.Name
}

// importPath of the package that `name` stands for in this file; empty when it is none.
func (s scope) importPath(name string) string {
	for _, spec := range s.file.Imports {
		importPath, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		if spec.Name != nil {
			if spec.Name.Name == name {
				return importPath
			}
			continue
		}
		if packageName(importPath) == name {
			return importPath
		}
	}
	return ""
}

// packageName is the last element that is not a major version, which is what all packages that we read are called.
func packageName(importPath string) string {
	name := path.Base(importPath)
	if len(name) > 1 && name[0] == 'v' && strings.Trim(name[1:], "0123456789") == "" && strings.Contains(importPath, "klog") {
		name = path.Base(path.Dir(importPath))
	}
	return name
}
