package rules

import "math/bits"

// segment is the number of cuts of a column at or below the key of x: the
// place of x among the thresholds. It is where the time goes, so that it does
// without branches: a comparison is a subtraction with borrow, and the first
// bits of the key tell how many cuts lie below for sure.
func (t *tables) segment(h *hot, x float64) int {
	k := keyOf(x)
	if h.last == 0 {
		return t.count(h, k)
	}
	below := int(t.steps[h.step+h.clamp(k)])
	two := t.cuts[int(h.first)+below:]
	_, a := bits.Sub64(k, two[0], 0)
	_, b := bits.Sub64(k, two[1], 0)
	return below + 2 - int(a+b)
}

// clamp is the step of a key: 0 for all below, last for all above. Written with
// borrows, because min and max compile to jumps.
func (h *hot) clamp(k uint64) uint64 {
	d, below := bits.Sub64(k>>(h.shift&63), h.base, 0)
	d &= below - 1
	more, above := bits.Sub64(h.last, d, 0)
	return d + more&-above
}

// Bounds on the steps of one column.
const (
	maxSteps = 256
	maxCuts  = 250 // a step is a byte
)

// stairs divides the keys between the first and the last threshold into steps
// of equal width, so that none holds more than two thresholds, and notes for
// each how many cuts lie below it. The first step is for all keys below, the
// last for all above. Where thresholds lie too far apart for that, or too near,
// the column stays without steps and is searched.
func (t *tables) stairs(h *hot, cuts []uint64) {
	n := 1 // cuts[0] is bottom, then the thresholds, then top
	for cuts[n] < top {
		n++
	}
	if n > maxCuts || n+1 >= len(cuts) {
		return
	}
	for shift := uint8(63); shift > 0; shift-- {
		if cuts[1]>>shift == bottom>>shift || cuts[n-1]>>shift == top>>shift {
			continue
		}
		base := cuts[1]>>shift - 1
		last := cuts[n-1]>>shift - base + 1
		if last >= maxSteps {
			return
		}
		if crowded(cuts[1:n], shift) {
			continue
		}
		h.base, h.last, h.shift, h.step = base, last, uint64(shift), uint64(len(t.steps))
		below := 0
		for i := range last + 1 {
			for below < n && i > 0 && cuts[below]>>shift < base+i {
				below++
			}
			t.steps = append(t.steps, uint8(below))
		}
		return
	}
}

// crowded reports whether three thresholds share a step.
func crowded(cuts []uint64, shift uint8) bool {
	for i := 2; i < len(cuts); i++ {
		if cuts[i]>>shift == cuts[i-2]>>shift {
			return true
		}
	}
	return false
}

// count is segment for a column without steps.
func (t *tables) count(h *hot, k uint64) int {
	list := t.cuts[h.first : h.first+4*uint64(h.quads)]
	if h.quads > 8 {
		return search(list, k)
	}
	above := uint64(0)
	for ; len(list) >= 4; list = list[4:] {
		_, a := bits.Sub64(k, list[0], 0)
		_, b := bits.Sub64(k, list[1], 0)
		_, c := bits.Sub64(k, list[2], 0)
		_, d := bits.Sub64(k, list[3], 0)
		above += a + b + c + d
	}
	return 4*int(h.quads) - int(above)
}

// search is count for long lists, by halves.
func search(list []uint64, k uint64) int {
	at := 0
	for n := len(list); n > 0; {
		half := (n + 1) / 2
		if list[at+half-1] <= k {
			at += half
			n -= half
		} else {
			n = half - 1
		}
	}
	return at
}
