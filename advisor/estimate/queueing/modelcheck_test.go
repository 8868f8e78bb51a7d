package queueing

import (
	"math"
	"os"
	"testing"

	"github.com/BurntSushi/toml"
)

// modelCheck is one entry of testdata/model-checks.toml.
type modelCheck struct {
	ID        string
	Model     string
	Inputs    map[string]any
	Expected  float64
	Tolerance float64
	TolKind   string `toml:"tol_kind"`
	Kind      string
	Source    string
}

// number is one input; the table fails loudly on a missing one.
func (c *modelCheck) number(t *testing.T, name string) float64 {
	t.Helper()
	switch v := c.Inputs[name].(type) {
	case float64:
		return v
	case int64:
		return float64(v)
	}
	t.Fatalf("%s: no number %q in inputs", c.ID, name)
	return 0
}

func (c *modelCheck) whole(t *testing.T, name string) int { return int(c.number(t, name)) }

func (c *modelCheck) list(t *testing.T, name string) []float64 {
	t.Helper()
	return floats(t, c.ID, c.Inputs[name])
}

func floats(t *testing.T, id string, v any) []float64 {
	t.Helper()
	raw, ok := v.([]any)
	if !ok {
		t.Fatalf("%s: %v is not a list", id, v)
	}
	out := make([]float64, len(raw))
	for i, x := range raw {
		switch n := x.(type) {
		case float64:
			out[i] = n
		case int64:
			out[i] = float64(n)
		default:
			t.Fatalf("%s: %v is not a number", id, x)
		}
	}
	return out
}

// least is the least number of servers that is enough.
func least(enough func(servers int) bool) float64 {
	c := 1
	for !enough(c) {
		c++
	}
	return float64(c)
}

// modelFuncs are the models of this package by the names used in the file.
func modelFuncs() map[string]func(*testing.T, *modelCheck) float64 {
	mmc := func(t *testing.T, c *modelCheck) (q queue, load, service float64) {
		mu := c.number(t, "mu")
		load, service = c.number(t, "lam")/mu, 1/mu
		return newQueue(load, service, c.whole(t, "c")), load, service
	}
	cold := func(t *testing.T, c *modelCheck) (p, n float64) {
		return ColdStart(c.number(t, "lam"), c.number(t, "service"), c.number(t, "expire"))
	}
	return map[string]func(*testing.T, *modelCheck) float64{
		"mmc.Lq": func(t *testing.T, c *modelCheck) float64 { q, a, s := mmc(t, c); return a * q.meanWait / s },
		"mmc.R":  func(t *testing.T, c *modelCheck) float64 { q, _, s := mmc(t, c); return q.meanWait + s },
		"mmc.Wq": func(t *testing.T, c *modelCheck) float64 { q, _, _ := mmc(t, c); return q.meanWait },
		"mmc.P_wait_le_t": func(t *testing.T, c *modelCheck) float64 {
			q := newQueue(c.number(t, "a"), c.number(t, "service_time"), c.whole(t, "c"))
			return 1 - q.tail(c.number(t, "t"))
		},
		"erlangB": func(t *testing.T, c *modelCheck) float64 {
			return 1 / inverseErlangB(c.number(t, "a"), c.whole(t, "c"))
		},
		"erlangC": func(t *testing.T, c *modelCheck) float64 { return ErlangC(c.number(t, "a"), c.whole(t, "c")) },
		"erlangB.min_servers": func(t *testing.T, c *modelCheck) float64 {
			return least(func(n int) bool { return 1/inverseErlangB(c.number(t, "a"), n) <= c.number(t, "max_block") })
		},
		"erlangC.min_servers": func(t *testing.T, c *modelCheck) float64 {
			return least(func(n int) bool { return ErlangC(c.number(t, "a"), n) <= c.number(t, "max_p_wait") })
		},
		"avail.parallel": func(t *testing.T, c *modelCheck) float64 {
			a := c.list(t, "a")
			return Redundant(1, len(a), a[0], 0)
		},
		"avail.k_of_n": func(t *testing.T, c *modelCheck) float64 {
			return Redundant(c.whole(t, "k"), c.whole(t, "n"), c.number(t, "a"), 0)
		},
		"faas.p_cold":       func(t *testing.T, c *modelCheck) float64 { p, _ := cold(t, c); return p },
		"faas.mean_servers": func(t *testing.T, c *modelCheck) float64 { _, n := cold(t, c); return n },
		"faas.mape_p_cold":  func(t *testing.T, c *modelCheck) float64 { p, _ := awsErrors(t, c); return p },
		"faas.mape_servers": func(t *testing.T, c *modelCheck) float64 { _, n := awsErrors(t, c); return n },
	}
}

// awsErrors are the mean absolute percentage errors of the share of cold requests
// and of the instances over measured rows of rate, share and instances.
func awsErrors(t *testing.T, c *modelCheck) (pCold, instances float64) {
	t.Helper()
	rows, ok := c.Inputs["rows"].([]any)
	if !ok || len(rows) != 20 {
		t.Fatalf("%s: want 20 rows", c.ID)
	}
	for _, raw := range rows {
		row := floats(t, c.ID, raw)
		p, n := ColdStart(row[0], c.number(t, "service"), c.number(t, "expire"))
		pCold += math.Abs(p/row[1]-1) / 20
		instances += math.Abs(n/row[2]-1) / 20
	}
	return pCold, instances
}

func loadModelChecks(t *testing.T) []modelCheck {
	t.Helper()
	data, err := os.ReadFile("testdata/model-checks.toml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Check []modelCheck }
	if _, err := toml.Decode(string(data), &file); err != nil {
		t.Fatal(err)
	}
	return file.Check
}

// TestModelChecks compares every model with published, exact or independently
// computed figures, each at its own tolerance. Each subtest is named by the entry
// and logs its source.
func TestModelChecks(t *testing.T) {
	checks, models := loadModelChecks(t), modelFuncs()
	run := map[string]int{}
	for i := range checks {
		c := &checks[i]
		t.Run(c.ID, func(t *testing.T) {
			t.Logf("%s, %s: %s", c.Model, c.Kind, c.Source)
			model, ok := models[c.Model]
			if !ok || c.Source == "" {
				t.Fatalf("model %q is not known, or the entry names no source", c.Model)
			}
			allowed := c.Tolerance
			if c.TolKind == "rel" {
				allowed *= math.Abs(c.Expected)
			}
			if got := model(t, c); !(math.Abs(got-c.Expected) <= allowed) {
				t.Errorf("got %.10g, want %.10g ± %g (%s)", got, c.Expected, allowed, c.Source)
			}
		})
		run[c.Model]++
	}
	for name := range models {
		if run[name] == 0 {
			t.Errorf("no entry checks %s", name)
		}
	}
}

// TestColdStartAgainstAWS holds the limits on the error against the 20 runs on AWS
// Lambda measured by SimFaaS (github.com/pacslab/simfaas, examples/exp.csv).
func TestColdStartAgainstAWS(t *testing.T) {
	for _, c := range loadModelChecks(t) {
		if c.ID != "faas-aws-mape-pcold" {
			continue
		}
		p, n := awsErrors(t, &c)
		t.Logf("mean absolute error: %.2f %% of the cold share, %.2f %% of the instances", 100*p, 100*n)
		if p > 0.13 || n > 0.035 {
			t.Errorf("errors %.4f and %.4f, want at most 0.13 and 0.035", p, n)
		}
		return
	}
	t.Error("the measured rows are missing")
}
