package git

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

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

// apart is how many modules are left if those that cannot be cut count as one.
func (c *cochange) apart(modules []string) int {
	of := map[string]string{}
	for _, m := range modules {
		of[m] = m
	}
	n := len(modules)
	for _, p := range c.pairs {
		a, b := of[p.a], of[p.b]
		if p.degree < inseparable || a == b {
			continue
		}
		for m := range of {
			if of[m] == b {
				of[m] = a
			}
		}
		n--
	}
	return n
}
