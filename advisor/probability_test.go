package advisor

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"archadvisor/rules"
	"archadvisor/rules/cond"
)

// TestTenPointsDoubleTheOdds: worked by hand.
func TestTenPointsDoubleTheOdds(t *testing.T) {
	for _, c := range []struct {
		value, want [numOptions]float64
		out         [numOptions]bool
	}{
		{value: [3]float64{10, 0, 0}, out: [3]bool{false, false, true}, want: [3]float64{2.0 / 3, 1.0 / 3, 0}},
		{value: [3]float64{-30, -40, -50}, want: [3]float64{4.0 / 7, 2.0 / 7, 1.0 / 7}},
		{value: [3]float64{900, 0, 0}, out: [3]bool{true, false, false}, want: [3]float64{0, 0.5, 0.5}},
		{value: [3]float64{1, 2, 3}, out: [3]bool{true, true, true}},
	} {
		got := LogitShares(&c.value, &c.out)
		for o := range got {
			if !near(got[o], c.want[o], 1e-12) {
				t.Errorf("%v without %v: got %v, want %v", c.value, c.out, got, c.want)
			}
		}
	}
}

// TestGainOfKnowing: of two equally likely states, in each of which the odds of
// one of two options are 2 to 1, knowing which holds raises the probability of
// the right choice from 1/2 to 2/3; knowing nothing new raises nothing.
func TestGainOfKnowing(t *testing.T) {
	u := Utilities{{10, 0, 0}, {0, 10, 0}, {10, 0, 0}, {0, 10, 0}}
	third := [numOptions]bool{false, false, true}
	for _, c := range []struct {
		bin  []uint16
		want float64
	}{
		{[]uint16{0, 1, 0, 1}, 1.0 / 6},
		{[]uint16{0, 0, 1, 1}, 0},
		{[]uint16{0, 1, 1, 1}, 1.0 / 12},
	} {
		if got := u.Shares(third).Partial(c.bin, 2); !near(got, c.want, 1e-12) {
			t.Errorf("split %v: gain %v, want %v", c.bin, got, c.want)
		}
	}
	if got, _ := u.Gain(third); !near(got, 1.0/6, 1e-12) {
		t.Errorf("all answers are worth %v, want 1/6", got)
	}
	if got, _ := u.Gain([numOptions]bool{false, true, true}); got != 0 {
		t.Errorf("with one option left answers are worth %v", got)
	}
}

// TestPiecewiseLinear: the example of smaa.pvf of github.com/gertvv/rsmaa.
func TestPiecewiseLinear(t *testing.T) {
	for x, want := range map[float64]float64{50: 1, 100: 0, 101: 0} {
		got := piecewise(t, []float64{50, 75, 90, 100}, []float64{1, 0.8, 0.5, 0}, x)
		if !near(got, want, 1e-12) {
			t.Errorf("value of %v is %v, want %v", x, got, want)
		}
	}
}

// piecewise runs the value function through a measure of the rule language.
func piecewise(t *testing.T, x, y []float64, at float64) float64 {
	t.Helper()
	var points []string
	for i := range x {
		points = append(points, fmt.Sprintf("[%v, %v]", x[i], y[i]*100))
	}
	pack, issues := rules.LoadFile("check.toml", []byte(`
[pack]
name = "check"
version = "1"
[[criterion]]
id = "c"
title = "c"
because = "a check"
source = "a check"
[[mechanism]]
id = "m"
title = "m"
[[measure]]
id = "m"
criterion = "c"
mechanism = "m"
of = "x"
points = [`+strings.Join(points, ", ")+`]
because = "a check"
source = "a check"
`))
	if len(issues) > 0 {
		t.Fatal(issues)
	}
	schema := cond.NewSchema([]cond.Fact{{Name: "x", Kind: cond.FactNumber, Min: 0, Max: 1000}}, []string{"a"})
	program, issues := rules.Compile(pack, schema)
	if program == nil {
		t.Fatal(issues)
	}
	return program.Value(0, 0, []float64{at}) / 100
}

func near(got, want, tolerance float64) bool { return math.Abs(got-want) <= tolerance }
