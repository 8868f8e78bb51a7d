package advisor

import (
	"context"
	"math"
	"sort"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// Explain decides one profile and adds everything that a reader may ask:
// contributions, bills, break-even, flips, sensitivity, the next question and
// the migration path. It stops early when ctx ends.
func (a *Advisor) Explain(ctx context.Context, p *profile.Profile, o Options) (*Explanation, error) {
	flips, questions, relax, err := a.asides(ctx, p, o)
	if err != nil {
		return nil, err
	}
	e := a.scratch.Get().(*evaluator)
	defer a.scratch.Put(e)
	r, out := e.decide(p, o)
	d := r.decision(out)
	d.Flips, d.NextQuestions, d.Relaxation = flips, top(questions.Questions), relax
	x := &Explanation{Decision: d}
	c := r.central()
	r.contribute(d, out, c)
	for i := range d.Ranking {
		x.Details = append(x.Details, r.detail(&d.Ranking[i]))
	}
	x.Objections = r.objections(out, c)
	x.Rests = r.rests(out)
	if lead := out.leader(); lead >= 0 {
		x.Migration = r.migration(lead, &c.est[lead], flips)
	}
	x.BreakEven = r.breakEven()
	x.Sensitivity = a.sensitivity(ctx, p, o)
	x.Curve = a.Curve(p, o, curvePoints)
	x.Glossary = termsOf(x)
	return x, ctx.Err()
}

// contribute fills the contributions of every option.
func (r *run) contribute(d *Decision, out *outcome, c *central) {
	for i := range d.Ranking {
		k := &d.Ranking[i]
		k.Contributions = r.contributions(out, int(k.Arch), c)
	}
}

// curvePoints is how many loads the chart starts from.
const curvePoints = 61

// asides are the parts of an explanation that evaluate other profiles.
func (a *Advisor) asides(ctx context.Context, p *profile.Profile, o Options) ([]Flip, Inquiry, *Flip, error) {
	questions, err := a.Inquire(ctx, p, o)
	if err != nil {
		return nil, questions, nil, err
	}
	if a.leaderOf(p, o) < 0 {
		return []Flip{}, questions, a.relaxation(ctx, p, o), ctx.Err()
	}
	flips, err := a.Flips(ctx, p, o)
	return flips, questions, nil, err
}

// top keeps the questions worth printing: at most five.
func top(list []Question) []Question {
	if len(list) > maxQuestions {
		list = list[:maxQuestions]
	}
	return list
}

// detail is the bill and the people of one option.
func (r *run) detail(k *Option) Detail {
	a, s := r.e.a, r.s
	sc := a.models.CentralScenario()
	shape := s.shapes[k.Arch]
	d := Detail{Architecture: k.Architecture, OpsFTE: k.Central.OpsFTE,
		OpsUSD: band(s.quantities[qOpsUSD][k.Arch], k.Central.OpsMonthlyUSD)}
	largest := math.Inf(-1)
	for _, l := range a.models.Bill(shape, &s.central, sc) {
		d.Bill = append(d.Bill, LineItem{Item: l.Item, Quantity: l.Quantity, Unit: l.Unit, UnitPriceUSD: l.UnitPriceUSD,
			MonthlyUSD: l.MonthlyUSD, Source: l.Source, AsOf: l.AsOf, Flagged: l.Confidence == "memory"})
		if l.MonthlyUSD > largest {
			largest, d.Dominating = l.MonthlyUSD, l.Item
		}
	}
	d.SpreadFrom = r.spreadFrom(shape)
	d.Shapes = r.shapeCosts(k.Arch)
	return d
}

// spreadFrom is the open field that moves the bill of a shape most, over its
// own 10th to 90th percentile, the others central.
func (r *run) spreadFrom(shape int) string {
	most, name := 0.0, ""
	sc := r.e.a.models.CentralScenario()
	for _, id := range r.sampler.Open() {
		if id.Field().Kind != profile.Numeric {
			continue
		}
		var cost [2]float64
		for i, v := range openSpan(r.sampler, id) {
			pt := r.s.central
			moveField(&pt, id, v.Low)
			var e estimate.Estimate
			r.e.a.models.Eval(shape, &pt, sc, &e)
			cost[i] = e.CostMonthlyUSD
		}
		if d := math.Abs(cost[1] - cost[0]); d > most {
			most, name = d, id.String()
		}
	}
	return name
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

// shapeCosts lists every shape of an architecture on this cloud, cheapest first.
func (r *run) shapeCosts(arch estimate.Architecture) []ShapeCost {
	a, s := r.e.a, r.s
	sc := a.models.CentralScenario()
	list := []ShapeCost{}
	for _, shape := range a.models.ShapesOf(cloudOf(&s.central), arch) {
		var e estimate.Estimate
		a.models.Eval(shape, &s.central, sc, &e)
		list = append(list, ShapeCost{Shape: a.models.Describe(shape, &s.central, sc), MonthlyUSD: e.CostMonthlyUSD,
			OpsUSD: e.OpsMonthlyUSD, Chosen: shape == s.shapes[arch], Failing: r.failingGates(int(arch), &e)})
	}
	sort.SliceStable(list, func(i, j int) bool {
		return list[i].MonthlyUSD+list[i].OpsUSD < list[j].MonthlyUSD+list[j].OpsUSD
	})
	return list
}

// objections are the strongest differences that speak for the runner-up,
// whatever they rest on, strongest first.
func (r *run) objections(out *outcome, c *central) []Reason {
	order := out.ranking()
	list := []Reason{}
	for i := 0; i < r.e.a.statements(); i++ {
		diff := r.contribution(out, i, order[0]) - r.contribution(out, i, order[1])
		if diff < -worthTelling {
			list = append(list, r.reason(i, order[0], order[1], diff))
		}
	}
	byPoints(list)
	list = list[:min(len(list), maxReasons)]
	for i := range list {
		r.tell(&list[i], c)
	}
	return list
}

// rests lists what the advice rests on that was not said, by how much it moves
// the leader against the runner-up.
func (r *run) rests(out *outcome) []Assumption {
	order := out.ranking()
	list := []Assumption{}
	for _, f := range r.openFields() {
		if f.weight {
			continue
		}
		list = append(list, Assumption{Field: f.id.String(), Range: f.id.Field().PriorText,
			Moves: out.settled.explained(f.bin, f.bins, order[0], order[1])})
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].Moves > list[j].Moves })
	return list
}

// failingGates names the gates that stop an option at the central inputs if it
// were the shape of this estimate.
func (r *run) failingGates(o int, e *estimate.Estimate) []string {
	names := []string{}
	kept := r.e.cell.est
	r.centralCell()
	r.e.cell.est[o] = *e
	r.e.a.facts.fill(&r.s.central, r.e.a.limits(&r.s.central), &r.e.cell.est, r.e.facts)
	for g := range r.e.a.gates {
		k := &r.e.a.gates[g]
		if r.active[g] && k.stops[o] && r.e.a.program.TreeEval(r.e.a.gateIndex(g), r.e.facts) == rules.True {
			names = append(names, k.id)
		}
	}
	r.e.cell.est = kept
	return names
}
