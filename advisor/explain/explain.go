package explain

import (
	"cmp"
	"context"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// Explain decides one profile and adds everything that a reader may ask: contributions, bills, break-even, flips,
// sensitivity, the next questions but those that were passed over, and the migration path. It stops early when ctx ends.
func (a *Explainer) Explain(ctx context.Context, p *profile.Profile, o advisor.Options, passed ...profile.ID) (*Explanation, error) {
	return a.explain(ctx, p, o, curvePoints, passed...)
}

// Account is Explain without the curve along the load, which only a chart shows.
func (a *Explainer) Account(ctx context.Context, p *profile.Profile, o advisor.Options) (*Explanation, error) {
	return a.explain(ctx, p, o, 0)
}

func (a *Explainer) explain(ctx context.Context, p *profile.Profile, o advisor.Options, curve int, passed ...profile.ID) (*Explanation, error) {
	r := a.read(a.Draw(p, o))
	defer r.Done()
	d := r.decision(true)
	answers := r.openAnswers(nil)
	o = r.Near(o)
	if err := r.alternatives(ctx, o, d, answers, passed...); err != nil {
		return nil, err
	}
	x := &Explanation{Decision: d, Profile: p}
	c := r.Centre()
	spreads := r.spreads()
	for i := range d.Ranking {
		x.Details = append(x.Details, r.detail(&d.Ranking[i], spreads[d.Ranking[i].Arch]))
	}
	x.Objections = r.objections(d, c)
	x.Open = answers.byEffect()
	if lead := r.Leader(); lead >= 0 {
		x.Migration = migration(&c.Est[lead], d.Flips, d.Advice)
	}
	x.BreakEven, x.Cheapest = r.breakEven()
	x.Sensitivity = r.sensitivity(ctx, o)
	x.Curve = r.curve(o, curve)
	return x, ctx.Err()
}

// curvePoints is how many loads the chart starts from.
const curvePoints = 61

func (r *reading) detail(k *advisor.Option, spread Spread) Detail {
	sized := r.Sized(k.Arch)
	d := Detail{Architecture: k.Architecture, SpreadFrom: spread}
	largest := math.Inf(-1)
	for _, l := range sized.Bill() {
		d.Bill = append(d.Bill, r.item(l))
		if l.MonthlyUSD > largest {
			largest, d.Dominating = l.MonthlyUSD, l.Item
		}
	}
	d.Basis = sized.Basis()
	for _, l := range sized.Beside() {
		d.Beside = append(d.Beside, r.item(l))
	}
	return d
}

func (r *reading) item(l pricing.Line) LineItem {
	return LineItem{Item: l.Item, Tariff: string(l.Tariff), Quantity: l.Quantity, Unit: l.Unit, UnitPriceUSD: l.UnitPriceUSD,
		MonthlyUSD: l.MonthlyUSD, Source: r.Advisor.Pack().Cite(l.Sources), AsOf: l.AsOf, Flagged: l.Confidence == "memory"}
}

// spreads are what moves the quantities of each option most: an open field over
// its own 10th to 90th percentile, the others central, or the scenarios.
func (r *reading) spreads() (from [numOptions]Spread) {
	var most [numOptions][advisor.NumQuantities]float64
	move := func(name string, ends [][numOptions]estimate.Estimate) {
		for o := range from {
			for q := range advisor.NumQuantities {
				lo, hi := math.Inf(1), math.Inf(-1)
				for i := range ends {
					v := q.Of(&ends[i][o])
					lo, hi = min(lo, v), max(hi, v)
				}
				if hi-lo > most[o][q] {
					most[o][q], from[o][q] = hi-lo, name
					if bill := q == advisor.Cost || q == advisor.Together; bill && name == Models && !r.Told { // an answer narrows it
						from[o][q] = estimate.Telling[0].String()
					}
				}
			}
		}
	}
	at := func(pt *profile.Point, sc *estimate.Scenario) (e [numOptions]estimate.Estimate) {
		for o, shape := range r.Shapes {
			r.Advisor.Models().Eval(shape, pt, sc, &e[o])
		}
		return e
	}
	for _, id := range r.Sampler.Open() {
		var ends [][numOptions]estimate.Estimate
		for _, v := range r.openSpan(id) {
			pt := r.Central
			moveField(&pt, id, v.Low)
			ends = append(ends, at(&pt, r.Advisor.Models().CentralScenario()))
		}
		move(id.String(), ends)
	}
	if len(r.Values(advisor.Cost, 0)) > 1 { // without draws the models stand at their middle
		var ends [][numOptions]estimate.Estimate
		for i := range estimate.NumScenarios {
			ends = append(ends, at(&r.Central, r.Advisor.Models().Scenario(i, r.Told)))
		}
		move(Models, ends)
	}
	return from
}

// moveField sets a field of a point; the peak follows the mean.
func moveField(pt *profile.Point, id profile.ID, v float64) {
	switch id {
	case profile.MeanRPS:
		pt[profile.PeakRPS] *= v / math.Max(pt[profile.MeanRPS], 1e-9)
	case profile.PeakToMean:
		pt[profile.PeakRPS] = pt[profile.MeanRPS] * v
	case profile.CPUMillis:
		pt[profile.DurationMillis] = math.Max(pt[profile.DurationMillis], v)
	}
	pt[id] = v
}

// worthTelling is the least difference, in points, that is told as an objection.
const worthTelling = 0.25

// objections are the strongest differences that speak for the runner-up, whatever they rest on, the most telling first.
func (r *reading) objections(d *Decision, c *advisor.Centre) []Reason {
	lead, runner := r.Leader(), r.rival()
	if d.Advice != nil && d.Advice.Action == Move {
		runner, _ = advisor.Architecture(d.Advice.From)
	}
	if runner < 0 || r.RuledOut[runner] {
		return []Reason{}
	}
	var list []difference
	for i := precedents; i < len(r.Advisor.Statements); i++ {
		d := difference{i, r.points(i, lead) - r.points(i, runner)}
		if d.points < -worthTelling && !r.elsewhere(i, lead, runner) && !r.takenBack(d, lead, runner) {
			list = append(list, d)
		}
	}
	return r.told(list, lead, runner, c)
}

// byEffect lists the fields that nobody stated, by how much each moves the leader against the runner-up.
func (o *open) byEffect() []OpenField {
	list := []OpenField{}
	for _, f := range o.fields {
		if f.bin != nil {
			list = append(list, OpenField{Field: f.id.String(), Explains: f.share})
		}
	}
	slices.SortStableFunc(list, func(a, b OpenField) int { return cmp.Compare(b.Explains, a.Explains) })
	return list
}
