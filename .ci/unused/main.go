// Command unused lists what only tests use: constants, variables, types,
// functions, methods and exported struct fields that no code of the program
// reads. It fails if there is one. Run it at the top of the repository:
//
//	go run ./.ci/unused
//
// A method counts as used if an interface of the program or of a package that
// it imports asks for it; a field, if it has a tag, since encoders read it by
// reflection; methods and fields, if a template or the help for templates names
// them. A field that is only written is not used. Constants that count with iota
// are left out: each holds a place.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

func main() {
	p := &program{fset: token.NewFileSet(), used: map[types.Object]bool{}, skipped: map[types.Object]bool{}, own: map[string]*types.Package{}}
	if err := p.load(); err != nil {
		fmt.Fprintln(os.Stderr, "unused:", err)
		os.Exit(2)
	}
	findings := p.unused()
	for _, f := range findings {
		fmt.Println(f)
	}
	if len(findings) > 0 {
		fmt.Fprintf(os.Stderr, "unused: %d found that no code but tests uses\n", len(findings))
		os.Exit(1)
	}
}

// program is every package of the module, type-checked without its tests.
type program struct {
	fset       *token.FileSet
	own        map[string]*types.Package // by path, in order of their imports
	declared   []types.Object            // package-level objects, methods and fields
	used       map[types.Object]bool
	skipped    map[types.Object]bool // with a tag, local, or counted by iota
	interfaces []*types.Interface
	templates  map[string]bool // names that templates use
}

// listed is a package as go list tells it.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
	Standard                bool
	Module                  *struct{ Main bool }
}

func (p *program) load() error {
	packages, err := list()
	if err != nil {
		return err
	}
	exports := map[string]string{}
	for _, k := range packages {
		exports[k.ImportPath] = k.Export
	}
	foreign := importer.ForCompiler(p.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	imports := importerFunc(func(path string) (*types.Package, error) {
		if own := p.own[path]; own != nil {
			return own, nil
		}
		return foreign.Import(path)
	})
	for _, k := range packages { // go list -deps names a package behind its imports
		if k.Module == nil || !k.Module.Main {
			continue
		}
		if err := p.check(k, imports); err != nil {
			return err
		}
	}
	if len(p.own) == 0 {
		return errors.New("no package of the module")
	}
	p.collectInterfaces()
	p.markAsked()
	return p.readTemplates(".")
}

// list asks the go command for all packages and what they import.
func list() ([]listed, error) {
	cmd := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles,Standard,Module", "./...")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var k listed
		if err := d.Decode(&k); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, k)
	}
}

type importerFunc func(path string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// check type-checks one package and notes what it declares and uses.
func (p *program) check(k listed, imports types.Importer) error {
	var files []*ast.File
	for _, name := range k.GoFiles {
		file, err := parser.ParseFile(p.fset, filepath.Join(k.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, file)
	}
	info := &types.Info{Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Types: map[ast.Expr]types.TypeAndValue{}}
	config := types.Config{Importer: imports}
	pkg, err := config.Check(k.ImportPath, p.fset, files, info)
	if err != nil {
		return err
	}
	p.own[k.ImportPath] = pkg
	for _, file := range files {
		p.walk(file, info)
	}
	for _, object := range info.Defs {
		if object != nil && p.counts(object, pkg) {
			p.declared = append(p.declared, object)
		}
	}
	return nil
}

// counts reports whether an object must be used: one declared at the top of a
// package, a method, or an exported field.
func (p *program) counts(object types.Object, pkg *types.Package) bool {
	if name := object.Name(); name == "_" || name == "init" || name == "main" {
		return false
	}
	switch o := object.(type) {
	case *types.Var:
		return o.IsField() && o.Exported() && !o.Embedded() || o.Parent() == pkg.Scope()
	case *types.Func:
		return true
	case *types.Const, *types.TypeName:
		return o.Parent() == pkg.Scope()
	}
	return false
}

// walk notes what a file uses. Inside the declaration of an object its own name
// is no use, and a field that is assigned to, or set in a literal, is not read.
func (p *program) walk(file *ast.File, info *types.Info) {
	written := map[*ast.Ident]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok {
				written[key] = true
			}
		case *ast.AssignStmt:
			for _, left := range n.Lhs {
				if s, ok := left.(*ast.SelectorExpr); ok && n.Tok == token.ASSIGN {
					written[s.Sel] = true
				}
			}
		case *ast.StructType:
			p.skipTagged(n, info)
		case *ast.InterfaceType:
			if i, ok := info.Types[n].Type.(*types.Interface); ok {
				p.interfaces = append(p.interfaces, i)
			}
		}
		return true
	})
	for _, declaration := range file.Decls {
		self := map[types.Object]bool{}
		switch d := declaration.(type) {
		case *ast.FuncDecl:
			self[info.Defs[d.Name]] = true
			p.skipFields(d, info)
		case *ast.GenDecl:
			p.skipIota(d, info)
		}
		ast.Inspect(declaration, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			object := origin(info.Uses[id])
			if v, isVar := object.(*types.Var); isVar && v.IsField() && written[id] {
				return true
			}
			if object != nil && !self[object] {
				p.used[object] = true
			}
			return true
		})
	}
}

