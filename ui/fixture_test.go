package ui

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sort"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
)

// fakeEngine answers at once with figures that depend on three answers by a
// formula that can be checked by hand: the screens are tested, not the advice.
type fakeEngine struct{}

func middle(p *profile.Profile, id profile.ID, otherwise float64) float64 {
	v := p.Get(id)
	if !v.Known() {
		return otherwise
	}
	return (v.Low + v.High) / 2
}

func (fakeEngine) Advise(p *profile.Profile, o advisor.Options) *explain.Decision {
	people := middle(p, profile.Engineers, 20)
	rps := middle(p, profile.MeanRPS, 20)
	spread := 3.0
	for _, id := range []profile.ID{profile.Engineers, profile.MeanRPS, profile.Pattern, profile.BudgetMonthlyUSD} {
		if !p.Known(id) {
			spread += 4
		}
	}
	size := 12 * math.Log10(people)
	scores := []float64{75 - size, 62 - 10*math.Log10(1+rps), 30 + size}
	d := &explain.Decision{Decision: advisor.Decision{Name: p.Name(), Assumed: []*advisor.Assumption{}, Pack: "core@1.0.0", Prices: "aws 2026-11", Version: "test"},
		Reasons: []explain.Reason{}, Flips: []explain.Flip{},
		NextQuestions: []explain.Question{{Field: "load.pattern", Value: 0.21}, {Field: "domain.data_coupling", Value: 0.12}},
		Notes:         []explain.Note{{Kind: explain.NoOption, Share: 0.03}}}
	for a, name := range profile.Architectures {
		opt := advisor.Option{Architecture: name, Score: scores[a], Low: scores[a] - spread, High: scores[a] + spread, Feasible: true,
			Gates: []advisor.GateHit{}, Shape: "2 x c7g.large behind an ALB", Contributions: fakeContributions(name, scores[a], people)}
		opt.Arch += archIndex(a, opt.Arch)
		opt.Estimates = advisor.Estimates{Cost: advisor.Band{Low: 180, Expected: 240 + rps, High: 420 + rps}, P99: advisor.Band{Low: 90, Expected: 120, High: 180},
			Availability: advisor.Band{Low: 99.9, Expected: 99.93, High: 99.95}, Instances: advisor.Band{Low: 2, Expected: 2, High: 3}, OpsFTE: advisor.Band{Low: 0.2, Expected: 0.4, High: 0.6},
			OpsUSD: advisor.Band{Low: 2400, Expected: 4800, High: 7200}, Together: advisor.Band{Low: 2580, Expected: 5040 + rps, High: 7620 + rps}}
		d.Ranking = append(d.Ranking, opt)
	}
	if v := p.Get(profile.LongestJobS); v.Known() && v.Low > 900 {
		d.Ranking[1].Feasible = false
		d.Ranking[1].Gates = []advisor.GateHit{{ID: "G-JOB-01", Because: "one job of 1,200 s is longer than the 900 s that a function may run", Share: 1, Sources: []string{"AWS Lambda quotas https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html"}}}
	}
	sort.SliceStable(d.Ranking, func(i, j int) bool {
		if d.Ranking[i].Feasible != d.Ranking[j].Feasible {
			return d.Ranking[i].Feasible
		}
		return d.Ranking[i].Score > d.Ranking[j].Score
	})
	lead := d.Ranking[0].Score - d.Ranking[1].Score
	d.Recommendation, d.Verdict = d.Ranking[0].Architecture, advisor.Recommended
	if lead < 5 {
		d.Verdict = advisor.CloseCall
	}
	first := 0.5 + math.Min(0.49, lead/100)
	for i, s := range []float64{first, (1 - first) * 0.7, (1 - first) * 0.3} {
		d.Ranking[i].Probability = s
	}
	d.Probability = first
	d.Reasons = append(d.Reasons, explain.Reason{ID: "R-TEAM-02", Criterion: "simplicity", For: d.Recommendation, Against: d.Ranking[1].Architecture, Points: lead / 2,
		Share: 1, Quotes: []explain.Quote{{Architecture: d.Recommendation, Because: fmt.Sprintf("%.0f people are few enough to own one deployable together", people)}}})
	d.Flips, _ = fakeEngine{}.Flips(context.Background(), p, o)
	if len(p.Get(profile.Exclude).List) == 3 {
		d.Verdict, d.Recommendation, d.Probability, d.Flips, d.Reasons = advisor.Infeasible, "", 0, nil, nil
		d.Relaxation = &explain.Flip{Changes: []explain.Change{{Field: profile.Exclude, From: p.Get(profile.Exclude), To: profile.List("serverless", "microservices")}}, Recommendation: "monolith", Relaxes: true, Allows: "monolith"}
		for i := range d.Ranking {
			d.Ranking[i].Feasible, d.Ranking[i].Probability = false, 0
		}
	}
	return d
}

