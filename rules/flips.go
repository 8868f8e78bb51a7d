package rules

import (
	"math"
	"sort"
)

// Segment is a stretch of one fact's values over which the same conditions
// hold, everything else as it is.
type Segment struct {
	Low, High float64 // both included
	Fired     []uint64
}

// Flips returns the conditions that hold along one fact's domain, in rising
// order; neighbours differ. Between two thresholds of the fact itself nothing
// can change; expressions that read the fact are followed numerically.
func (g *Program) Flips(v []float64, fact int) []Segment {
	t := g.tables
	rest := append([]uint64(nil), t.base...)
	var moving []int
	for i := range t.columns {
		c := &t.columns[i]
		if c.reads(fact) {
			moving = append(moving, i)
			continue
		}
		and(rest, t.must[t.set(i, v):])
	}
	return g.along(v, fact, rest, moving)
}

// AllFlips is Flips of every fact at once. The part that does not move with a
// fact comes from intersections over the expressions before and after it, so
// that all facts cost little more than one.
func (g *Program) AllFlips(v []float64) [][]Segment {
	t := g.tables
	n, w := len(t.columns), t.words
	before := make([]uint64, (n+1)*w) // before[i]: columns 0..i-1
	after := make([]uint64, (n+1)*w)  // after[i]: columns i..n-1
	copy(before, t.base)
	for i := range after {
		after[i] = ^uint64(0)
	}
	at := make([]int, n)
	for i := range n {
		at[i] = t.set(i, v)
		copy(before[(i+1)*w:], before[i*w:(i+1)*w])
		and(before[(i+1)*w:(i+2)*w], t.must[at[i]:])
	}
	for i := n - 1; i >= 0; i-- {
		copy(after[i*w:(i+1)*w], after[(i+1)*w:])
		and(after[i*w:(i+1)*w], t.must[at[i]:])
	}
	out := make([][]Segment, len(g.schema.facts))
	rest := make([]uint64, w)
	for fact := range out {
		copy(rest, before)
		from := 0
		var moving []int
		for i := range t.columns {
			if !t.columns[i].reads(fact) {
				continue
			}
			moving = append(moving, i)
			// what lies between this column and the last moving one
			if from == 0 && len(moving) == 1 {
				copy(rest, before[i*w:(i+1)*w])
			} else {
				for k := from; k < i; k++ {
					and(rest, t.must[at[k]:])
				}
			}
			from = i + 1
		}
		and(rest, after[from*w:])
		if len(moving) == 0 {
			copy(rest, before[n*w:])
		}
		out[fact] = g.along(v, fact, rest, moving)
	}
	return out
}

func (c *column) reads(fact int) bool {
	if c.fact >= 0 {
		return int(c.fact) == fact
	}
	for _, f := range c.facts {
		if f == fact {
			return true
		}
	}
	return false
}

// along walks one fact through its domain.
func (g *Program) along(v []float64, fact int, rest []uint64, moving []int) []Segment {
	t := g.tables
	work := append([]float64(nil), v...)
	starts := g.starts(work, fact, moving)
	var out []Segment
	acc := make([]uint64, t.words)
	for i, k := range starts[:len(starts)-1] {
		work[fact] = valueOf(k)
		copy(acc, rest)
		for _, m := range moving {
			and(acc, t.must[t.set(m, work):])
		}
		fired := make([]uint64, g.Words())
		for w, word := range acc {
			t.fold(w, word, fired)
		}
		for _, d := range t.direct {
			if d.cond.eval(work) == True {
				fired[d.index>>6] |= 1 << (d.index & 63)
			}
		}
		high := valueOf(starts[i+1] - 1)
		if n := len(out); n > 0 && same(out[n-1].Fired, fired) {
			out[n-1].High = high
			continue
		}
		out = append(out, Segment{valueOf(k), high, fired})
	}
	return out
}

func same(a, b []uint64) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// starts are the keys at which a segment of the fact's domain may begin, and
// the end.
func (g *Program) starts(v []float64, fact int, moving []int) []uint64 {
	t := g.tables
	f := &g.schema.facts[fact]
	lo, hi := f.domain()
	if f.Kind != FactNumber {
		var keys []uint64
		for x := lo; x <= hi; x++ {
			keys = append(keys, keyOf(x))
		}
		return append(keys, keyOf(hi)+1)
	}
	first, end := keyOf(lo), keyOf(hi)+1
	keys := []uint64{first, end}
	for _, m := range moving {
		c := &t.columns[m]
		if c.fact >= 0 {
			keys = append(keys, t.cuts[c.from:c.to]...)
			continue
		}
		keys = append(keys, g.crossings(v, fact, func() int { return t.set(m, v) }, first, end)...)
	}
	for _, d := range t.direct {
		keys = append(keys, g.crossings(v, fact, func() int { return int(d.cond.eval(v)) }, first, end)...)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	out := keys[:0]
	for _, k := range keys {
		if k >= first && k <= end && (len(out) == 0 || k != out[len(out)-1]) {
			out = append(out, k)
		}
	}
	return out
}

// maxTurns bounds the changes that are looked for within one step.
const maxTurns = 64

// crossings finds where the answer of at changes along the fact, by steps over
// the domain and then by halves.
func (g *Program) crossings(v []float64, fact int, at func() int, first, end uint64) []uint64 {
	keep := v[fact]
	defer func() { v[fact] = keep }()
	probe := func(k uint64) int {
		v[fact] = valueOf(k)
		return at()
	}
	var out []uint64
	marks := gridKeys(first, end)
	a := marks[0]
	was := probe(a)
	for _, b := range marks[1:] {
		is := probe(b)
		for from, left, turns := a, was, 0; left != is && turns < maxTurns; turns++ {
			no, yes := from, b
			for yes-no > 1 {
				mid := no + (yes-no)/2
				if probe(mid) == left {
					no = mid
				} else {
					yes = mid
				}
			}
			out = append(out, yes)
			from, left = yes, probe(yes)
		}
		a, was = b, is
	}
	return out
}

// gridKeys are marks over a domain, half of them evenly by value and half by
// magnitude, so that neither small nor large thresholds are missed.
func gridKeys(first, end uint64) []uint64 {
	const n = 64
	lo, hi := clamp(valueOf(first)), clamp(valueOf(end-1))
	keys := []uint64{first, end - 1}
	for i := 1; i < n; i++ {
		part := float64(i) / n
		keys = append(keys, keyOf(lo+(hi-lo)*part))
		scale := math.Max(math.Abs(lo), math.Abs(hi))
		x := scale * math.Pow(10, -15*part)
		keys = append(keys, keyOf(x), keyOf(-x))
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	out := keys[:0]
	for _, k := range keys {
		if k >= first && k < end && (len(out) == 0 || k != out[len(out)-1]) {
			out = append(out, k)
		}
	}
	return out
}
