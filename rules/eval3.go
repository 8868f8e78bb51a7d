package rules

import "math"

// Eval3 writes which conditions must hold and which may, for values that lie
// between lo and hi; not-a-number in both is unknown: anything in the fact's
// domain. Fired is must, undecided is may without must, asleep is neither. Both
// have at least Words() words. It does not allocate.
func (g *Program) Eval3(lo, hi []float64, must, may []uint64) {
	t := g.tables
	t.clear(must)
	t.clear(may)
	if t.words <= 2 {
		t.both2(lo, hi, g.schema.facts, must, may)
	} else {
		t.bothN(lo, hi, g.schema.facts, must, may)
	}
	for i := range t.direct {
		d := &t.direct[i]
		bit := uint64(1) << (d.index & 63)
		switch d.cond.bounds(lo, hi, g.schema.facts) {
		case True:
			must[d.index>>6] |= bit
			may[d.index>>6] |= bit
		case Unknown:
			may[d.index>>6] |= bit
		}
	}
}

// places returns the first and the last set that the values of a column may be
// in. One value, or none at all, is one set.
func (t *tables) places(i int, lo, hi []float64, facts []Fact) (first, last int) {
	h := &t.hot[i]
	var x, y float64
	if h.fact >= 0 {
		x, y = lo[h.fact], hi[h.fact]
	} else {
		x, y = t.columns[i].expr.interval(lo, hi, facts)
	}
	at := int(h.at) + t.words*t.segment(h, x)
	if math.Float64bits(x) == math.Float64bits(y) {
		return at, at
	}
	to := int(h.at) + t.words*t.segment(h, y)
	switch {
	case x != x:
		return at, at
	case y != y:
		return to, to
	}
	return min(at, to), max(at, to)
}

// both2 is Eval3 for packs of up to 128 rows.
func (t *tables) both2(lo, hi []float64, facts []Fact, must, may []uint64) {
	second := t.words - 1
	sure0, open0 := t.base[0], t.base[0]
	sure1, open1 := t.base[second], t.base[second]
	for i := range t.hot {
		at, last := t.places(i, lo, hi, facts)
		if at != last {
			all0, any0 := t.over(at, last)
			all1, any1 := t.over(at+second, last+second)
			sure0, open0 = sure0&all0, open0&any0
			sure1, open1 = sure1&all1, open1&any1
			continue
		}
		sure0 &= t.must[at]
		sure1 &= t.must[at+second]
		open0 &= t.may[at]
		open1 &= t.may[at+second]
	}
	if t.conditions == 0 {
		return
	}
	t.fold(0, sure0, must)
	t.fold(0, open0, may)
	if second > 0 {
		t.fold(1, sure1, must)
		t.fold(1, open1, may)
	}
}

// over intersects and unites one word of all sets from first to last.
func (t *tables) over(first, last int) (all, any uint64) {
	all = ^uint64(0)
	for k := first; k <= last; k += t.words {
		all &= t.must[k]
		any |= t.may[k]
	}
	return all, any
}

// bothN is Eval3 for any number of rows.
func (t *tables) bothN(lo, hi []float64, facts []Fact, must, may []uint64) {
	var sure, open [block]uint64
	for from := 0; from < t.words; from += block {
		n := copy(sure[:], t.base[from:])
		copy(open[:], t.base[from:])
		for i := range t.hot {
			at, last := t.places(i, lo, hi, facts)
			if at == last {
				and(sure[:n], t.must[at+from:])
				and(open[:n], t.may[at+from:])
				continue
			}
			for w := range n {
				all, any := t.over(at+from+w, last+from+w)
				sure[w] &= all
				open[w] &= any
			}
		}
		for w := range n {
			t.fold(from+w, sure[w], must)
			t.fold(from+w, open[w], may)
		}
	}
}
