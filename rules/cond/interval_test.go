package cond

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSpans checks the numbers that a comparison asks for by membership.
func TestSpans(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 500 {
		a := &Condition{asked: asked{x: &Expression{op: 'f'}}, comparison: &comparison{op: []string{"in", "not in"}[r.IntN(2)]}}
		for range 1 + r.IntN(4) {
			a.wants = append(a.wants, float64(r.IntN(9)-4))
		}
		a.ask()
		for x := -5.0; x <= 5; x += 0.5 {
			if want := slices.Contains(a.wants, x) == (a.op == "in"); NewSet(nil, []*Condition{a}).Holds(0, []float64{x}) != want {
				t.Fatalf("%s %v: asks for %v, wants %v", a.op, a.wants, a.span, x)
			}
		}
	}
}