func archIndex[T ~uint8](a int, _ T) T { return T(a) }

func fakeContributions(name string, score, people float64) []advisor.Contribution {
	return []advisor.Contribution{
		{ID: "M-COST-01", Kind: "measure", Criterion: "cost", Weight: 0.2, Points: score / 2, State: "fired", Share: 1, Answered: true,
			Because: "$240 a month against a budget of $2,000", Sources: []string{"AWS price list 2026-11 https://aws.amazon.com/ec2/pricing/"}, Facts: map[string]any{"budget.monthly_usd": 2000.0}, Margin: advisor.Margin{Scaled: true, Value: 100}},
		{ID: "R-TEAM-02", Kind: "rule", Criterion: "simplicity", Weight: 0.15, Points: score / 4, State: "fired", Share: 1, Answered: true,
			Because: fmt.Sprintf("%.0f people are few enough to own one deployable together", people), Sources: []string{"Newman, Monolith to Microservices, 2019, ch. 1"}, Facts: map[string]any{"team.engineers": people, "team.teams": 2.0}, Margin: advisor.Margin{Terms: []advisor.Term{{Name: "team.engineers", Op: "<", Shown: "8", Wanted: "13", Away: "5"}}}},
		{ID: "R-DEPLOY-01", Kind: "rule", Criterion: "autonomy", Weight: 0.1, Points: -3, State: "undecided", Share: 0.4, Answered: true,
			Because: "teams that wait for one another want to release on their own", Sources: []string{"DORA 2023"}, Facts: map[string]any{}},
		{ID: "R-OPEN-01", Kind: "rule", Criterion: "reliability", Weight: 0.1, Points: score/4 + 3, State: "undecided", Share: 0.25, Because: "what you left open", Sources: []string{"assumption"}, Facts: map[string]any{}},
		{ID: "R-GPU-01", Kind: "rule", Criterion: "performance", Weight: 0.1, State: "asleep", Because: "no GPU is needed", Sources: []string{"assumption"}, Facts: map[string]any{}, Margin: advisor.Margin{Terms: []advisor.Term{{Name: "work.gpu", Shown: "no"}}}},
	}
}

