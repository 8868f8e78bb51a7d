package git

import (
	"cmp"
	"path"
	"slices"
	"strings"
)

// languages are the endings of source files, in the words of work.runtime.
var languages = map[string]string{
	".go": "go", ".java": "java", ".kt": "java", ".scala": "java", ".clj": "java", ".groovy": "java",
	".js": "node", ".mjs": "node", ".cjs": "node", ".ts": "node", ".tsx": "node", ".jsx": "node", ".vue": "node", ".svelte": "node",
	".py": "python", ".cs": "dotnet", ".fs": "dotnet", ".vb": "dotnet", ".rb": "ruby", ".rs": "rust",
	".php": "php", ".c": "c", ".cc": "c++", ".cpp": "c++", ".h": "c", ".hpp": "c++", ".ex": "elixir", ".exs": "elixir", ".erl": "erlang",
	".hs": "haskell", ".ml": "ocaml", ".swift": "swift", ".dart": "dart", ".pl": "perl", ".pm": "perl", ".lua": "lua",
}

// aside are folders, among the first three of a path, whose files are not parts of
// the program: org/springframework/samples further down is a name.
var aside = map[string]bool{"test": true, "tests": true, "testing": true, "testdata": true, "spec": true, "__tests__": true, "doc": true, "docs": true, "documentation": true,
	"vendor": true, "node_modules": true, "third_party": true, "thirdparty": true, "external": true, "deps": true, "examples": true, "example": true, "samples": true, "benchmarks": true,
	"fixtures": true, "scripts": true, "tools": true, "hack": true, "build": true, "dist": true, "contrib": true}

// tree is what the newest commit holds.
type tree struct {
	sources   []string // paths of source files
	languages map[string]int
	deploys   int    // Dockerfiles and the like: what is deployed on its own, perhaps
	functions bool   // a file that deploys functions
	teams     int    // of CODEOWNERS, 0 if there is none
	base      string // the folder whose folders are the modules, "" or with a slash
	modules   map[string]int
}

// source reports whether a path is a source file of the program.
func source(name string) bool {
	if languages[path.Ext(name)] == "" || strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, ".min.js") {
		return false
	}
	for i, folder := range strings.Split(path.Dir(name), "/") {
		if i < 3 && aside[strings.ToLower(folder)] || strings.HasPrefix(folder, ".") && folder != "." {
			return false
		}
	}
	return true
}

// readTree lists the files of a revision and finds its modules.
func readTree(r *repo, revision string) (*tree, error) {
	t := &tree{languages: map[string]int{}, modules: map[string]int{}}
	owners := ""
	err := r.lines(0, func(line []byte) {
		name := string(line)
		switch base := strings.ToLower(path.Base(name)); {
		case base == "codeowners" && (owners == "" || len(name) < len(owners)):
			owners = name
		case base == "dockerfile" || strings.HasPrefix(base, "dockerfile.") || base == "procfile":
			t.deploys++
		case base == "serverless.yml" || base == "serverless.yaml" || base == "samconfig.toml":
			t.deploys, t.functions = t.deploys+1, true
		}
		if source(name) {
			t.sources = append(t.sources, name)
			t.languages[languages[path.Ext(name)]]++
		}
	}, "ls-tree", "-r", "-z", "--name-only", "--full-tree", revision)
	if err != nil {
		return nil, err
	}
	if owners != "" {
		t.teams = countTeams(r.text("cat-file", "blob", revision+":"+owners))
	}
	t.findModules()
	return t, nil
}

// countTeams counts the different teams that own something: @organisation/team.
func countTeams(text string) int {
	teams := map[string]bool{}
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		for _, word := range strings.Fields(line) {
			if strings.HasPrefix(word, "@") && strings.Contains(word, "/") {
				teams[strings.ToLower(word)] = true
			}
		}
	}
	return len(teams)
}

// mostInOne is the share of the files in one folder above which its folders, not
// those beside it, are the modules: src/main/java/org/shop, internal, pkg.
const mostInOne = 0.7

// findModules descends while one folder holds nearly everything.
func (t *tree) findModules() {
	for {
		t.modules = map[string]int{}
		for _, name := range t.sources {
			if m := t.module(name); m != "" {
				t.modules[m]++
			}
		}
		names := t.names()
		if len(names) == 0 || float64(t.modules[names[0]]) < mostInOne*float64(len(t.sources)) || !t.deeper(names[0]) {
			break
		}
		t.base += names[0] + "/"
	}
	for m, n := range t.modules {
		if n < 2 { // a folder with one file is no part
			delete(t.modules, m)
		}
	}
}

// deeper says whether a module has folders of sources.
func (t *tree) deeper(module string) bool {
	return slices.ContainsFunc(t.sources, func(name string) bool {
		rest, ok := strings.CutPrefix(name, t.base+module+"/")
		return ok && strings.Contains(rest, "/")
	})
}

// module is the part that a file belongs to, "" if to none.
func (t *tree) module(name string) string {
	rest, ok := strings.CutPrefix(name, t.base)
	if !ok {
		return ""
	}
	m, _, inside := strings.Cut(rest, "/")
	if !inside {
		return ""
	}
	return m
}

// names are the modules, the one with most files first.
func (t *tree) names() []string { return byCount(t.modules) }

func byCount(counts map[string]int) []string {
	var names []string
	for n := range counts {
		names = append(names, n)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	return names
}
