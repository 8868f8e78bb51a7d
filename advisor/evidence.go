package advisor

import (
	"math"
	"math/bits"
	"slices"

	"archadvisor/advisor/profile"
)

// LogOddsPerPoint is the unit of the result: 10 points of one option over
// another double the odds of that option.
const LogOddsPerPoint = math.Ln2 / 10

// Term is what one statement says in a draw, before its strength: points by
// estimate.Architecture, the importance of its criterion applied.
type Term struct {
	Statement int
	Points    [numOptions]float64
}

// Evidence is what all statements say of one profile, before strengths and
// bases. Those that say the same in every draw stand once.
type Evidence struct {
	Fixed []Term
	Draws []DrawEvidence
}

// DrawEvidence is what one draw adds to the fixed terms.
type DrawEvidence struct {
	Terms []Term
	Out   [numOptions]bool // excluded by the user or stopped by a gate in this draw
}

// Values are the points of every option that terms add up to.
func Values(terms []Term, strength []float64, sum *[numOptions]float64) {
	for i := range terms {
		t := &terms[i]
		s := strength[t.Statement]
		for o := range sum {
			sum[o] += s * t.Points[o]
		}
	}
}

// LogitShares are the probabilities of the options that are not out, from their
// values in points; all 0, and false, if every option is out.
func LogitShares(value *[numOptions]float64, out *[numOptions]bool) (p [numOptions]float64, any bool) {
	best := math.Inf(-1)
	for o, v := range value {
		if !out[o] {
			best = math.Max(best, v)
		}
	}
	sum := 0.0
	for o, v := range value {
		if !out[o] {
			p[o] = math.Exp((v - best) * LogOddsPerPoint)
			sum += p[o]
		}
	}
	if sum == 0 {
		return p, false
	}
	for o := range p {
		p[o] /= sum
	}
	return p, true
}

// Evidence evaluates a profile in the first so many draws and returns what every
// statement says, before strengths and bases.
func (a *Advisor) Evidence(p *profile.Profile, draws int) *Evidence {
	e := newEvaluator(a)
	r := e.begin(p, Default)
	nz := r.noise.upTo(draws)
	r.centralCell()
	op := e.opinions(p)
	all := make([]map[Term]bool, draws)
	count := map[Term]int{}
	for k := range all {
		r.Sampler.Draw(k, &e.point)
		c := e.at(&e.point, a.models.Scenario(int(nz.scenario[k])), r.Shapes)
		all[k] = map[Term]bool{}
		for _, t := range e.terms(c, &r.imp, &op) {
			all[k][t] = true
			count[t]++
		}
		r.s.gates = append(r.s.gates, e.gateBits(c, r.active))
	}
	r.s.k = draws
	r.countGates()
	v := &Evidence{Draws: make([]DrawEvidence, draws)}
	for k := range all {
		d := &v.Draws[k]
		d.Out = r.excluded
		for o, g := range a.stop(r.counting(k)) {
			d.Out[o] = d.Out[o] || g >= 0
		}
		for t := range all[k] {
			if count[t] < draws {
				d.Terms = append(d.Terms, t)
			}
		}
		sortTerms(d.Terms)
	}
	for t, n := range count {
		if n == draws {
			v.Fixed = append(v.Fixed, t)
		}
	}
	sortTerms(v.Fixed)
	return v
}

func sortTerms(t []Term) {
	slices.SortFunc(t, func(a, b Term) int { return a.Statement - b.Statement })
}

// terms are the statements that speak in the cell of draw k.
func (e *evaluator) terms(c *cell, im *importances, op *opinions) []Term {
	var out []Term
	a := e.a
	for m := range a.measures {
		w := im.at(a.measures[m].criterion)
		t := Term{Statement: m}
		for o := range t.Points {
			t.Points[o] = w * c.measured[m*numOptions+o]
		}
		out = append(out, t)
	}
	for w := range c.fired {
		word := c.fired[w]&op.drawn[w] | op.always[w]
		for ; word != 0; word &= word - 1 {
			i := w<<6 + bits.TrailingZeros64(word)
			if i >= len(a.rules) {
				return out
			}
			f := im.at(a.rules[i].criterion)
			t := Term{Statement: len(a.measures) + i}
			for o := range t.Points {
				t.Points[o] = f * a.rules[i].points[o]
			}
			out = append(out, t)
		}
	}
	return out
}

// at is the importance of a criterion: 1 if nothing was said, else a third of the
// stated one, the middle of a range.
func (im *importances) at(criterion int) float64 {
	if !im.stated[criterion] {
		return 1
	}
	return (im.low[criterion] + im.high[criterion]) / 6
}
