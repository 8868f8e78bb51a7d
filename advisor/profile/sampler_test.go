package profile

import (
	"math"
	"math/rand/v2"
	"testing"
)

// checkDraw fails unless a drawn point is complete, keeps what the profile
// states, and is a valid profile when written out.
func checkDraw(t *testing.T, p *Profile, pt *Point) {
	t.Helper()
	q := p.FromPoint(pt)
	if es := q.Validate(); len(es) > 0 {
		t.Fatalf("draw is not valid: %v\nprofile %s\ndraw %s", es, dump(p), dump(q))
	}
	for id := ID(0); id < NumFields; id++ {
		f := id.Field()
		x := pt[id]
		if f.Drawn && (math.IsNaN(x) || math.IsInf(x, 0)) {
			t.Fatalf("%s is %v\nprofile %s", id, x, dump(p))
		}
		if v := p.Get(id); v.Known() && f.Kind == Numeric && id != RequestsPerMonth && id != PeakToMean && !(v.Low <= x && x <= v.High) {
			t.Fatalf("%s = %v was stated as %v\nprofile %s", id, x, v, dump(p))
		}
	}
	if pt[PeakRPS] < pt[MeanRPS] || pt[PeakToMean] < 1 {
		t.Fatalf("peak %v, mean %v, ratio %v\nprofile %s", pt[PeakRPS], pt[MeanRPS], pt[PeakToMean], dump(p))
	}
}

func dump(p *Profile) string { return string(Encode(p)) }

func TestEveryDrawIsAValidProfile(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		p := randomProfile(r)
		s := NewSampler(p, r.Uint64())
		var pt Point
		s.Central(&pt)
		checkDraw(t, p, &pt)
		for range 5 {
			s.Draw(r.IntN(8192), &pt)
			checkDraw(t, p, &pt)
		}
	}
}

func TestSparseDraws(t *testing.T) {
	p := New("x")
	s := NewSampler(p, 7)
	var pt Point
	for k := range 4096 {
		s.Draw(k, &pt)
		checkDraw(t, p, &pt)
		if idle := pt[IdleShare]; pt[MeanRPS] > pt[PeakRPS]*(1-idle)*(1+1e-12) {
			t.Fatalf("draw %d: mean %v above peak %v x (1 - %v)", k, pt[MeanRPS], pt[PeakRPS], idle)
		}
		for _, id := range s.Open() {
			if lo, hi, _ := PriorSpan(id); pt[id] < lo || pt[id] > hi {
				t.Fatalf("draw %d: %s = %v outside its prior %v..%v", k, id, pt[id], lo, hi)
			}
		}
	}
}
