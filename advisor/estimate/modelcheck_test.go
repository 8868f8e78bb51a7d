package estimate

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

// modelFuncs are the models of this package by the names used in the file.
func modelFuncs() map[string]func(*testing.T, *modelCheck) float64 {
	mmc := func(t *testing.T, c *modelCheck) Queue {
		mu := c.number(t, "mu")
		return NewQueue(c.number(t, "lam")/mu, 1/mu, 1, c.whole(t, "c"))
	}
	cold := func(t *testing.T, c *modelCheck) (p, n float64) {
		return ColdStart(c.number(t, "lam"), c.number(t, "service"), c.number(t, "expire"))
	}
	usl := func(t *testing.T, c *modelCheck) USL {
		u, err := FitUSL(c.list(t, "load"), c.list(t, "throughput"))
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	return map[string]func(*testing.T, *modelCheck) float64{
		"mmc.Lq": func(t *testing.T, c *modelCheck) float64 { return mmc(t, c).MeanQueue() },
		"mmc.R":  func(t *testing.T, c *modelCheck) float64 { return mmc(t, c).MeanResponse() },
		"mmc.Wq": func(t *testing.T, c *modelCheck) float64 { return mmc(t, c).MeanWait },
		"mmc.P_wait_le_t": func(t *testing.T, c *modelCheck) float64 {
			return 1 - NewQueue(c.number(t, "a"), c.number(t, "service_time"), 1, c.whole(t, "c")).WaitTail(c.number(t, "t"))
		},
		"erlangB": func(t *testing.T, c *modelCheck) float64 { return ErlangB(c.number(t, "a"), c.whole(t, "c")) },
		"erlangC": func(t *testing.T, c *modelCheck) float64 { return ErlangC(c.number(t, "a"), c.whole(t, "c")) },
		"erlangB.min_servers": func(t *testing.T, c *modelCheck) float64 {
			return float64(MinServersLoss(c.number(t, "a"), c.number(t, "max_block")))
		},
		"erlangC.min_servers": func(t *testing.T, c *modelCheck) float64 {
			return float64(MinServers(c.number(t, "a"), c.number(t, "max_p_wait")))
		},
		"mdc.Wq_exact (unit service time)": func(t *testing.T, c *modelCheck) float64 {
			return exactMDC(c.whole(t, "c"), c.number(t, "rho"))
		},
		"mdc.Wq_cosmetatos": func(t *testing.T, c *modelCheck) float64 {
			n := c.whole(t, "c")
			got := NewQueue(c.number(t, "rho")*float64(n), 1, 0, n).MeanWait
			if exact := exactMDC(n, c.number(t, "rho")); math.Abs(got/exact-1) > 0.015 {
				t.Errorf("%g is not within 1.5 %% of the exact %g", got, exact)
			}
			return got
		},
		"halfin_whitt.P_wait": func(t *testing.T, c *modelCheck) float64 { return HalfinWhitt(c.number(t, "beta")) },
		"mm1.response_quantile": func(t *testing.T, c *modelCheck) float64 {
			return MM1ResponseQuantile(c.number(t, "lam"), c.number(t, "mu"), c.number(t, "q"))
		},
		"fanout.P_any_slow":     func(t *testing.T, c *modelCheck) float64 { return FanoutSlow(c.number(t, "n"), c.number(t, "p_slow")) },
		"fanout.leaf_quantile":  func(t *testing.T, c *modelCheck) float64 { return LeafQuantile(c.number(t, "n"), c.number(t, "q")) },
		"parallel.exp_max_mean": func(t *testing.T, c *modelCheck) float64 { return ExpMaxMean(c.number(t, "n"), c.number(t, "mean")) },
		"avail.series":          func(t *testing.T, c *modelCheck) float64 { return Series(c.list(t, "a")...) },
		"avail.parallel":        func(t *testing.T, c *modelCheck) float64 { return Parallel(c.list(t, "a")...) },
		"avail.k_of_n": func(t *testing.T, c *modelCheck) float64 {
			return KOfN(c.whole(t, "k"), c.whole(t, "n"), c.number(t, "a"))
		},
		"slo.error_budget_minutes": func(t *testing.T, c *modelCheck) float64 {
			return ErrorBudgetMinutes(c.number(t, "slo"), c.number(t, "minutes"))
		},
		"serial.erlang_quantile (unit mean stages)": func(t *testing.T, c *modelCheck) float64 {
			return ErlangQuantile(c.number(t, "k"), 1, c.number(t, "q"))
		},
		"usl.fit.alpha":       func(t *testing.T, c *modelCheck) float64 { return usl(t, c).Alpha },
		"usl.fit.beta":        func(t *testing.T, c *modelCheck) float64 { return usl(t, c).Beta },
		"usl.fit.gamma":       func(t *testing.T, c *modelCheck) float64 { return usl(t, c).Gamma },
		"usl.peak_load":       func(t *testing.T, c *modelCheck) float64 { return usl(t, c).PeakLoad() },
		"usl.peak_throughput": func(t *testing.T, c *modelCheck) float64 { return usl(t, c).PeakThroughput() },
		"usl.amdahl_limit":    func(t *testing.T, c *modelCheck) float64 { return usl(t, c).Limit() },
		"usl.optimal_load":    func(t *testing.T, c *modelCheck) float64 { return usl(t, c).OptimalLoad() },
		"usl.peak_load_given": func(t *testing.T, c *modelCheck) float64 {
			return USL{Alpha: c.number(t, "alpha"), Beta: c.number(t, "beta"), Gamma: 1}.PeakLoad()
		},
		"usl.eval": func(t *testing.T, c *modelCheck) float64 {
			return USL{c.number(t, "alpha"), c.number(t, "beta"), c.number(t, "gamma")}.At(c.number(t, "n"))
		},
		"faas.p_cold":       func(t *testing.T, c *modelCheck) float64 { p, _ := cold(t, c); return p },
		"faas.mean_servers": func(t *testing.T, c *modelCheck) float64 { _, n := cold(t, c); return n },
		"faas.mean_running": func(t *testing.T, c *modelCheck) float64 {
			return ColdStartDetail(c.number(t, "lam"), c.number(t, "service"), c.number(t, "expire")).MeanBusy
		},
		"faas.P_servers_ge": func(t *testing.T, c *modelCheck) float64 {
			return ColdStartDetail(c.number(t, "lam"), c.number(t, "service"), c.number(t, "expire")).PAtLeast(c.whole(t, "n"))
		},
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
	if len(checks) != 78 {
		t.Errorf("%d entries, want 78", len(checks))
	}
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

// exactMDC is the mean wait at c servers with unit constant service: the stationary
// law of N(t+1) = max(N(t)-c, 0) + Poisson(c rho) by iteration, then Little's law.
func exactMDC(c int, rho float64) float64 {
	const states = 400
	lambda := float64(c) * rho
	arrive := make([]float64, states)
	arrive[0] = math.Exp(-lambda)
	for k := 1; k < states; k++ {
		arrive[k] = arrive[k-1] * lambda / float64(k)
	}
	reach := c*3 + 40
	law, next := make([]float64, states), make([]float64, states)
	law[0] = 1
	for range 20_000 {
		clear(next)
		for n, p := range law {
			left := max(n-c, 0)
			for k := 0; k < reach && left+k < states; k++ {
				next[left+k] += p * arrive[k]
			}
		}
		move := 0.0
		for n := range law {
			move += math.Abs(next[n] - law[n])
		}
		law, next = next, law
		if move < 1e-10 {
			break
		}
	}
	queue, total := 0.0, 0.0
	for n, p := range law {
		queue += p * float64(max(n-c, 0))
		total += p
	}
	return queue / total / lambda
}
