package packs_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor"
	"archadvisor/rules"
)

// next loads the third edition: its files, on the sources and gates that it
// shares with the edition in use.
func next(t *testing.T) *rules.Pack {
	t.Helper()
	pack, issues := rules.Load(os.DirFS("."), "evidence.toml", "gates.toml", "next/*.toml")
	for _, i := range issues {
		t.Error(i.String())
	}
	if pack == nil || t.Failed() {
		t.Fatal("the third edition does not load")
	}
	return pack
}

// TestNextSizesAreClasses: the gap between the option that a rule favours most
// and the one it speaks most against is a size class, and nothing else.
func TestNextSizesAreClasses(t *testing.T) {
	for _, r := range next(t).Rules {
		lo, hi := 0.0, 0.0
		for _, p := range r.Points {
			lo, hi = min(lo, p), max(hi, p)
		}
		if !slices.Contains([]float64{5, 15, 30}, hi-lo) || len(r.Points) != 3 {
			t.Errorf("%s: points %v span %g, want all three options and a span of 5, 15 or 30", r.ID, r.Points, hi-lo)
		}
	}
}

// TestNextCitesSources: what the third edition cites exists, and each source
// that came with it is cited.
func TestNextCitesSources(t *testing.T) {
	pack := next(t)
	_, by := pack.Cited()
	for id := range by {
		if pack.Source(id) == nil {
			t.Errorf("there is no source %s", id)
		}
	}
	for _, s := range pack.Sources {
		if file, _ := s.Place(); strings.Contains(file, "next") && by[s.ID] == nil {
			t.Errorf("nobody cites %s", s.ID)
		}
	}
}

// TestNextReadsNoImportance: importances act on what is shown, once.
func TestNextReadsNoImportance(t *testing.T) {
	for _, r := range next(t).Rules {
		if strings.Contains(r.When, "priorities.") || strings.Contains(r.When, "compliance") {
			t.Errorf("%s reads %s", r.ID, r.When)
		}
	}
}

func TestNextLint(t *testing.T) {
	for _, i := range next(t).Check(advisor.Schema()) {
		t.Error(i.String())
	}
}
