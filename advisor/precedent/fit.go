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
	g := newGrid(a, a.Trials(profiles), labels)
	best := g.best(-1)
	left := make([]LeftOut, len(cases))
	for i := range left {
		k := &cases[i]
		left[i] = LeftOut{ID: k.ID, Label: k.Label, Fields: len(k.Profile.Answered()),
			Exclude: k.Profile.Known(profile.Exclude), Brier: g.brier[g.at(i)][i]}
	}
	best.Enough, best.Close = thresholds(g.trials.Under(best.settings()), labels)
	return best, left
}

// grid are the constants that are tried: for each the Brier score of every case.
type grid struct {
	trials *advisor.Trials
	tried  []Fitted
	brier  [][]float64 // tried x cases
}

// newGrid tries residuals and open spreads; the stated spread moves only if some
// case states a priority.
func newGrid(a *advisor.Advisor, trials *advisor.Trials, labels []int) *grid {
	g := &grid{trials: trials}
	stated := []float64{a.Settings.SpreadStated}
	if trials.StatedWeights() {
		stated = []float64{0.1, 0.2, 0.3, 0.4}
	}
	for _, open := range []float64{0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1} {
		for _, residual := range []float64{0.25, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12} {
			for _, s := range stated {
				g.tried = append(g.tried, Fitted{SpreadStated: s, SpreadOpen: open, Residual: residual})
			}
		}
	}
	g.brier = make([][]float64, len(g.tried))
	for i, f := range g.tried {
		for k, out := range trials.Under(f.settings()) {
			g.brier[i] = append(g.brier[i], brierClasses(out.Share[:], labels[k]))
		}
	}
	return g
}

func (f Fitted) settings() advisor.Settings {
	return advisor.Settings{SpreadStated: f.SpreadStated, SpreadOpen: f.SpreadOpen, Residual: f.Residual}
}

// best are the constants with the lowest mean Brier score over the cases but
// one.
func (g *grid) best(skip int) Fitted {
	f := g.tried[g.at(skip)]
	f.Brier = g.mean(g.at(skip), skip)
	return f
}

// at is where in the grid the best constants are.
func (g *grid) at(skip int) int {
	at := 0
	for i := range g.tried {
		if g.mean(i, skip) < g.mean(at, skip) {
			at = i
		}
	}
	return at
}

func (g *grid) mean(i, skip int) float64 {
	sum, n := 0.0, 0.0
	for k, b := range g.brier[i] {
		if k != skip {
			sum += b
			n++
		}
	}
	return sum / math.Max(1, n)
}

// thresholds proposes the lowest win share from which at least nine in ten of
// the leaders were right, and the pairwise share that goes with it.
func thresholds(outcomes []advisor.Outcome, labels []int) (enough, close float64) {
	enough, close = 0.95, 0.5
	for t := 0.9; t >= 0.4; t -= 0.025 {
		n, right, pairMax := 0.0, 0.0, 0.0
		for i, out := range outcomes {
			lead := out.Leader
			if out.Share[lead] < t {
				continue
			}
			n++
			if lead == labels[i] {
				right++
			}
			for o := range out.Share {
				if o != lead {
					pairMax = math.Max(pairMax, out.Pair[o][lead])
				}
			}
		}
		if n == 0 || right/n >= 0.9 {
			enough, close = t, math.Min(0.5, pairMax)
		}
	}
	return math.Round(enough*1000) / 1000, math.Round(close*100) / 100
}
