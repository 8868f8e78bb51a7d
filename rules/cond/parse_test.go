package cond

import (
	"fmt"
	"strings"
	"testing"
)

// FuzzCondition feeds the parser arbitrary text: it must not panic, and
// parts of what parses stand in their places.
func FuzzCondition(f *testing.F) {
	for _, s := range []string{
		"team.engineers < 10", "a and b or not c", "x in [1, 2 min, -3]", "cost.{option}.monthly_usd / budget.monthly_usd > 1.5e-3",
		"not (a or b) and (c or d)", "1 - (2 - 3) < -x", "x not in ['a', \"b'\"]", "500 req/s < load.rps", "99.9 % > q", "3 per week == d",
		"((((", "a and", "1e999 > x", "x == 'ü'", "x ≤ 3", "x < 5 < 7", "true != false", "2 engineer-months > m", "500 USD/team.engineers > 3",
	} {
		f.Add(s)
	}
	s := NewSchema([]Fact{{Name: "team.engineers", Unit: "people"}, {Name: "x"}, {Name: "a", Kind: FactBool}, {Name: "q", Unit: "%"}}, nil)
	f.Fuzz(func(t *testing.T, text string) {
		c, problems := s.Condition(text, "", "no option")
		for _, p := range problems {
			if p.Message == "" || p.From < 0 || p.From > p.To || p.To > len(text) {
				t.Fatalf("%q: problem %+v", text, p)
			}
		}
		if c == nil && len(problems) == 0 {
			t.Fatalf("%q: neither a condition nor a problem", text)
		}
	})
}

// TestWide: a condition whose normal form has thousands of terms is as good as any.
func TestWide(t *testing.T) {
	var facts []Fact
	var parts []string
	for i := range 6 {
		a, b := fmt.Sprintf("a%d.x", i), fmt.Sprintf("b%d.x", i)
		facts = append(facts, Fact{Name: a}, Fact{Name: b})
		parts = append(parts, fmt.Sprintf("(%[1]s > 5 and %[2]s < 100 or %[2]s > 900 and %[1]s < 900 or %[1]s == 2)", a, b))
	}
	s := NewSchema(facts, nil)
	wide, _ := s.Condition(strings.Join(parts, " and "), "", "")
	narrow, _ := s.Condition("a0.x < 100", "", "")
	set := NewSet(s, []*Condition{wide, narrow})
	v := make([]float64, len(facts))
	for i := range v {
		v[i] = 50
	}
	var fired, must, may [1]uint64
	if set.Eval(nil, v, fired[:]); fired[0] != 3 {
		t.Errorf("fired %b", fired)
	}
	v[0] = nan
	if set.Range(nil, v, v, must[:], may[:]); must[0] != 0 || may[0] != 3 {
		t.Errorf("must %b, may %b", must, may)
	}
}
