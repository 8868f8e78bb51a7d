package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Outcome is what the caller's program makes of the profile of a Test.
type Outcome struct {
	Leader, Verdict string
	States          map[string]string // id of a rule or gate: fired, asleep or undecided
	RuledOut        []string
}

// TestResult is a Test that ran; it passed if Problems is empty.
type TestResult struct {
	ID       string
	File     string
	Line     int
	Problems []string
}

// RunTests runs the tests of the pack through a function that decides a profile.
func (p *Pack) RunTests(decide func(profile map[string]any) (Outcome, error)) []TestResult {
	out := make([]TestResult, len(p.Tests))
	for i := range p.Tests {
		t := &p.Tests[i]
		out[i].ID = t.ID
		out[i].File, out[i].Line = t.Place()
		got, err := decide(t.Profile)
		if err != nil {
			out[i].Problems = []string{err.Error()}
			continue
		}
		out[i].Problems = t.Expect.compare(&got)
	}
	return out
}

func (e *Expect) compare(got *Outcome) (problems []string) {
	word := func(what, want, got string) {
		if want != "" && want != got {
			problems = append(problems, fmt.Sprintf("%s is %s, want %s", what, orNone(got), want))
		}
	}
	word("leader", e.Leader, got.Leader)
	word("verdict", e.Verdict, got.Verdict)
	for _, s := range []struct {
		state string
		ids   []string
	}{{"fired", e.Fired}, {"asleep", e.Asleep}, {"undecided", e.Undecided}} {
		for _, id := range s.ids {
			word(id, s.state, got.States[id])
		}
	}
	if e.RuledOut != nil {
		listed := func(ids []string) string { return orNone(strings.Join(slices.Sorted(slices.Values(ids)), ", ")) }
		word("ruled out", listed(e.RuledOut), listed(got.RuledOut))
	}
	return problems
}

func orNone(s string) string { return cmp.Or(s, "nothing") }
