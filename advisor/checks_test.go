package advisor

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"archadvisor/advisor/profile/distribution"
	"archadvisor/rules"
)

type check struct {
	ID        string
	Model     string
	Inputs    map[string]any
	Expected  float64
	Tolerance float64
	Source    string
}

func floats(v any) []float64 {
	var out []float64
	for _, x := range v.([]any) {
		out = append(out, float(x))
	}
	return out
}

func matrix(v any) [][]float64 {
	var out [][]float64
	for _, x := range v.([]any) {
		out = append(out, floats(x))
	}
	return out
}

func float(v any) float64 {
	if i, ok := v.(int64); ok {
		return float64(i)
	}
	return v.(float64)
}

// uniformSimplex tallies SMAA over weights drawn uniformly from the simplex:
// unit exponentials, normalised.
func uniformSimplex(values [][]float64, draws int) *tally {
	t := &tally{}
	w := make([]float64, len(values[0]))
	for k := 0; k < draws; k++ {
		for i := range w {
			w[i] = -math.Log(distribution.U(1, uint64(1000+i), k))
		}
		normalise(w)
		var u [numOptions]float64
		for o := range values {
			for i := range w {
				u[o] += w[i] * values[o][i]
			}
		}
		t.add(&u, [numOptions]bool{}, w)
	}
	return t
}

// TestPublishedChecks runs every published or derived figure of the decision
// analysis; the subtest names the entry and the log its source.
func TestPublishedChecks(t *testing.T) {
	data, err := os.ReadFile("testdata/model-checks.toml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Check []check }
	if err := toml.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Check) != 8 {
		t.Fatalf("got %d checks, want 8", len(file.Check))
	}
	for _, c := range file.Check {
		t.Run(c.ID, func(t *testing.T) {
			t.Log(c.Source)
			got, ok := runCheck(t, c)
			if !ok {
				t.Fatalf("no model %q", c.Model)
			}
			if math.Abs(got-c.Expected) > c.Tolerance {
				t.Errorf("got %v, want %v within %v", got, c.Expected, c.Tolerance)
			}
		})
	}
}

func runCheck(t *testing.T, c check) (float64, bool) {
	in := c.Inputs
	switch c.Model {
	case "smaa.choice_entropy_bits":
		return choiceEntropy(floats(in["b1"])), true
	case "smaa.rank_acceptability":
		return uniformSimplex(matrix(in["values"]), 8192).share(int(float(in["alt"])), int(float(in["rank"]))-1), true
	case "smaa.central_weight":
		return uniformSimplex(matrix(in["values"]), 8192).centralWeight(int(float(in["alt"])), int(float(in["criterion"]))), true
	case "evpi":
		return payoffEVPI(floats(in["p"]), matrix(in["payoff"])), true
	case "value_fn.piecewise_linear":
		return piecewise(t, floats(in["cutoffs"]), floats(in["values"]), float(in["x"])), true
	}
	return 0, false
}

// payoffEVPI puts a decision table into equally likely draws: payoff[a][s] of
// option a in state s with probability p[s], in tenths.
func payoffEVPI(p []float64, payoff [][]float64) float64 {
	var u Utilities
	for s := range p {
		var row [numOptions]float64
		for a := range payoff {
			row[a] = payoff[a][s]
		}
		for range int(math.Round(10 * p[s])) {
			u = append(u, row)
		}
	}
	return u.EVPI([numOptions]bool{true, true, true})
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
weight = 1
scale = 1
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
	schema, err := rules.NewSchema([]rules.Fact{{Name: "x", Kind: rules.FactNumber, Min: 0, Max: 1000}}, []string{"a"})
	if err != nil {
		t.Fatal(err)
	}
	program, issues := rules.Compile(pack, schema)
	if program == nil {
		t.Fatal(issues)
	}
	return program.Value(0, 0, []float64{at}) / 100
}
