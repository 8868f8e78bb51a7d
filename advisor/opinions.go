package advisor

import "archadvisor/advisor/profile"

// opinions are what the rules can say of a profile. A rule speaks only of what was said: one that no open answer
// could keep from firing fires in every draw; one whose facts all rest on answers, but not on one value each (a
// range, an estimate), is judged in every draw; any other is undecided and gives no points. Drawn values of open
// fields are for the models. A rule that fired on values that nobody gave would add noise that tells nothing (measured on
// documented decisions: two to five right answers in a hundred), one on what all but follows from an answer (four
// engineers are one team) says that answer twice: 0.005 to 0.014 of Brier score, and fewer plain recommendations.
type opinions struct {
	always []uint64 // fire whatever is answered
	varied []uint64 // are judged draw by draw
	may    []uint64 // could fire, for some answer: of the blank ones alone, of others it is asked when it is told
	judged []uint64 // these and the gates that may fire: what a draw evaluates
	heard  []uint64 // of the others: read something known
	fired  []uint64 // scratch: those that fire in the draw in hand
}

// opine settles which rules speak of a profile, from the facts of the central inputs.
func (e *evaluator) opine(p *profile.Profile, active []bool) {
	a, op := e.a, &e.keep.opinions
	lo, hi := append(e.keep.lo[:0], e.facts...), append(e.keep.hi[:0], e.facts...)
	a.facts.Widen(p, lo, hi)
	e.keep.lo, e.keep.hi = lo, hi
	for _, set := range []*[]uint64{&op.always, &op.varied, &op.fired, &op.judged, &op.heard} {
		*set = zeroed(*set, len(e.cell.fired))
	}
	for i := range a.rules {
		some, varies := a.hears(i, lo, hi)
		setBit(op.heard, i, some && !varies)
		setBit(op.varied, i, varies)
	}
	a.program.Range(op.heard, lo, hi, op.always, nil)
	for w, heard := range op.heard {
		op.always[w] = (op.always[w] | a.blank.always[w]&^heard) &^ op.varied[w]
	}
	copy(op.judged, op.varied)
	for g, may := range active {
		setBit(op.judged, len(a.rules)+g, may)
	}
}

// hears reports whether a rule reads something known, and whether it is to be judged in every draw: all its facts are
// known, and one of them is a range or an estimate.
func (a *Advisor) hears(rule int, lo, hi []float64) (some, varies bool) {
	all := true
	for _, f := range a.rules[rule].facts {
		known := lo[f] == lo[f]
		some, all = some || known, all && known
		varies = varies || lo[f] != hi[f] || f >= a.facts.Estimates
	}
	return some, all && varies
}

func setBit(set []uint64, i int, to bool) {
	if to {
		set[i>>6] |= 1 << (i & 63)
	}
}

// speaking are the rules that fire in the draw of a cell.
func (op *opinions) speaking(c *cell) []uint64 {
	for w := range op.fired {
		op.fired[w] = c.fired[w]&op.varied[w] | op.always[w]
	}
	return op.fired
}
