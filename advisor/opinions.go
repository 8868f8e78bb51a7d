package advisor

import (
	"math"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
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
	fired  []uint64 // scratch: those that fire in the draw in hand
	told   []uint64 // scratch: those that read something known

	part   []uint64                // varied ones and the gates that may fire: what a draw evaluates
	needed [profile.NumFields]bool // the fields that these, the measures and the models read
}

// opine settles which rules speak of a profile, from the facts of the central inputs.
func (e *evaluator) opine(p *profile.Profile) {
	a, op := e.a, &e.keep.opinions
	lo, hi := append(e.keep.lo[:0], e.facts...), append(e.keep.hi[:0], e.facts...)
	a.facts.Widen(p, lo, hi)
	e.keep.lo, e.keep.hi = lo, hi
	words := len(e.cell.fired)
	op.always, op.varied = zeroed(op.always, words), zeroed(op.varied, words)
	op.may, op.fired = zeroed(op.may, words), zeroed(op.fired, words)
	op.told = zeroed(op.told, words)
	for f := range lo {
		if lo[f] == lo[f] {
			for w, set := range a.readBy[f] {
				op.told[w] |= set
			}
		}
	}
	a.program.Range(op.told, lo, hi, op.always, op.may)
	for w, told := range op.told {
		op.always[w] |= a.blank.always[w] &^ told
		op.may[w] |= a.blank.may[w] &^ told
	}
	for i := range a.rules {
		if rules.Fired(op.told, i) && a.varies(i, lo, hi) {
			op.varied[i>>6] |= 1 << (i & 63)
			op.always[i>>6] &^= 1 << (i & 63)
		}
	}
}

// bindReaders notes the conditions that read each fact, and what they are when nothing is
// known, which is what most of them are of most profiles.
func (a *Advisor) bindReaders() {
	words := a.program.Words()
	a.readBy = make([][]uint64, len(a.facts.Defs))
	nothing := make([]float64, len(a.facts.Defs))
	for f := range nothing {
		a.readBy[f], nothing[f] = make([]uint64, words), math.NaN()
	}
	for i := range len(a.rules) + len(a.Gates) {
		for _, f := range a.Statements[len(a.measures)+i].facts {
			a.readBy[f][i>>6] |= 1 << (i & 63)
		}
	}
	a.blank.always, a.blank.may = make([]uint64, words), make([]uint64, words)
	a.program.Range(nil, nothing, nothing, a.blank.always, a.blank.may)
}

// narrow finds what a draw must evaluate and draw.
func (e *evaluator) narrow(active []bool) {
	a, op := e.a, &e.keep.opinions
	op.needed = [profile.NumFields]bool{profile.Cloud: true} // whose limits are facts
	need := func(statement int) {
		for _, id := range a.Statements[statement].drawn {
			op.needed[id] = true
		}
	}
	for _, id := range estimate.Reads() {
		op.needed[id] = true
	}
	for m := range a.measures {
		need(m)
	}
	copy(op.fired, op.varied)
	for i := range a.rules {
		if rules.Fired(op.varied, i) {
			need(len(a.measures) + i)
		}
	}
	for g, may := range active {
		if i := len(a.rules) + g; may {
			op.fired[i>>6] |= 1 << (i & 63)
			need(a.gateIndex(g))
		}
	}
	op.part = append(op.part[:0], op.fired...)
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
