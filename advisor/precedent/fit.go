package precedent

import (
	"math"

	"archadvisor/advisor"
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
}

// Fit proposes the constants that minimise the Brier score over the cases, and
// refits them with each case left out.
func Fit(a *advisor.Advisor, cases []Case) (Fitted, []LeftOut) {
	profiles := make([]*profile.Profile, len(cases))
	labels := make([]int, len(cases))
	for i := range cases {
		profiles[i] = cases[i].Profile
		labels[i], _ = advisor.Architecture(cases[i].Label)
	}
	draws := &labelled{a.Trials(profiles), labels}
	best := search(a, draws, -1)
	best.Enough, best.Close = thresholds(a, draws, best)
	left := make([]LeftOut, len(cases))
	advisor.Parallel(len(cases), func(i int) {
		f := search(a, draws, i)
		k := &cases[i]
		left[i] = LeftOut{ID: k.ID, Label: k.Label, Fields: len(k.Profile.Answered()),
			Exclude: k.Profile.Known(profile.Exclude), Brier: draws.brierOf(i, f)}
	})
	return best, left
}

// labelled are the draws of the cases beside what turned out right.
type labelled struct {
	trials *advisor.Trials
	label  []int
}

func (f Fitted) settings() advisor.Settings {
	return advisor.Settings{SpreadStated: f.SpreadStated, SpreadOpen: f.SpreadOpen, Residual: f.Residual}
}

func (l *labelled) brierOf(i int, f Fitted) float64 {
	p, _, _ := l.trials.Shares(i, f.settings())
	return brierClasses(p[:], l.label[i])
}

func meanBrier(a *advisor.Advisor, draws *labelled, f Fitted, skip int) float64 {
	sum, n := 0.0, 0.0
	for i := range draws.label {
		if i != skip {
			sum += draws.brierOf(i, f)
			n++
		}
	}
	return sum / math.Max(1, n)
}

// search is a grid over the residual and the open spread; the stated spread
// moves only if some case states a priority.
func search(a *advisor.Advisor, draws *labelled, skip int) Fitted {
	best := Fitted{Brier: math.Inf(1)}
	stated := []float64{a.Settings.SpreadStated}
	for i := range draws.label {
		for c := range a.Criteria {
			if i != skip && draws.trials.StatedWeight(i, c) {
				stated = []float64{0.1, 0.2, 0.3, 0.4}
			}
		}
	}
	for _, open := range []float64{0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1} {
		for _, residual := range []float64{0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12} {
			for _, s := range stated {
				f := Fitted{SpreadStated: s, SpreadOpen: open, Residual: residual, Enough: a.Settings.Enough, Close: a.Settings.Close}
				if f.Brier = meanBrier(a, draws, f, skip); f.Brier < best.Brier {
					best = f
				}
			}
		}
	}
	return best
}

// thresholds proposes the lowest win share from which at least nine in ten of
// the leaders were right, and the pairwise share that goes with it.
func thresholds(a *advisor.Advisor, draws *labelled, f Fitted) (enough, close float64) {
	enough, close = 0.95, 0.5
	for t := 0.9; t >= 0.4; t -= 0.025 {
		n, right, pairMax := 0.0, 0.0, 0.0
		for i := range draws.label {
			p, pair, lead := draws.trials.Shares(i, f.settings())
			if p[lead] < t {
				continue
			}
			n++
			if lead == draws.label[i] {
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
