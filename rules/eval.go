package rules

import "math/bits"

// Eval writes which conditions hold for the values: bit i of fired is rule i,
// or gate i-NumRules(). What rests on an unknown value (not-a-number) does not
// hold, unless no value could make it false. fired has at least Words() words;
// those beyond stay as they are. Eval does not allocate and may be called from many goroutines.
func (g *Program) Eval(v []float64, fired []uint64) {
	t := g.tables
	switch t.words {
	case 1:
		t.eval1(v, fired)
	case 2:
		t.eval2(v, fired)
	default:
		t.evalN(v, fired)
	}
	for i := range t.direct {
		d := &t.direct[i]
		if d.cond.eval(v) == True {
			fired[d.index>>6] |= 1 << (d.index & 63)
		}
	}
}

// set is the place of a column's set for the values.
func (t *tables) set(i int, v []float64) int {
	h := &t.hot[i]
	return int(h.at) + t.words*t.segment(h, t.value(i, v))
}

func (t *tables) value(i int, v []float64) float64 {
	if f := t.hot[i].fact; f >= 0 {
		return v[f]
	}
	return t.columns[i].expr.eval(v)
}

func (t *tables) eval1(v []float64, fired []uint64) {
	acc := t.base[0]
	for i := range t.hot {
		h := &t.hot[i]
		acc &= t.must[int(h.at)+t.segment(h, t.value(i, v))]
	}
	if t.conditions == 0 {
		return
	}
	fired[0] = 0
	t.fold(0, acc, fired)
}

func (t *tables) eval2(v []float64, fired []uint64) {
	a, b := t.base[0], t.base[1]
	for i := range t.hot {
		h := &t.hot[i]
		at := int(h.at) + 2*t.segment(h, t.value(i, v))
		s := t.must[at : at+2 : at+2]
		a &= s[0]
		b &= s[1]
	}
	t.clear(fired)
	t.fold(0, a, fired)
	t.fold(1, b, fired)
}

// block is how many words are kept at hand; longer sets are done in turns.
const block = 32

func (t *tables) evalN(v []float64, fired []uint64) {
	t.clear(fired)
	var acc [block]uint64
	for from := 0; from < t.words; from += block {
		n := copy(acc[:], t.base[from:])
		for i := range t.hot {
			and(acc[:n], t.must[t.set(i, v)+from:])
		}
		for w, word := range acc[:n] {
			t.fold(from+w, word, fired)
		}
	}
}

func and(acc, with []uint64) {
	with = with[:len(acc)]
	for i := range acc {
		acc[i] &= with[i]
	}
}

func (t *tables) clear(fired []uint64) {
	n := (t.conditions + 63) / 64
	clear(fired[:n])
}

// fold puts one word of rows into the set of conditions.
func (t *tables) fold(w int, rows uint64, fired []uint64) {
	if rows == 0 {
		return
	}
	first := w << 6
	if first+64 <= t.conditions {
		fired[w] |= rows
		return
	}
	if first < t.conditions {
		own := uint64(1)<<(t.conditions-first) - 1
		fired[w] |= rows & own
		rows &^= own
	}
	for ; rows != 0; rows &= rows - 1 {
		i := t.extra[first+bits.TrailingZeros64(rows)-t.conditions]
		fired[i>>6] |= 1 << (i & 63)
	}
}

// Eval3 writes which conditions must hold and which may, for values that lie
// between lo and hi; not-a-number in both is unknown: anything in the fact's
// domain. Fired is must, undecided is may without must, asleep is neither. Both
// have at least Words() words. It does not allocate.
func (g *Program) Eval3(lo, hi []float64, must, may []uint64) {
	t := g.tables
	t.clear(must)
	t.clear(may)
	var sure, open [block]uint64
	for from := 0; from < t.words; from += block {
		n := copy(sure[:], t.base[from:])
		copy(open[:], t.base[from:])
		for i := range t.columns {
			t.narrow(i, lo, hi, g.schema.facts, from, sure[:n], open[:n])
		}
		for w := range n {
			t.fold(from+w, sure[w], must)
			t.fold(from+w, open[w], may)
		}
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

// narrow takes what one expression says out of the sets.
func (t *tables) narrow(i int, lo, hi []float64, facts []Fact, from int, sure, open []uint64) {
	h := &t.hot[i]
	var x, y float64
	if h.fact >= 0 {
		if x, y = lo[h.fact], hi[h.fact]; x > y {
			x, y = y, x
		}
		if y != y {
			x = y
		}
	} else {
		x, y = t.columns[i].expr.interval(lo, hi, facts)
	}
	s := t.segment(h, x)
	at := int(h.at) + t.words*s + from
	if x == y || x != x {
		and(sure, t.must[at:])
		and(open, t.may[at:])
		return
	}
	last := at + t.words*(t.segment(h, y)-s)
	for w := range sure {
		all, any := ^uint64(0), uint64(0)
		for k := at + w; k <= last+w; k += t.words {
			all &= t.must[k]
			any |= t.may[k]
		}
		sure[w] &= all
		open[w] &= any
	}
}
