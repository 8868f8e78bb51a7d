package advisor

import (
	"testing"
)

// TestLeaderIsThatOfTheDecision: the short way to who leads, and the shorter
// one, agree with the decision, with few draws and with as many as it takes.
func TestLeaderIsThatOfTheDecision(t *testing.T) {
	a := core(t)
	for i := range 60 {
		p := some(complete(i), i, 4+i%9)
		for _, o := range []Options{{Draws: 0}, {Draws: 96}, {Draws: scoreDraws + 100}, Default} {
			want := -1
			if d := a.Advise(p, o); d.Verdict != Infeasible {
				want = int(d.Ranking[0].Arch)
			}
			if got := a.Leader(p, o); got != want {
				t.Errorf("profile %d, %d draws: leader %d, the decision says %d", i, o.Draws, got, want)
			}
			if got := a.LikelyLeader(p, o); got != want {
				t.Errorf("profile %d, %d draws: likely leader %d, the decision says %d", i, o.Draws, got, want)
			}
			if want < 0 || o.Draws < 0 {
				continue
			}
			r := a.Draw(p, o)
			if got := a.MarginOf(p, o, want); got != r.Margin(want) {
				t.Errorf("profile %d, %d draws: margin %v, the decision says %v", i, o.Draws, got, r.Margin(want))
			}
			r.Done()
		}
	}
}

// TestFurtherDrawsLeaveTheScores: from a number on, more draws sharpen the
// probabilities alone.
func TestFurtherDrawsLeaveTheScores(t *testing.T) {
	p := some(complete(1), 1, 6)
	few, many, more := core(t).Draw(p, Options{Draws: 64}), core(t).Draw(p, Options{Draws: scoreDraws}), core(t).Draw(p, Options{Draws: 2 * scoreDraws})
	if few.Score == many.Score || many.Score != more.Score || many.Probability == more.Probability {
		t.Errorf("scores %v, %v, %v; probabilities %v, %v", few.Score, many.Score, more.Score, many.Probability, more.Probability)
	}
	few.Done()
	many.Done()
	more.Done()
}
