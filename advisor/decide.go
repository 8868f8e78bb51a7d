package advisor

import (
	"math"
	"slices"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/fact"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Decision assembles what the draws say into the answer.
func (r *Drawn) Decision() *Decision {
	a := r.Advisor
	c := r.Centre()
	d := &Decision{
		Name: r.Profile.Name(), Verdict: r.Verdict(), Enough: a.Settings.Enough,
		Assumed: r.assumed(),
		Pack:    a.pack.Name + "@" + a.pack.Version, PackHash: a.packHash,
		Prices: a.prices.Label(profile.Cloud.Field().Options[CloudOf(&r.Central)]), Version: a.version,
		Ranking: make([]Option, 0, numOptions),
		Budget:  Target{r.Central[profile.BudgetMonthlyUSD], r.Profile.Known(profile.BudgetMonthlyUSD)},
	}
	for _, i := range r.Ranking() {
		d.Ranking = append(d.Ranking, r.option(c, i))
	}
	d.Robustness = Robustness{Draws: r.s.k, Precision: r.Precision, OpenValue: r.OpenValue, NoOption: r.NoOption}
	if r.still {
		d.Robustness.Precision = 0
	}
	if lead := r.Leader(); lead >= 0 {
		d.Recommendation = estimate.Architecture(lead).String()
		d.Probability = d.Ranking[0].Probability
		d.Frequency = a.learned.frequency(d.Probability, r.still)
	}
	return d
}

// Centre is the evaluation at the central inputs, with the facts, for every
// text that quotes them. It stands until Done.
func (r *Drawn) Centre() *Centre { return &r.centre }

// Centre is the evaluation at the central inputs.
type Centre struct {
	Est   [numOptions]estimate.Estimate
	Facts []float64
}

func (r *Drawn) option(c *Centre, i int) Option {
	b := func(q Quantity) Band { return NewBand(r.s.quantities[q][i], q.Of(&c.Est[i])) }
	o := Option{
		Architecture: estimate.Architecture(i).String(), Arch: estimate.Architecture(i),
		Score: r.Score[i], Feasible: !r.RuledOut[i],
		Gates:     r.gateHits(c, i),
		Estimates: Estimates{b(Cost), b(OpsUSD), b(Together), b(P99), b(Availability), b(Instances), b(OpsFTE)},
		Shape:     r.Sized(estimate.Architecture(i)).Describe(),
		Central:   c.Est[i],
	}
	values := r.e.keep.values[:0]
	for k := range r.s.values {
		values = append(values, r.s.values[k][i])
	}
	r.e.keep.values = values
	score := NewBand(values, r.Score[i])
	if o.Low, o.High = score.Low, score.High; r.Leader() >= 0 {
		o.Probability = r.Probability[i]
	}
	return o
}

// gateHits are the gates that stop the option, in every draw or in some, and the user's own exclusion.
func (r *Drawn) gateHits(c *Centre, i int) []GateHit {
	hits := []GateHit{}
	if r.excluded[i] {
		hits = append(hits, GateHit{ID: "exclude", Exclusion: true, Share: 1, Sources: []string{"profile"}})
	}
	for g := range r.Advisor.Gates {
		if r.Advisor.Gates[g].Stops[i] && r.GateShare[g] > 0 {
			hits = append(hits, GateHit{ID: r.Advisor.Gates[g].ID, Share: r.GateShare[g],
				Because: r.Because(r.Advisor.gateIndex(g), i, c), Sources: r.Advisor.cite(r.Advisor.gateIndex(g))})
		}
	}
	return hits
}

// Because is what a statement of the pack says of one option, with the facts of the central inputs: estimates rounded
// to the digits that they deserve, two, people to a tenth; an availability keeps its nines. A stated range is quoted
// where the statement holds in every draw.
func (r *Drawn) Because(statement, option int, c *Centre) string {
	t := r.Advisor.facts
	_, share := r.State(statement)
	return r.Advisor.program.Text(statement, option, func(f int) (low, high float64, answered bool) {
		x := c.Facts[f]
		if f < t.Derived {
			low, high = fact.Stated(r.Profile, t.Fields[f], x)
			return low, high, low == high || low < high && share == 1 && !r.still
		}
		if f >= t.Estimates {
			switch t.Defs[f].Unit {
			case "%":
			case "people":
				x = numeral.RoundPeople(x)
			default:
				x = numeral.Round(x, numeral.Rough)
			}
		}
		return x, x, r.known(f)
	})
}

// known reports whether a fact rests on what the user said: a field that was stated, a ratio of stated fields, a
// limit of the cloud, or an estimate, which is the program's own figure and never a drawn value.
func (r *Drawn) known(i int) bool {
	t := r.Advisor.facts
	if i >= t.Limits {
		return true
	}
	return r.exact(t.Defs[i].From)
}

// exact reports whether each of some fields has one value: not open, and no range, whose middle is nobody's figure.
func (r *Drawn) exact(fields []profile.ID) bool {
	return !slices.ContainsFunc(fields, func(id profile.ID) bool {
		lo, hi := fact.Stated(r.Profile, id, r.Central[id])
		return !(lo == hi)
	})
}

// Mean is the mean of a quantity of an option over the draws.
func (r *Drawn) Mean(q Quantity, o int) float64 {
	sum := 0.0
	for _, v := range r.s.quantities[q][o] {
		sum += v
	}
	return sum / math.Max(1, float64(len(r.s.quantities[q][o])))
}

// MeanFacts are the central facts with the estimates that are reported replaced by their mean over the draws.
func (r *Drawn) MeanFacts(c *Centre) []float64 {
	facts := append([]float64(nil), c.Facts...)
	for o := 0; o < numOptions; o++ {
		e := c.Est[o]
		e.CostMonthlyUSD = r.Mean(Listed, o)
		e.P99Millis = r.Mean(P99, o)
		e.AvailabilityPct = r.Mean(Availability, o)
		e.DowntimeMinutes = (100 - e.AvailabilityPct) / 100 * pricing.HoursPerMonth * 60
		e.OpsFTE = r.Mean(OpsFTE, o)
		e.OpsMonthlyUSD = r.Mean(OpsUSD, o)
		fact.FillEstimate(&e, facts[r.Advisor.facts.Estimates+o*fact.PerOption():])
	}
	return facts
}

// Contribute fills the contributions of every option of a decision.
func (r *Drawn) Contribute(d *Decision) {
	c := r.Centre()
	for i := range d.Ranking {
		k := &d.Ranking[i]
		k.Contributions = r.contributions(int(k.Arch), c)
	}
}
