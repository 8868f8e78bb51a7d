package rules

import (
	"math"

	"archadvisor/rules/numeral"
)

// Missing is one condition that keeps a statement from firing, with the
// nearest value that would satisfy it while everything else stays as it is.
type Missing struct {
	Fact  int     // to change
	Name  string  // of the fact
	Value float64 // now; not-a-number if unknown
	Want  float64 // nearest value that satisfies the condition
	// Just tells that Want itself does not satisfy a strict comparison written
	// with a round number, but the next value up (1) or down (-1) does: the
	// number to show is Want, the number to set is Set.
	Just int
	Set  float64
	Text string // for people: "team.engineers is 8, needs at least 34"
}

// WhyNot tells what keeps a rule or gate from firing, for the way of its
// condition that comes nearest: the one with the fewest failing parts. It is
// empty if the statement fires, or if it is a measure. Failing parts whose
// facts could not satisfy them, whatever their value, are left out.
func (g *Program) WhyNot(stmt int, v []float64) []Missing {
	c := g.condition(stmt)
	if c == nil || c.eval(v) == True {
		return nil
	}
	failing := g.nearestRow(c, v)
	var out []Missing
	for _, f := range failing {
		if m, ok := g.missing(f, v); ok {
			out = append(out, m)
		}
	}
	return out
}

// failure is an expression that must come into a set and is not in it.
type failure struct {
	x  *num
	in set
}

// nearestRow returns the failing parts of the row with the fewest of them, an
// unknown value counting half.
func (g *Program) nearestRow(c *cond, v []float64) []failure {
	cols := newColumns(true)
	rows, ok := cols.rows(c, false)
	if !ok {
		return nil
	}
	var best []failure
	least := math.Inf(1)
	for _, r := range rows {
		var fails []failure
		weight := 0.0
		for _, f := range r {
			x := cols.exprs[f.col].eval(v)
			switch {
			case x != x:
				weight += 0.5
			case !f.in.has(keyOf(x)):
				weight++
			default:
				continue
			}
			fails = append(fails, failure{cols.exprs[f.col], f.in})
		}
		if weight < least {
			best, least = fails, weight
		}
	}
	return best
}

// missing finds the nearest value of one fact that satisfies a failing part.
// Of an expression of several facts it takes the fact whose value must move
// least, in proportion.
func (g *Program) missing(f failure, v []float64) (Missing, bool) {
	if f.x.op == 'f' {
		return g.nearestValue(f, v)
	}
	var best Missing
	least := math.Inf(1)
	seen := map[int]bool{}
	work := append([]float64(nil), v...)
	f.x.visit(func(fact int) {
		if seen[fact] || g.schema.facts[fact].Kind != FactNumber {
			return
		}
		seen[fact] = true
		want, ok := g.solve(f, fact, work)
		if far := math.Abs(want-v[fact]) / math.Max(math.Abs(v[fact]), 1e-9); ok && (far < least || far != far && best.Name == "") {
			least = far
			best = Missing{Fact: fact, Name: g.schema.facts[fact].Name, Value: v[fact], Want: want, Set: want}
		}
	})
	if best.Name == "" {
		return best, false
	}
	best.Text = g.missingText(&best, "")
	return best, true
}

// nearestValue is missing for a single fact: the nearest end of the set.
func (g *Program) nearestValue(f failure, v []float64) (Missing, bool) {
	i := f.x.fact
	fact := &g.schema.facts[i]
	m := Missing{Fact: i, Name: fact.Name, Value: v[i]}
	from := v[i]
	lo, hi := fact.domain()
	if from != from {
		from = lo
		if math.IsInf(lo, 0) {
			from = 0
		}
	}
	set, ok := f.in.and(between(lo, hi)).nearest(from)
	if !ok {
		return m, false
	}
	m.Set, m.Want = set, set
	m.Want, m.Just = round(set)
	word := ""
	if fact.Kind == FactNumber && len(f.in) > 0 {
		word = direction(&m, f.in)
	}
	m.Text = g.missingText(&m, word)
	return m, true
}

// round recognises the neighbour of a number that people would write.
func round(x float64) (shown float64, just int) {
	k := keyOf(x)
	short := func(y float64) int { return len(numeral.Plain(y)) }
	for _, c := range [2]struct {
		key  uint64
		just int
	}{{k - 1, 1}, {k + 1, -1}} {
		if y := valueOf(c.key); shortest(y) < shortest(x) && short(y) <= short(x) {
			return y, c.just
		}
	}
	return x, 0
}

// direction words how the value must lie to the threshold.
func direction(m *Missing, in set) string {
	k := keyOf(m.Set)
	for _, p := range in {
		if k < p.lo || k >= p.hi {
			continue
		}
		switch {
		case p.hi-p.lo == 1:
			return ""
		case m.Just > 0:
			return "more than "
		case m.Just < 0:
			return "less than "
		case k == p.lo:
			return "at least "
		default:
			return "at most "
		}
	}
	return ""
}

func (g *Program) missingText(m *Missing, word string) string {
	return m.Name + " is " + g.schema.Format(m.Fact, m.Value) + ", needs " + word + g.schema.Format(m.Fact, m.Want)
}

// solve finds the value of one fact, nearest to its own, that brings the
// expression into the set, by looking outwards in steps and closing in on the
// first change.
func (g *Program) solve(f failure, fact int, v []float64) (float64, bool) {
	keep := v[fact]
	defer func() { v[fact] = keep }()
	holds := func(x float64) bool {
		v[fact] = x
		y := f.x.eval(v)
		return y == y && f.in.has(keyOf(y))
	}
	lo, hi := g.schema.facts[fact].domain()
	start := keep
	if start != start {
		start = math.Max(lo, math.Min(hi, 1))
	}
	best, found := 0.0, false
	for _, end := range [2]float64{lo, hi} {
		if x, ok := outwards(start, end, holds); ok && (!found || math.Abs(x-start) < math.Abs(best-start)) {
			best, found = x, true
		}
	}
	return best, found
}

// outwards steps from start to end, first by ever larger parts, and returns
// the value nearest to start that holds; exact to the last bit if the answer
// changes once in a step.
func outwards(start, end float64, holds func(float64) bool) (float64, bool) {
	const steps = 96
	a, b := keyOf(start), keyOf(clamp(end))
	last := a
	for i := 1; i <= steps; i++ {
		part := float64(i) / steps
		part *= part * part
		k := stepKey(a, b, part)
		if !holds(valueOf(k)) {
			last = k
			continue
		}
		no, yes := last, k
		for no != yes && no+1 != yes && yes+1 != no {
			mid := no/2 + yes/2 + no&yes&1
			if holds(valueOf(mid)) {
				yes = mid
			} else {
				no = mid
			}
		}
		return valueOf(yes), true
	}
	return 0, false
}

func stepKey(a, b uint64, part float64) uint64 {
	if b >= a {
		return a + uint64(part*float64(b-a))
	}
	return a - uint64(part*float64(a-b))
}

// clamp keeps a search away from infinity.
func clamp(x float64) float64 { return math.Max(-1e15, math.Min(1e15, x)) }
