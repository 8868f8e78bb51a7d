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

// eval1 is Eval for packs of up to 64 rows. Here and in eval2 segment is
// written out for the columns that have steps: with a call it takes a third
// longer.
func (t *tables) eval1(v []float64, fired []uint64) {
	if t.conditions == 0 {
		return
	}
	acc := t.base[0]
	cuts, steps, must := t.cuts, t.steps, t.must
	quick := t.hot[:t.quick]
	for i := range quick {
		h := &quick[i]
		k := keyOf(v[h.fact])
		below := uint64(steps[h.step+h.clamp(k)])
		at := h.first + below
		_, a := bits.Sub64(k, cuts[at], 0)
		_, b := bits.Sub64(k, cuts[at+1], 0)
		acc &= must[h.at+below+2-a-b]
	}
	for i := t.quick; i < len(t.hot); i++ {
		acc &= t.must[t.set(i, v)]
	}
	fired[0] = 0
	t.fold(0, acc, fired)
}

// eval2 is Eval for packs of up to 128 rows.
func (t *tables) eval2(v []float64, fired []uint64) {
	acc0, acc1 := t.base[0], t.base[1]
	cuts, steps, must := t.cuts, t.steps, t.must
	quick := t.hot[:t.quick]
	for i := range quick {
		h := &quick[i]
		k := keyOf(v[h.fact])
		below := uint64(steps[h.step+h.clamp(k)])
		at := h.first + below
		_, a := bits.Sub64(k, cuts[at], 0)
		_, b := bits.Sub64(k, cuts[at+1], 0)
		at = h.at + 2*(below+2-a-b)
		acc0 &= must[at]
		acc1 &= must[at+1]
	}
	for i := t.quick; i < len(t.hot); i++ {
		at := t.set(i, v)
		acc0 &= t.must[at]
		acc1 &= t.must[at+1]
	}
	t.clear(fired)
	t.fold(0, acc0, fired)
	t.fold(1, acc1, fired)
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
