package explain

import (
	"context"
	"math"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// TestPrecedentsAreAReason: what documented decisions with the same answers add is a contribution of its own, and the
// difference that it makes is a reason for, or an objection to, the leader, with the answers that do it.
func TestPrecedentsAreAReason(t *testing.T) {
	plain := core(t)
	engineers := advisor.Trait{Field: profile.Engineers, Knot: 1}
	learned := &advisor.Strengths{Traits: map[advisor.Trait][3]float64{engineers: {-8, 4, 4}}}
	a, err := advisor.New(plain.Pack(), learned, plain.Prices(), "test")
	if err != nil {
		t.Fatal(err)
	}
	p := profile.New("ten people")
	p.Set(profile.Engineers, profile.Number(9)) // log10 of 10: whole at this knot
	stage, _ := profile.Choice(profile.Stage, "idea")
	p.Set(profile.Stage, stage)
	x, err := New(a).Explain(context.Background(), p, advisor.Options{Draws: 64})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range x.Ranking {
		c, sum := o.Contribution(advisor.Precedents), 0.0
		for i := range o.Contributions {
			sum += o.Contributions[i].Points
		}
		if c == nil || c.Points != learned.Traits[engineers][o.Arch] || c.Facts["team.engineers"] == nil || math.Abs(sum-o.Score) > 1e-6 {
			t.Errorf("%s: precedents give %+v, all %.3f of %.3f", o.Architecture, c, sum, o.Score)
		}
	}
	told := false
	for _, r := range append(x.Reasons, x.Objections...) {
		if r.ID == advisor.Precedents {
			told = true
			if r.For == "monolith" || math.Abs(r.Points-12) > 1e-9 || len(r.Fields) != 1 || r.Fields[0] != profile.Engineers {
				t.Errorf("the difference is told as %+v", r)
			}
		}
	}
	if !told {
		t.Errorf("nobody hears of 12 points by precedents: %+v, %+v", x.Reasons, x.Objections)
	}
}
