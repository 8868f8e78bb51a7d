package advisor

import (
	"math"

	"archadvisor/advisor/profile"
)

// Trials are the draws of several profiles before weights and residuals: each is
// evaluated once, and a trial of other constants only weighs it anew.
type Trials struct {
	a     *Advisor
	z     view // standard normal deviates behind weights and residuals
	cases []*trial
}

type trial struct {
	values []([numOptions][maxCriteria]float64)
	gone   [][numOptions]bool
	imp    importances
}

const trialDraws = 512

// Trials draws the profiles.
func (a *Advisor) Trials(profiles []*profile.Profile) *Trials {
	t := &Trials{a: a, z: a.deviates(trialDraws), cases: make([]*trial, len(profiles))}
	Parallel(len(profiles), func(i int) { t.cases[i] = a.trial(profiles[i]) })
	return t
}

// StatedWeight reports whether a profile states how much a criterion matters.
func (t *Trials) StatedWeight(i, criterion int) bool { return t.cases[i].imp.stated[criterion] }

// deviates are the standard normal draws behind weights and residuals.
func (a *Advisor) deviates(n int) view {
	unit := newNoise(DefaultSeed, a.criterionIDs(), Settings{SpreadStated: 1, SpreadOpen: 1, Residual: 1})
	v := unit.upTo(n)
	for i := range v.free {
		v.free[i], v.stated[i] = math.Log(v.free[i]), math.Log(v.stated[i])
	}
	return v
}

func (a *Advisor) trial(p *profile.Profile) *trial {
	e := newEvaluator(a)
	d := &trial{imp: a.importances(p)}
	r := e.begin(p, Default)
	nz := r.noise.upTo(trialDraws)
	for i := 0; i < trialDraws; i++ {
		r.Sampler.Draw(i, &e.point)
		c := e.at(&e.point, a.models.Scenario(int(nz.scenario[i])), r.Shapes)
		d.values = append(d.values, c.value)
		r.s.gates = append(r.s.gates, e.gateBits(c, r.active))
	}
	r.s.k = trialDraws
	r.countGates()
	for k := range d.values {
		gone := r.excluded
		for o, g := range r.stopped(k) {
			gone[o] = gone[o] || g >= 0
		}
		d.gone = append(d.gone, gone)
	}
	return d
}

// Shares are the win shares of a profile under trial constants, how often each
// option beats another, and which leads.
func (t *Trials) Shares(i int, f Settings) (p [numOptions]float64, pair [numOptions][numOptions]float64, lead int) {
	d, z := t.cases[i], &t.z
	var won tally
	var score [numOptions]float64
	n := len(t.a.Criteria)
	w := make([]float64, n)
	for k := range d.values {
		for i := range w {
			spread := f.SpreadOpen
			if d.imp.stated[i] {
				spread = f.SpreadStated
			}
			w[i] = (d.imp.low[i] + d.imp.high[i]) / 2 * math.Exp(spread*z.free[k*n+i])
		}
		normalise(w)
		var u [numOptions]float64
		for o := range u {
			for i := range w {
				u[o] += w[i] * d.values[k][o][i]
			}
			score[o] += u[o]
			u[o] += f.Residual * z.residual[k][o]
		}
		won.add(&u, d.gone[k], w)
	}
	out := [numOptions]bool{}
	for o := range p {
		p[o] = won.share(o, 0)
		out[o] = p[o] == 0 && won.rank[o][1] == 0 && won.rank[o][2] == 0
		for x := range pair[o] {
			pair[o][x] = won.pair[o][x] / float64(won.draws)
		}
	}
	order, _ := Rank(&score, out)
	return p, pair, order[0]
}
