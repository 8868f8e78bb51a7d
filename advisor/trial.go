package advisor

import "archadvisor/advisor/profile"

// Trials are the draws of several profiles before weights and residuals: each is
// evaluated once, and other constants only weigh it anew.
type Trials struct {
	a     *Advisor
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
	t := &Trials{a: a, cases: make([]*trial, len(profiles))}
	Parallel(len(profiles), func(i int) { t.cases[i] = a.trial(profiles[i]) })
	return t
}

// StatedWeights reports whether a profile states how much a criterion matters.
func (t *Trials) StatedWeights() bool {
	for _, d := range t.cases {
		if d.imp.stated != [maxCriteria]bool{} {
			return true
		}
	}
	return false
}

func (a *Advisor) trial(p *profile.Profile) *trial {
	d := &trial{imp: a.importances(p)}
	r := newEvaluator(a).begin(p, Default)
	nz := r.noise.upTo(trialDraws)
	for i := 0; i < trialDraws; i++ {
		r.Sampler.Draw(i, &r.e.point)
		c := r.e.at(&r.e.point, a.models.Scenario(int(nz.scenario[i])), r.Shapes)
		d.values = append(d.values, c.value)
		r.s.gates = append(r.s.gates, r.e.gateBits(c, r.active))
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

// Outcome is who wins a profile under trial constants.
type Outcome struct {
	Share  [numOptions]float64             // of all draws
	Pair   [numOptions][numOptions]float64 // share of draws in which row beats column
	Leader int
}

// Under are the outcomes of the profiles under other spreads and another
// residual.
func (t *Trials) Under(set Settings) []Outcome {
	nz := newNoise(DefaultSeed, t.a.criterionIDs(), set).upTo(trialDraws)
	out := make([]Outcome, len(t.cases))
	Parallel(len(out), func(i int) { out[i] = t.cases[i].under(t.a, &nz) })
	return out
}

func (d *trial) under(a *Advisor, nz *view) (out Outcome) {
	var won tally
	var score [numOptions]float64
	gone := [numOptions]bool{true, true, true}
	w := make([]float64, len(a.Criteria))
	for k := range d.values {
		d.imp.draw(w, nz, DefaultSeed, a, k)
		u := weighted(&d.values[k], w)
		for o := range u {
			score[o] += u[o]
			u[o] += nz.residual[k][o]
			gone[o] = gone[o] && d.gone[k][o]
		}
		won.add(&u, d.gone[k], w)
	}
	for o := range out.Share {
		out.Share[o] = won.share(o, 0)
		for x := range out.Pair[o] {
			out.Pair[o][x] = won.pair[o][x] / float64(won.draws)
		}
	}
	order, _ := Rank(&score, gone)
	out.Leader = order[0]
	return out
}
