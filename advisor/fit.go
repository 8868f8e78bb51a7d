package advisor

import (
	"math"

	"archadvisor/advisor/profile"
)

// Fitting: only the spread of the weights, the residual and the two thresholds
// of the verdict may be fitted to labelled cases; rule points and base rates
// come from mechanism and evidence. The draws of each case are evaluated once;
// a trial of the constants only re-weighs them.

// Fitted are the constants that cases may set.
type Fitted struct {
	SpreadStated float64
	SpreadOpen   float64
	Residual     float64
	Enough       float64
	Close        float64
	Brier        float64 // of the win shares on the cases they were fitted to
}

// LeftOut is the fit judged on the case that it did not see.
type LeftOut struct {
	ID      string
	Label   string
	Fields  int
	Exclude bool
	Brier   float64
	Fitted  Fitted
}

// caseDraws are the draws of one case before weights.
type caseDraws struct {
	label  int
	values []([numOptions][maxCriteria]float64)
	gone   [][numOptions]bool
	imp    importances
}

const fitDraws = 512

// Fit proposes the constants that minimise the Brier score over the cases, and
// refits them with each case left out.
func (a *Advisor) Fit(cases []Case) (Fitted, []LeftOut) {
	draws := make([]*caseDraws, len(cases))
	parallel(len(cases), func(i int) { draws[i] = a.drawCase(cases[i]) })
	z := a.deviates(fitDraws)
	best := a.search(draws, z, -1)
	best.Enough, best.Close = a.thresholds(draws, z, best)
	left := make([]LeftOut, len(cases))
	parallel(len(cases), func(i int) {
		f := a.search(draws, z, i)
		k := &cases[i]
		left[i] = LeftOut{ID: k.ID, Label: k.Label, Fields: len(k.Profile.Answered()),
			Exclude: k.Profile.Known(profile.Exclude), Brier: a.brierOf(draws[i], z, f), Fitted: f}
	})
	return best, left
}

// deviates are the standard normal draws behind weights and residuals.
func (a *Advisor) deviates(n int) view {
	unit := newNoise(defaultSeed, a.criterionIDs(), settings{spreadStated: 1, spreadOpen: 1, residual: 1})
	v := unit.upTo(n)
	for i := range v.free {
		v.free[i], v.stated[i] = math.Log(v.free[i]), math.Log(v.stated[i])
	}
	return v
}

func (a *Advisor) drawCase(k Case) *caseDraws {
	e := a.scratch.Get().(*evaluator)
	defer a.scratch.Put(e)
	label, _ := architecture(k.Label)
	d := &caseDraws{label: label, imp: a.importances(k.Profile)}
	r := e.begin(k.Profile, Default)
	excluded := excludedBy(k.Profile)
	nz := r.noise.upTo(fitDraws)
	drawn := &sample{k: fitDraws}
	for i := 0; i < fitDraws; i++ {
		r.sampler.Draw(i, &e.point)
		c := e.at(&e.point, a.models.Scenario(int(nz.scenario[i])), r.s.shapes)
		d.values = append(d.values, c.value)
		drawn.gates = append(drawn.gates, e.gateBits(c, r.active))
	}
	out := &outcome{}
	out.countGates(a, drawn)
	for _, set := range drawn.gates {
		gone := excluded
		for o, g := range out.stop(a, set&out.live|out.forced) {
			gone[o] = gone[o] || g >= 0
		}
		d.gone = append(d.gone, gone)
	}
	return d
}

// sharesOf are the win shares of a case under trial constants.
func (a *Advisor) sharesOf(d *caseDraws, z view, f Fitted) (p [numOptions]float64, pair [numOptions][numOptions]float64, lead int) {
	var t tally
	var score [numOptions]float64
	n := len(a.criteria)
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
		t.add(&u, d.gone[k], w)
	}
	out := [numOptions]bool{}
	for o := range p {
		p[o] = t.share(o, 0)
		out[o] = p[o] == 0 && t.rank[o][1] == 0 && t.rank[o][2] == 0
		for x := range pair[o] {
			pair[o][x] = t.pair[o][x] / float64(t.draws)
		}
	}
	order, _ := rankOptions(&score, out)
	return p, pair, order[0]
}

func (a *Advisor) brierOf(d *caseDraws, z view, f Fitted) float64 {
	p, _, _ := a.sharesOf(d, z, f)
	return brierClasses(p[:], d.label)
}

func (a *Advisor) meanBrier(draws []*caseDraws, z view, f Fitted, skip int) float64 {
	sum, n := 0.0, 0.0
	for i, d := range draws {
		if i != skip {
			sum += a.brierOf(d, z, f)
			n++
		}
	}
	return sum / math.Max(1, n)
}

// search is a grid over the residual and the open spread; the stated spread
// moves only if some case states a priority.
func (a *Advisor) search(draws []*caseDraws, z view, skip int) Fitted {
	best := Fitted{Brier: math.Inf(1)}
	stated := []float64{a.set.spreadStated}
	for i, d := range draws {
		for c := range a.criteria {
			if i != skip && d.imp.stated[c] {
				stated = []float64{0.1, 0.2, 0.3, 0.4}
			}
		}
	}
	for _, open := range []float64{0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1} {
		for _, residual := range []float64{0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12} {
			for _, s := range stated {
				f := Fitted{SpreadStated: s, SpreadOpen: open, Residual: residual, Enough: a.set.enough, Close: a.set.close}
				if f.Brier = a.meanBrier(draws, z, f, skip); f.Brier < best.Brier {
					best = f
				}
			}
		}
	}
	return best
}

// thresholds proposes the lowest win share from which at least nine in ten of
// the leaders were right, and the pairwise share that goes with it.
func (a *Advisor) thresholds(draws []*caseDraws, z view, f Fitted) (enough, close float64) {
	enough, close = 0.95, 0.5
	for t := 0.9; t >= 0.4; t -= 0.025 {
		n, right, pairMax := 0.0, 0.0, 0.0
		for _, d := range draws {
			p, pair, lead := a.sharesOf(d, z, f)
			if p[lead] < t {
				continue
			}
			n++
			if lead == d.label {
				right++
			}
			for o := range p {
				if o != lead {
					pairMax = math.Max(pairMax, pair[o][lead])
				}
			}
		}
		if n == 0 || right/n >= 0.9 {
			enough, close = t, math.Min(0.5, pairMax)
		}
	}
	return math.Round(enough*1000) / 1000, math.Round(close*100) / 100
}
