package rules

import (
	"strings"
	"testing"
)

// A condition on a list asks for a word of it; an unknown list decides nothing.
func TestListConditions(t *testing.T) {
	s := world(t)
	kinds, _ := s.Index("work.kinds")
	for _, tt := range []struct {
		when  string
		holds [5]truth // none, request, event, request and event, unknown
	}{
		{"work.kinds == 'event'", [5]truth{no, no, yes, yes, unknown}},
		{"'event' != work.kinds", [5]truth{yes, yes, no, no, unknown}},
		{"not work.kinds == 'event'", [5]truth{yes, yes, no, no, unknown}},
		{"work.kinds in ['event', 'batch']", [5]truth{no, no, yes, yes, unknown}},
		{"work.kinds not in ['request', 'batch']", [5]truth{yes, no, yes, no, unknown}},
		{"work.kinds == 'request' and work.kinds == 'event'", [5]truth{no, no, no, yes, unknown}},
	} {
		g := compile(t, s, tt.when)
		for i, bits := range []float64{0, 1, 2, 3, nan} {
			v := unknowns(len(s.Facts))
			v[kinds] = bits
			must, may := make([]uint64, 1), make([]uint64, 1)
			g.Range(nil, v, v, must, may)
			got := no
			if must[0] == 1 {
				got = yes
			} else if may[0] == 1 {
				got = unknown
			}
			if got != tt.holds[i] || g.Set.Holds(0, v) != (got == yes) {
				t.Errorf("%s with %s: got %v and %v, want %v", tt.when, s.Format(kinds, bits, false), got, g.Set.Holds(0, v), tt.holds[i])
			}
		}
	}
}

func TestListFaults(t *testing.T) {
	for when, want := range map[string]string{
		"work.kinds == 'evnt'":                  "did you mean event?",
		"work.kinds < 'event'":                  "a list has no order",
		"work.kinds == 3":                       "work.kinds is a list, 3 is a number; it may be request, event, batch",
		"work.kinds":                            "work.kinds is a list, not a condition",
		"work.kinds in [1]":                     "a list is looked for, 1 is a number",
		"work.kinds * 2 > 1":                    "arithmetic on a list",
		"work.kinds == load.pattern":            "type clash",
		"work.kinds == domain.lockstep_changes": "type clash",
	} {
		_, issues := Compile(packOf(when), world(t))
		if len(issues) == 0 || !strings.Contains(issues[0].Message, want) {
			t.Errorf("%s: got %v, want %s", when, issues, want)
		}
	}
}

// A comparison is told as the list and the word, as it is written.
func TestListMargin(t *testing.T) {
	s := world(t)
	kinds, _ := s.Index("work.kinds")
	g := compile(t, s, "work.kinds == 'event'")
	v := unknowns(len(s.Facts))
	v[kinds] = 5
	m := g.Margin(0, v)[0]
	if m.Fact != kinds || m.Shown+" "+m.Op+" "+m.Wanted != "request, batch == event" {
		t.Errorf("got %+v", m)
	}
}
