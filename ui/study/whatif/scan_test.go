package whatif

import (
	"context"
	"math"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
	"archadvisor/ui/view"
)

// stepEngine recommends by the load alone: serverless to 47, monolith to 480,
// and nothing above that. With few draws it errs about one value, as a close
// call does.
type stepEngine struct {
	session.Engine
	calls *int
}

func (e stepEngine) Advise(p *profile.Profile, o advisor.Options) *explain.Decision {
	*e.calls++
	load := p.Get(profile.MeanRPS).Low
	d := &explain.Decision{Decision: advisor.Decision{Recommendation: "monolith"}}
	switch {
	case load <= 47, o.Draws < 200 && load > 190 && load < 260:
		d.Recommendation = "serverless"
	case load > 480:
		d.Recommendation = ""
	}
	return d
}

func TestScanFindsFlips(t *testing.T) {
	calls := 0
	cfg := &view.Config{Engine: stepEngine{calls: &calls}, Typing: advisor.Options{Draws: 128}}
	p := shop(t)
	marks := scanField(t.Context(), cfg, p, p, sliderOf(profile.MeanRPS))
	if len(marks) != 2 {
		t.Fatalf("%+v, want two: noise of few draws is not told", marks)
	}
	// From 120 req/s the one is below, the other above; both in two digits.
	for i, want := range []flipMark{{beyond: 46, to: "serverless"}, {beyond: 490, to: nobody}} {
		got := marks[i]
		if got.to != want.to || math.Abs(got.beyond/want.beyond-1) > 0.05 {
			t.Errorf("%+v, want about %+v", got, want)
		}
		if unit := math.Pow(10, math.Floor(math.Log10(got.beyond))-1); math.Abs(got.beyond/unit-math.Round(got.beyond/unit)) > 1e-9 {
			t.Errorf("%v has more than two digits", got.beyond)
		}
	}
	if calls > 80 {
		t.Errorf("%d decisions for one answer", calls)
	}
}

// TestScanStops: a scan that newer input made useless computes nothing.
func TestScanStops(t *testing.T) {
	calls := 0
	cfg := &view.Config{Engine: stepEngine{calls: &calls}, Typing: advisor.Options{Draws: 128}}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	p := shop(t)
	if marks := scanField(ctx, cfg, p, p, sliderOf(profile.MeanRPS)); len(marks) != 0 || calls != 0 {
		t.Errorf("%v after %d decisions", marks, calls)
	}
}

func TestBriefValues(t *testing.T) {
	s := sliderOf(profile.MeanRPS)
	for _, v := range []struct {
		v    float64
		up   bool
		want float64
	}{{9234, true, 9300}, {9234, false, 9200}, {9200, true, 9200}, {0.1234, false, 0.12}, {99999, true, 1e5}, {0.1, false, 0.1}} {
		if got := s.brief(v.v, v.up); math.Abs(got-v.want) > 1e-9*v.want {
			t.Errorf("%v: %v, want %v", v.v, got, v.want)
		}
	}
	if got := sliderOf(profile.Engineers).brief(3.0, true); got != 3 {
		t.Errorf("3 people became %v", got)
	}
	if got := sliderOf(profile.AvailabilityPct).brief(99.95, false); got != 99.95 {
		t.Errorf("99.95 %% became %v", got)
	}
}
