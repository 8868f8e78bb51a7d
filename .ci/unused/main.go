// Command unused lists the constants, variables, types and exported fields that no code of the program but its tests
// reads, and fails if there is one; functions are the business of deadcode. Run it at the top of the repository:
//
//	go -C .ci/unused run . ../..
//
// A field counts as used if it has a tag, since encoders read it by reflection, or if a template
// names it; one that is only written does not. Constants that count with iota each hold a place.
package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"golang.org/x/tools/go/packages"
)

func main() {
	loaded, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: os.Args[len(os.Args)-1]}, "./...")
	if err != nil || packages.PrintErrors(loaded) > 0 {
		fmt.Fprintln(os.Stderr, "unused:", err)
		os.Exit(2)
	}
	found, used := map[string]string{}, inTemplates()
	for _, p := range loaded {
		spared := map[*ast.Ident]bool{}
		for _, file := range p.Syntax {
			ast.Inspect(file, func(n ast.Node) bool { return spare(n, spared) })
		}
		for id, object := range p.TypesInfo.Defs {
			if object != nil && !spared[id] && counts(object) {
				found[p.Fset.Position(id.Pos()).String()] = object.Name()
			}
		}
		for id, object := range p.TypesInfo.Uses {
			if v, ok := object.(*types.Var); ok {
				object = v.Origin()
			}
			if v, ok := object.(*types.Var); !ok || !v.IsField() || !spared[id] {
				used[p.Fset.Position(object.Pos()).String()] = true
			}
		}
	}
	maps.DeleteFunc(found, func(at, name string) bool { return used[at] || used[name] })
	for _, at := range slices.Sorted(maps.Keys(found)) {
		fmt.Println(at+":", found[at])
	}
	if len(found) > 0 {
		os.Exit(1)
	}
}

// counts reports whether an object must be used: one at the top of a package, or an exported field without a tag.
func counts(object types.Object) bool {
	switch o := object.(type) {
	case *types.Const, *types.TypeName, *types.Var:
		if v, ok := o.(*types.Var); ok && v.IsField() {
			return v.Exported() && !v.Embedded()
		}
		return object.Name() != "_" && object.Parent() == object.Pkg().Scope()
	}
	return false
}

// spare notes names that need no reader, where they are declared, and those that are written to.
func spare(n ast.Node, spared map[*ast.Ident]bool) bool {
	note := func(e ast.Node) {
		if id, ok := e.(*ast.Ident); ok {
			spared[id] = true
		}
	}
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		note(n.Key)
	case *ast.AssignStmt:
		for _, left := range n.Lhs {
			if s, ok := left.(*ast.SelectorExpr); ok && n.Tok == token.ASSIGN {
				note(s.Sel)
			}
		}
	case *ast.Field:
		if n.Tag != nil {
			for _, name := range n.Names {
				note(name)
			}
		}
	case *ast.GenDecl:
		counted := false
		ast.Inspect(n, func(k ast.Node) bool {
			id, ok := k.(*ast.Ident)
			counted = counted || ok && n.Tok == token.CONST && id.Name == "iota"
			return true
		})
		for _, s := range n.Specs {
			if v, ok := s.(*ast.ValueSpec); ok && counted {
				for _, name := range v.Names {
					note(name)
				}
			}
		}
	}
	return true
}

// inTemplates are the exported names in templates.
func inTemplates() map[string]bool {
	names := map[string]bool{}
	files, _ := filepath.Glob(filepath.Join(os.Args[len(os.Args)-1], "*/*/templates/*"))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			fmt.Fprintln(os.Stderr, "unused:", err)
			os.Exit(2)
		}
		for _, name := range regexp.MustCompile(`\b[A-Z]\w*`).FindAllString(string(text), -1) {
			names[name] = true
		}
	}
	return names
}
