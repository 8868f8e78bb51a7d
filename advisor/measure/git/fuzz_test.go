package git

import (
	"strings"
	"testing"
)

// FuzzNames: whatever files and owners a repository has, its modules and teams are
// counted.
func FuzzNames(f *testing.F) {
	f.Add("src/a/x.go\nsrc/b/y.py\nREADME.md", "* @org/team-a @b\n/src/ @org/c # x")
	f.Fuzz(func(t *testing.T, names, owners string) {
		if n := countTeams(owners); n < 0 || n > len(owners) {
			t.Errorf("%q has %d teams", owners, n)
		}
		tree := tree{}
		for name := range strings.SplitSeq(names, "\n") {
			if isSource(name) {
				tree.sources = append(tree.sources, name)
			}
		}
		tree.findModules()
		for m, n := range tree.modules {
			if n < 2 || n > len(tree.sources) || m == "" {
				t.Errorf("%q: module %q has %d of %d files", names, m, n, len(tree.sources))
			}
		}
	})
}
