package advisor

import (
	"math"

	"archadvisor/advisor/profile"
)

// opinions are what the rules can say of a profile. A rule speaks only of what was said: one that no open answer
// could keep from firing fires in every draw; one whose facts all rest on answers, but not on one value each (a
// range, an estimate), is judged in every draw; any other is undecided and gives no points. Drawn values of open
// fields are for the models. A rule that fired on values that nobody gave would add noise that tells nothing:
// measured on documented decisions, it costs two to five right answers in a hundred.
type opinions struct {
	always []uint64 // fire whatever is answered
	varied []uint64 // are judged draw by draw
	may    []uint64 // could fire, for some answer
	judged []uint64 // these and the gates that may fire: what a draw evaluates
	fired  []uint64 // scratch: those that fire in the draw in hand
}

// opine settles which rules speak of a profile, from the facts of the central inputs.
func (e *evaluator) opine(p *profile.Profile, active []bool) {
	a, op := e.a, &e.keep.opinions
	lo, hi := append(e.keep.lo[:0], e.facts...), append(e.keep.hi[:0], e.facts...)
	a.facts.Widen(p, lo, hi)
	e.keep.lo, e.keep.hi = lo, hi
	for _, set := range []*[]uint64{&op.always, &op.varied, &op.may, &op.fired, &op.judged} {
		*set = zeroed(*set, len(e.cell.fired))
	}
	a.program.Range(nil, lo, hi, op.always, op.may)
	for i := range a.rules {
		if a.varies(i, lo, hi) {
			op.varied[i>>6] |= 1 << (i & 63)
			op.always[i>>6] &^= 1 << (i & 63)
		}
	}
	copy(op.judged, op.varied)
	for g, may := range active {
		if i := len(a.rules) + g; may {
			op.judged[i>>6] |= 1 << (i & 63)
		}
	}
}

// varies reports whether a rule is to be judged in every draw: all its facts are
// known, and one of them is a range or an estimate.
func (a *Advisor) varies(rule int, lo, hi []float64) bool {
	varies := false
	for _, f := range a.rules[rule].facts {
		if math.IsNaN(lo[f]) {
			return false
		}
		varies = varies || lo[f] != hi[f] || f >= a.facts.Estimates
	}
	return varies
}

// speaking are the rules that fire in the draw of a cell.
func (op *opinions) speaking(c *cell) []uint64 {
	for w := range op.fired {
		op.fired[w] = c.fired[w]&op.varied[w] | op.always[w]
	}
	return op.fired
}
