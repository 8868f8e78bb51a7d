package ui

import (
	"context"
	"math"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// studyEngine is fakeEngine with an explanation that is rich enough for the
// chart and the sensitivity, and with flips that agree with its own formula:
// monolith and microservices have the same score at 10^(45/24) engineers.
type studyEngine struct{ fakeEngine }

func (e studyEngine) Explain(ctx context.Context, p *profile.Profile, o advisor.Options, passed ...profile.ID) (*explain.Explanation, error) {
	x, err := e.fakeEngine.Explain(ctx, p, o, passed...)
	x.Curve = nil
	for i := range 61 {
		rps := 0.1 * math.Pow(10, float64(i)/10)
		pt := explain.CurvePoint{MeanRPS: rps}
		for a, base := range []float64{150, 5, 600} {
			c := base + rps*[]float64{0.5, 4, 0.4}[a]
			pt.Cost[a] = advisor.Band{Low: c * 0.7, Expected: c, High: c * 1.6}
			pt.P99[a] = advisor.Band{Low: 90, Expected: 120 + 300*float64(a)/(1+rps) + rps/1000, High: 700}
			pt.OpsFTE[a] = advisor.Band{Low: 0.2, Expected: 0.4 + float64(a)*math.Log10(1+rps)/10, High: 1.9}
		}
		x.Curve = append(x.Curve, pt)
	}
	// 150 + r/2 = 5 + 4r, 150 + r/2 = 600 + 0.4 r, 5 + 4r = 600 + 0.4 r
	x.BreakEven = []explain.BreakEven{
		pairOf("monolith", "serverless", 145/3.5, "serverless", "monolith"),
		pairOf("monolith", "microservices", 4500, "monolith", "microservices"),
		pairOf("serverless", "microservices", 595/3.6, "serverless", "microservices")}
	x.BreakEven[0].Utilisation = 0.12
	x.Cheapest = []explain.Interval{{FromRPS: 0.1, ToRPS: 145 / 3.5, Cheaper: "serverless"}, {FromRPS: 145 / 3.5, ToRPS: 4500, Cheaper: "monolith"}, {FromRPS: 4500, ToRPS: 1e5, Cheaper: "microservices"}}
	x.Budget = advisor.Target{Value: 2000, Stated: true}
	x.Flips = []explain.Flip{{Changes: []explain.Change{{Field: profile.Engineers, To: profile.Number(76)}}, Recommendation: "microservices"}}
	x.Robustness = advisor.Robustness{Draws: 512, Precision: 0.03}
	x.Sensitivity.Tornado = append(x.Sensitivity.Tornado, explain.Swing{Field: "work.payload_mb", Low: 5, High: 6, At: [2]any{10.0, 0.1}},
		explain.Swing{Field: "domain.data_coupling", Low: 6, High: 11, At: [2]any{"low", "high"}})
	x.Sensitivity.Importances = []explain.Crossing{{Criterion: "time_to_market", From: 3, To: 4.5, Recommendation: "serverless"}, {Criterion: "cost", From: 3, To: 0.5, Recommendation: "serverless"}}
	return x, err
}

// EachFlip is that of its own formula.
func (studyEngine) EachFlip(ctx context.Context, p *profile.Profile, o advisor.Options) ([]explain.Flip, error) {
	f := explain.Flip{Changes: []explain.Change{{Field: profile.Engineers, To: profile.Number(76)}}, Recommendation: "microservices"}
	if middle(p, profile.Engineers, 20) > 75 {
		f.Changes[0].To, f.Recommendation = profile.Number(74), "monolith"
	}
	return []explain.Flip{f}, ctx.Err()
}

func pairOf(a, b string, at float64, first, then string) explain.BreakEven {
	return explain.BreakEven{Pair: [2]string{a, b}, Intervals: []explain.Interval{{FromRPS: 0.1, ToRPS: at, Cheaper: first}, {FromRPS: at, ToRPS: 1e5, Cheaper: then}}}
}

// console is study on a text console, whose font has no dots.
func console(tb testing.TB, p *profile.Profile, th string, w, h int) *driver {
	tb.Helper()
	d := study(tb, p, th, w, h)
	d.m.cfg.Theme.Glyphs = theme.Console
	return d
}

// study drives the screens with a studyEngine.
func study(tb testing.TB, p *profile.Profile, th string, w, h int) *driver {
	tb.Helper()
	d := &driver{tb: tb, saved: map[string]*profile.Profile{}}
	cfg := d.testConfig(session.New(p, session.Folder{}, ""), th)
	cfg.Engine = studyEngine{}
	d.m = New(context.Background(), &cfg)
	d.run(d.m.Init())
	d.size(w, h)
	return d.press("ctrl+r")
}