func (e fakeEngine) Explain(ctx context.Context, p *profile.Profile, o advisor.Options, passed ...profile.ID) (*explain.Explanation, error) {
	d := e.Advise(p, o)
	d.NextQuestions = slices.DeleteFunc(d.NextQuestions, func(q explain.Question) bool {
		id, _ := profile.Lookup(q.Field)
		return slices.Contains(passed, id)
	})
	x := &explain.Explanation{Decision: d, Profile: p}
	for _, opt := range d.Ranking {
		x.Details = append(x.Details, explain.Detail{Architecture: opt.Architecture, Dominating: "c7g.large, 2 instances", SpreadFrom: explain.Spread{advisor.Cost: "load.mean_rps"},
			Bill: []explain.LineItem{{Item: "c7g.large, 2 instances", Quantity: 1460, Unit: "hours", UnitPriceUSD: 0.0725, MonthlyUSD: 105.85, Source: "https://aws.amazon.com/ec2/pricing/", AsOf: "2026-11-01"},
				{Item: "load balancer", Quantity: 730, Unit: "hours", UnitPriceUSD: 0.0225, MonthlyUSD: 16.43, Source: "https://aws.amazon.com/elasticloadbalancing/pricing/", AsOf: "2026-11-01", Flagged: true}}})
	}
	for rps := 0.1; rps <= 1e5; rps *= 10 {
		pt := explain.CurvePoint{MeanRPS: rps}
		for a, base := range []float64{150, 5, 600} {
			c := base + rps*[]float64{0.5, 4, 0.4}[a]
			pt.Cost[a] = advisor.Band{Low: c * 0.8, Expected: c, High: c * 1.3}
			pt.P99[a] = advisor.Band{Low: 90, Expected: 120 + rps/1000, High: 300}
			pt.OpsFTE[a] = advisor.Band{Low: 0.2, Expected: 0.4, High: 0.9}
		}
		x.Curve = append(x.Curve, pt)
	}
	x.BreakEven = []explain.BreakEven{{Pair: [2]string{"monolith", "serverless"}, Intervals: []explain.Interval{{FromRPS: 0.1, ToRPS: 41, Cheaper: "serverless"}, {FromRPS: 41, ToRPS: 1e5, Cheaper: "monolith"}}}}
	x.Cheapest = x.BreakEven[0].Intervals
	x.Sensitivity = explain.Sensitivity{Tornado: []explain.Swing{{Field: "load.mean_rps", Low: -4, High: 12, At: [2]any{200.0, 0.1}, CrossesNil: true}, {Field: "team.engineers", Low: 2, High: 9, At: [2]any{100.0, 2.0}}},
		Carrying: []explain.Carry{{ID: "R-TEAM-02", Recommendation: "microservices"}}}
	x.Objections = []explain.Reason{{ID: "R-DEPLOY-01", Criterion: "autonomy", For: d.Ranking[1].Architecture, Against: d.Recommendation, Points: 3, Share: 1,
		Quotes: []explain.Quote{{Because: "teams that wait for one another want to release on their own"}}}}
	x.Migration = []explain.Step{{Action: explain.Begin, Target: "monolith"}, {Action: explain.BuildOn, Target: "monolith"}}
	x.Open = []explain.OpenField{{Field: "work.cpu_ms", Explains: 0.24}}
	x.Precedents = []precedent.Precedent{{Case: &precedent.Case{ID: "bakery", Organisation: "bakery", Label: "serverless", Year: 2021, Summary: "moved its ovens to functions",
		Source: "How the ovens moved https://bakery.example/engineering/2021/05/how-we-moved-all-of-our-ovens-to-functions-and-back?from=archive&lang=en"},
		Similarity: 0.61, Shared: []profile.ID{profile.Engineers}, Differs: []profile.ID{profile.Pattern}}}
	return x, ctx.Err()
}

func (fakeEngine) Flips(ctx context.Context, p *profile.Profile, o advisor.Options) ([]explain.Flip, error) {
	return []explain.Flip{{Changes: []explain.Change{{Field: profile.Engineers, From: p.Get(profile.Engineers), To: profile.Number(34)}}, Recommendation: "microservices"}}, ctx.Err()
}

func (e fakeEngine) EachFlip(ctx context.Context, p *profile.Profile, o advisor.Options) ([]explain.Flip, error) {
	return e.Flips(ctx, p, o)
}

func (fakeEngine) Inquire(ctx context.Context, p *profile.Profile, o advisor.Options, _ ...profile.ID) (explain.Inquiry, error) {
	q := explain.Inquiry{Enough: p.Known(profile.StableBoundaries)}
	for i, id := range []profile.ID{profile.OpsMaturity, profile.DataCoupling, profile.Teams, profile.StableBoundaries} {
		if !p.Known(id) {
			q.Questions = append(q.Questions, explain.Question{Field: id.String(), Value: 1 / float64(i+1)})
		}
	}
	return q, ctx.Err()
}
