package whatif

import (
	"math"
	"slices"
	"testing"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

func TestSliderSteps(t *testing.T) {
	s := sliderOf(profile.MeanRPS)
	if s.stops[0] != 0.1 || s.stops[len(s.stops)-1] != 1e5 || !slices.IsSorted(s.stops) {
		t.Fatalf("%v", s.stops)
	}
	for _, v := range []struct {
		from float64
		by   int
		want float64
	}{{120, 1, 150}, {120, -1, 100}, {130, 1, 150}, {130, -1, 120}, {100, 5, 300}, {1e5, 1, 1e5}, {0.1, -5, 0.1}, {0.01, 1, 0.12}, {1e9, -1, 8e4}} {
		if got := s.step(v.from, v.by); math.Abs(got-v.want) > 1e-9*v.want {
			t.Errorf("%v by %d: %v, want %v", v.from, v.by, got, v.want)
		}
	}
	if got := sliderOf(profile.MeanRPS, profile.Number(5e6)).stops; got[len(got)-1] != 5e6 {
		t.Errorf("an answer beyond the slider is not on it: %v", got[len(got)-1])
	}
	for id := range profile.NumFields {
		f := id.Field()
		if f.Kind != profile.Numeric {
			continue
		}
		stops := sliderOf(id).stops
		if len(stops) < 2 || !slices.IsSorted(stops) {
			t.Errorf("%s: %v", id, stops)
		}
		for _, v := range stops {
			if err := profile.New("x").Set(id, profile.Number(v)); err != nil {
				t.Errorf("%s: a stop at %v: %v", id, v, err)
			}
		}
	}
}

func TestSliderDraws(t *testing.T) {
	s := slider{[]float64{1, 2, 3, 4, 5}}
	mark := []explain.Change{{To: profile.Number(4)}}
	for want, got := range map[string]string{
		"●─┴─┴─╂─┤": s.draw(profile.Number(1), profile.Number(1), 1, mark, 9),
		"○─┴─●─╂─┤": s.draw(profile.Number(3), profile.Number(1), 1, mark, 9),
		"├─━━━━━─┤": s.draw(profile.Between(2, 4), profile.Between(2, 3), 1, nil, 9),
		"├─┴─?─┴─┤": s.draw(profile.Value{}, profile.Value{}, 3, nil, 9),
		"  ":        s.draw(profile.Number(1), profile.Number(1), 1, nil, 2),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