// origin is the declared object behind one of a generic type's instances.
func origin(object types.Object) types.Object {
	switch o := object.(type) {
	case *types.Func:
		return o.Origin()
	case *types.Var:
		return o.Origin()
	}
	return object
}

// skipTagged leaves the fields with a tag out.
func (p *program) skipTagged(n *ast.StructType, info *types.Info) {
	for _, field := range n.Fields.List {
		for _, name := range field.Names {
			if field.Tag != nil {
				p.skipped[info.Defs[name]] = true
			}
		}
	}
}

// skipFields leaves the fields of types that are local to a function out.
func (p *program) skipFields(f *ast.FuncDecl, info *types.Info) {
	ast.Inspect(f, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := info.Defs[id].(*types.Var); ok && v.IsField() {
				p.skipped[v] = true
			}
		}
		return true
	})
}

// skipIota leaves the constants of a group that counts out.
func (p *program) skipIota(d *ast.GenDecl, info *types.Info) {
	counts := false
	ast.Inspect(d, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && d.Tok == token.CONST {
			counts = counts || id.Name == "iota"
		}
		return !counts
	})
	for _, spec := range d.Specs {
		if v, ok := spec.(*ast.ValueSpec); ok && counts {
			for _, name := range v.Names {
				p.skipped[info.Defs[name]] = true
			}
		}
	}
}

// collectInterfaces takes the interfaces of all packages that ours import.
func (p *program) collectInterfaces() {
	seen := map[*types.Package]bool{}
	for _, own := range p.own {
		for _, k := range append(own.Imports(), own) {
			if seen[k] {
				continue
			}
			seen[k] = true
			for _, name := range k.Scope().Names() {
				if t, ok := k.Scope().Lookup(name).(*types.TypeName); ok {
					if i, ok := t.Type().Underlying().(*types.Interface); ok {
						p.interfaces = append(p.interfaces, i)
					}
				}
			}
		}
	}
	p.interfaces = append(p.interfaces, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

var exportedName = regexp.MustCompile(`\b[A-Z]\w*`)

// readTemplates takes the exported names in templates and in the help for them.
func (p *program) readTemplates(root string) error {
	p.templates = map[string]bool{}
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Base(filepath.Dir(path)) != "templates" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, name := range exportedName.FindAllString(string(data), -1) {
			p.templates[name] = true
		}
		return nil
	})
}

// unused lists what is declared and not used, by place.
func (p *program) unused() []string {
	var out []string
	for _, object := range p.declared {
		if !p.used[object] && !p.skipped[object] && !p.byReflection(object) && !p.asked(object) {
			at := p.fset.Position(object.Pos())
			if dir, err := os.Getwd(); err == nil {
				if rel, err := filepath.Rel(dir, at.Filename); err == nil {
					at.Filename = rel
				}
			}
			out = append(out, fmt.Sprintf("%s:%d: %s", at.Filename, at.Line, described(object)))
		}
	}
	sort.Strings(out)
	return out
}

// byReflection reports whether templates may use a method or field.
func (p *program) byReflection(object types.Object) bool {
	switch o := object.(type) {
	case *types.Func:
		return o.Signature().Recv() != nil && p.templates[o.Name()]
	case *types.Var:
		return o.IsField() && p.templates[o.Name()]
	}
	return false
}

// asked reports whether a method is one of an interface, or one that errors
// looks for. Those that interfaces ask of types are marked by markAsked.
func (p *program) asked(object types.Object) bool {
	f, ok := object.(*types.Func)
	if !ok || f.Signature().Recv() == nil {
		return false
	}
	name := f.Name()
	return types.IsInterface(f.Signature().Recv().Type()) || name == "Is" || name == "As" || name == "Unwrap"
}

// markAsked marks the methods with which types of the program fill an interface,
// also those that they have from a type inside them.
func (p *program) markAsked() {
	for _, pkg := range p.own {
		for _, name := range pkg.Scope().Names() {
			t, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || types.IsInterface(t.Type()) {
				continue
			}
			pointer := types.NewPointer(t.Type())
			for _, i := range p.interfaces {
				if !types.Implements(pointer, i) {
					continue
				}
				for m := range i.Methods() {
					if f, _, _ := types.LookupFieldOrMethod(pointer, false, pkg, m.Name()); f != nil {
						p.used[origin(f)] = true
					}
				}
			}
		}
	}
}

// described is what an object is, for people.
func described(object types.Object) string {
	switch o := object.(type) {
	case *types.Func:
		if receiver := o.Signature().Recv(); receiver != nil {
			return fmt.Sprintf("method %s of %s", o.Name(), types.TypeString(receiver.Type(), (*types.Package).Name))
		}
		return "func " + o.Name()
	case *types.Var:
		if o.IsField() {
			return "field " + o.Name()
		}
		return "var " + o.Name()
	case *types.Const:
		return "const " + o.Name()
	}
	return "type " + object.Name()
}
