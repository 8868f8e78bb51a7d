package git

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// What counts of co-change, as code-maat (A. Tornhill) counts it by default: a pair
// needs five commits in common, a commit of more than thirty files is a sweep, and
// the degree of a pair is its commits in common over the mean of both; from 30 % on
// it is coupled. At half, two parts change together more often than alone: they
// cannot be cut.
const (
	leastShared = 5
	sweep       = 30
	coupled     = 0.3
	inseparable = 0.5
	manyCommits = 20000 // the newest ones are enough to see
	coupledSpan = 2 * year
)

// pair is two modules that change together.
type pair struct {
	a, b   string
	shared int
	degree float64
}

// cochange is how the modules of a tree changed together.
type cochange struct {
	commits, several int // that touched modules; that touched more than one
	sweeps           int // left out
	pairs            []pair
}

// readChanges reads the files of the commits of two years, merges left out.
func readChanges(r *repo, revision string, t *tree, now int) (*cochange, error) {
	c := &cochange{}
	each, both := map[string]int{}, map[[2]string]int{}
	touched, files := map[string]bool{}, 0
	flush := func() {
		switch {
		case files > sweep:
			c.sweeps++
		case len(touched) > 0:
			c.add(touched, each, both)
		}
		clear(touched)
		files = 0
	}
	err := r.lines(0, func(line []byte) {
		if len(line) == 0 || line[0] == '\x1e' { // the head of a commit
			flush()
			return
		}
		if line[0] == '\n' {
			line = line[1:]
		}
		name := string(line)
		files++
		if m := t.module(name); m != "" && t.modules[m] > 0 && source(name) {
			touched[m] = true
		}
	}, "log", "--no-merges", "--no-renames", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--format=%x1e", "-n", strconv.Itoa(manyCommits),
		"--since="+strconv.Itoa(now-coupledSpan), "--until="+strconv.Itoa(now), revision, "--")
	if err != nil {
		return nil, err
	}
	flush()
	for p, n := range both {
		degree := float64(n) / (float64(each[p[0]]+each[p[1]]) / 2)
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
func (c *cochange) add(touched map[string]bool, each map[string]int, both map[[2]string]int) {
	c.commits++
	if len(touched) > 1 {
		c.several++
	}
	var names []string
	for m := range touched {
		names = append(names, m)
	}
	slices.Sort(names)
	for i, a := range names {
		each[a]++
		for _, b := range names[i+1:] {
			both[[2]string{a, b}]++
		}
	}
}

// share is the share of the commits that touch more than one module.
func (c *cochange) share() float64 { return float64(c.several) / math.Max(1, float64(c.commits)) }

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
