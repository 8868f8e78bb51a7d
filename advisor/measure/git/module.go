package git

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"archadvisor/rules/source"
)

// languages are the endings of source files, in the words of work.runtime.
var languages = map[string]string{
	".go": "go", ".java": "java", ".kt": "java", ".scala": "java", ".clj": "java", ".groovy": "java", ".js": "node", ".mjs": "node", ".cjs": "node", ".ts": "node", ".tsx": "node",
	".jsx": "node", ".vue": "node", ".svelte": "node", ".py": "python", ".cs": "dotnet", ".fs": "dotnet", ".vb": "dotnet", ".rb": "ruby", ".rs": "rust", ".php": "php", ".c": "c", ".cc": "c++",
	".cpp": "c++", ".h": "c", ".hpp": "c++", ".ex": "elixir", ".exs": "elixir", ".erl": "erlang", ".hs": "haskell", ".ml": "ocaml", ".swift": "swift", ".dart": "dart", ".pl": "perl", ".pm": "perl", ".lua": "lua",
}

// Folders among the first three of a path whose files are no parts of the program
// (org/springframework/samples further down is a name), hidden folders, tests, and what is made by tools.
var (
	aside    = source.Pattern(`(?i)^([^/]+/){0,2}(tests?|testing|testdata|spec|__tests__|docs?|documentation|vendor|node_modules|third_?party|external|deps|examples?|samples|benchmarks|fixtures|scripts|tools|hack|build|dist|contrib)/|(^|/)\.[^/]+/|_test\.go$|\.min\.js$`)
	deployed = source.Pattern(`(?i)(^|/)(dockerfile(\.[^/]*)?|procfile|serverless\.ya?ml|samconfig\.toml)$`)
)

type tree struct {
	sources   []string       // paths of source files
	languages map[string]int // files of each
	deploys   int            // Dockerfiles and the like: what is deployed on its own, perhaps
	teams     int            // of CODEOWNERS, 0 if there is none
	base      string         // the folder whose folders are the modules, "" or with a slash
	modules   map[string]int // files of each
}

// isSource reports whether a path is a source file of the program.
func isSource(name string) bool { return languages[path.Ext(name)] != "" && !aside().MatchString(name) }

func readTree(r *repo, revision string) (*tree, error) {
	t := &tree{languages: map[string]int{}}
	owners := ""
	err := r.lines(0, func(name string) {
		if base := path.Base(name); base == "CODEOWNERS" && (owners == "" || len(name) < len(owners)) {
			owners = name
		}
		if deployed().MatchString(name) {
			t.deploys++
		}
		if isSource(name) {
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
		for _, word := range strings.Fields(strings.ToLower(line)) {
			if strings.HasPrefix(word, "@") && strings.Contains(word, "/") {
				teams[word] = true
			}
		}
	}
	return len(teams)
}

const mostInOne = 0.7 // the share of files in one folder above which its folders are the modules: internal, pkg

// findModules descends while one folder holds nearly everything. A folder with one file is no module.
func (t *tree) findModules() {
	for {
		t.modules = map[string]int{}
		for _, name := range t.sources {
			if m := t.module(name); m != "" {
				t.modules[m]++
			}
		}
		list := byCount(t.modules)
		if len(list) == 0 || float64(t.modules[list[0]]) < mostInOne*float64(len(t.sources)) {
			break
		}
		below := tree{base: t.base + list[0] + "/"}
		if !slices.ContainsFunc(t.sources, func(name string) bool { return below.module(name) != "" }) {
			break
		}
		t.base = below.base
	}
	maps.DeleteFunc(t.modules, func(_ string, n int) bool { return n < 2 })
}

// module is the part that a file belongs to, "" if to none.
func (t *tree) module(name string) string {
	rest, _ := strings.CutPrefix(name, t.base)
	m, _, inside := strings.Cut(rest, "/")
	if !inside || len(rest)+len(t.base) != len(name) {
		return ""
	}
	return m
}

func byCount(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
}

// What counts of co-change, as code-maat (A. Tornhill) counts it by default: a pair needs five commits in common, a
// commit of more than thirty files is a sweep, and the degree of a pair is its commits in common over the mean of both;
// from 30 % on it is coupled. At half, two parts change together more often than alone: they cannot be cut.
const (
	leastShared = 5
	sweep       = 30
	coupled     = 0.3
	inseparable = 0.5
	manyCommits = 20000 // the newest ones are enough to see
	coupledSpan = 2 * year
)

type pair struct {
	a, b   string
	shared int
	degree float64
}

// cochange is how the modules of a tree changed together.
type cochange struct {
	commits, several, sweeps int // that touched modules; more than one; that were left out
	each                     map[string]int
	both                     map[[2]string]int
	pairs                    []pair
}

// readChanges reads the files of the commits of two years, merges left out.
func readChanges(r *repo, revision string, t *tree, now int) (*cochange, error) {
	c := &cochange{each: map[string]int{}, both: map[[2]string]int{}}
	touched, files := map[string]bool{}, 0
	err := r.lines(0, func(line string) {
		if line == "" || line[0] == '\x1e' { // the head of a commit
			c.add(touched, files)
			touched, files = map[string]bool{}, 0
			return
		}
		files++
		name := strings.TrimPrefix(line, "\n")
		if m := t.module(name); t.modules[m] > 0 && isSource(name) {
			touched[m] = true
		}
	}, "log", "--no-merges", "--no-renames", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--format=%x1e", "-n", strconv.Itoa(manyCommits),
		"--since="+strconv.Itoa(now-coupledSpan), "--until="+strconv.Itoa(now), revision, "--")
	if err != nil {
		return nil, err
	}
	c.add(touched, files)
	for p, n := range c.both {
		degree := float64(n) / (float64(c.each[p[0]]+c.each[p[1]]) / 2)
		if n >= leastShared && degree >= coupled {
			c.pairs = append(c.pairs, pair{p[0], p[1], n, degree})
		}
	}
	slices.SortFunc(c.pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.degree, x.degree), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	return c, nil
}

// add counts a commit and every pair of what it touched.
func (c *cochange) add(touched map[string]bool, files int) {
	if files > sweep {
		c.sweeps++
		return
	}
	list := slices.Sorted(maps.Keys(touched))
	c.commits += min(1, len(list))
	c.several += min(1, len(list)/2)
	for i, a := range list {
		c.each[a]++
		for _, b := range list[i+1:] {
			c.both[[2]string{a, b}]++
		}
	}
}
