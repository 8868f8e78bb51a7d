package precedent

import (
	"math"
	"slices"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

func nearestTo(t *testing.T, p *profile.Profile) []Precedent {
	t.Helper()
	r := core(t).Draw(p, advisor.Options{Draws: 64})
	defer r.Done()
	return NewNeighbours(core(t), Corpus()).Nearest(r)
}

// TestNearestIsItself: a documented decision that may be shown is nearest to its
// own profile, or as near as others of the same facts, and differs from
// it in nothing.
func TestNearestIsItself(t *testing.T) {
	shown, itself := 0, 0
	for _, c := range Corpus() {
		if !c.Shown() || shown >= 40 {
			continue
		}
		list := nearestTo(t, c.Profile)
		shown++
		if len(list) == 0 {
			continue // says nothing that a rule reads
		}
		if list[0].Similarity < 0.8 {
			t.Errorf("the nearest to a decision of the corpus has similarity %.2f", list[0].Similarity)
		}
		if list[0].Case == c {
			itself++
			if len(list[0].Differs) > 0 {
				t.Errorf("a decision differs from itself in %v", names(list[0].Differs))
			}
		}
	}
	if float64(itself) < 0.8*float64(shown) {
		t.Errorf("%d of %d decisions are nearest to themselves", itself, shown)
	}
}

// TestNearestShowsTheOtherWay: what may not be shown never is, similarities fall
// (but for the one that went another way), and labels are not all the same where
// another is within reach.
func TestNearestShowsTheOtherWay(t *testing.T) {
	another, whole := 0, 0
	for i := 0; i < 60; i++ {
		list := nearestTo(t, Sparse(Population(populationSeed, i), populationSeed, i, 8))
		if len(list) > shownPrecedents {
			t.Fatalf("%d precedents", len(list))
		} else if len(list) == shownPrecedents {
			whole++
		}
		for k, p := range list {
			if p.Source == "" || p.Similarity <= 0 || p.Similarity > 1 || p.Remote() != (p.Similarity < 0.17) {
				t.Errorf("%+v is shown", p.Row())
			}
			if len(p.Shared) == 0 && !p.Remote() {
				t.Errorf("%s is near, and alike in nothing", p.ID)
			}
			if k > 0 && p.Similarity > list[k-1].Similarity {
				t.Errorf("precedent %d is nearer than the one before", k)
			}
			if p.Label != list[0].Label {
				another++
				break
			}
		}
	}
	if whole < 50 {
		t.Errorf("%d of 60 lists are whole", whole)
	}
	if another == 0 {
		t.Error("no list shows a decision that went another way")
	}
	if list := nearestTo(t, profile.New("nothing")); len(list) != 0 {
		t.Errorf("nothing is known, and %d decisions are similar", len(list))
	}
}

// TestAnswersAreAnswers: frequencies sum to 1 and every value can be stated.
func TestAnswersAreAnswers(t *testing.T) {
	for _, f := range profile.Fields() {
		list := Answers(Corpus(), f.ID)
		sum := 0.0
		for _, a := range list {
			sum += a.Share
			if err := profile.New("any").Set(f.ID, a.Value); err != nil {
				t.Errorf("%s: %v", f.Name(), err)
			}
		}
		if len(list) > 0 && math.Abs(sum-1) > 1e-9 {
			t.Errorf("%s: the shares of the answers sum to %v", f.Name(), sum)
		}
		if words := slices.Contains([]profile.Kind{profile.Bool, profile.Option}, f.Kind); words && len(list) < 2 {
			t.Errorf("%s: %d answers", f.Name(), len(list))
		}
	}
}

// TestCorpusReads: every shipped file is read whole; what is shown has an address.
func TestCorpusReads(t *testing.T) {
	cases, err := corpus()
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, c := range cases {
		if ids[c.ID] {
			t.Errorf("two cases %s", c.ID)
		}
		ids[c.ID] = true
		if c.Summary == "" || c.Organisation == "" || c.Year == 0 || c.Confidence == "" {
			t.Errorf("%s lacks its summary, organisation, year or confidence", c.ID)
		}
	}
	if len(cases) < 228 {
		t.Errorf("%d decisions ship, want at least 228", len(cases))
	}
}
