package estimate

import (
	"math"
	"testing"
)

// TestPublishedQueues: Octave queueing toolbox, inst/qsmmm.m tests (arrival rate 9,
// service rate 5, 4 servers), and the pyworkforce README (10 erlangs, 15 agents).
func TestPublishedQueues(t *testing.T) {
	four := NewQueue(9.0/5, 1.0/5, 1, 4)
	agents := NewQueue(10, 3, 1, 15)
	for _, c := range []struct {
		name           string
		got, want, tol float64
	}{
		{"octave Lq, m=4", four.MeanQueue(), 0.105, 5e-4},
		{"octave R, m=4", four.MeanResponse(), 0.212, 5e-4},
		{"pyworkforce wait, c=15", agents.WaitProb, 0.102, 5e-4},
		{"pyworkforce service level, c=15", 1 - agents.WaitTail(1.0/3), 0.941, 5e-4},
	} {
		if math.Abs(c.got-c.want) > c.tol {
			t.Errorf("%s: got %g, want %g", c.name, c.got, c.want)
		}
	}
}

// TestPooling: the exact Erlang C table of models.md 1.4, P(wait) <= 0.1. Its entry
// for 4 erlangs in 8 pools is 24, but two servers at half an erlang wait with a
// probability of exactly 1/10, which is enough: 16.
func TestPooling(t *testing.T) {
	for _, c := range []struct {
		a           float64
		pools, want int
	}{
		{4, 1, 8}, {4, 4, 12}, {4, 8, 16},
		{40, 1, 50}, {40, 4, 64}, {40, 8, 72}, {40, 16, 96},
		{400, 1, 429}, {400, 4, 460}, {400, 8, 488},
	} {
		if got := PooledServers(c.a, c.pools, 0.1); got != c.want {
			t.Errorf("%g erlangs in %d pools: got %d servers, want %d", c.a, c.pools, got, c.want)
		}
	}
}

// TestMinServersIsExact compares the search with one that tries every number, on
// the recursion.
func TestMinServersIsExact(t *testing.T) {
	for _, a := range []float64{0.001, 0.3, 1, 4.2, 10, 47, 63.5, 100, 330, 1000} {
		for _, p := range []float64{0.9, 0.5, 0.2, 0.1, 0.01, 1e-4} {
			want, b, n := 0, 1.0, 0
			for want == 0 {
				n++
				b = a * b / (float64(n) + a*b)
				if u := a / float64(n); u < 1 && b/(1-u*(1-b)) <= p {
					want = n
				}
			}
			if got := MinServers(a, p); got != want {
				t.Errorf("MinServers(%g, %g) = %d, want %d", a, p, got, want)
			}
		}
	}
}

func TestSearchServers(t *testing.T) {
	for want := 1; want < 40; want++ {
		for start := -3; start < 60; start++ {
			if got := searchServers(start, func(c int) bool { return c >= want }); got != want {
				t.Fatalf("from %d: got %d, want %d", start, got, want)
			}
		}
	}
	if got := searchServers(5, func(int) bool { return false }); got != MaxServers {
		t.Errorf("never enough: got %d", got)
	}
}

func TestMinServersForWait(t *testing.T) {
	for _, load := range []float64{0.2, 3, 70, 900} {
		n := MinServersForWait(load, 0.1, 2, 0.99, 0.02)
		if got := NewQueue(load, 0.1, 2, n).WaitQuantile(0.99); got > 0.02 {
			t.Errorf("%g erlangs: %d servers wait %g", load, n, got)
		}
		if n > 1 {
			if got := NewQueue(load, 0.1, 2, n-1).WaitQuantile(0.99); got <= 0.02 {
				t.Errorf("%g erlangs: %d servers are enough, got %d", load, n-1, n)
			}
		}
	}
}

// TestKimura: simulated mean waits of models.md 1.2 (2 million customers each) and
// the value of Kimura's formula printed there.
func TestKimura(t *testing.T) {
	for _, c := range []struct {
		c                                int
		u, scv, sim, want, simPWait, tol float64
	}{
		{5, .80, 4, 1.256, 1.235, .569, 0.10},
		{10, .90, 2, .906, .972, .673, 0.10},
		{2, .70, .25, .608, .611, .570, 0.10},
		{20, .85, 3, .197, .222, .395, 0.13},
	} {
		q := NewQueue(c.u*float64(c.c), 1, c.scv, c.c)
		if math.Abs(q.MeanWait-c.want) > 6e-4 {
			t.Errorf("%+v: got %g", c, q.MeanWait)
		}
		if math.Abs(q.MeanWait/c.sim-1) > c.tol || math.Abs(q.WaitProb/c.simPWait-1) > 0.03 {
			t.Errorf("%+v: far from the simulation: %+v", c, q)
		}
	}
	if got, want := NewQueue(4, 1, 1, 5).MeanWait, ErlangC(4, 5); math.Abs(got-want) > 1e-14 {
		t.Errorf("scv 1 is M/M/c: got %g, want %g", got, want)
	}
}

// TestCosmetatos: exact M/D/c waits of models.md 1.2, which this package's own
// oracle must meet too.
func TestCosmetatos(t *testing.T) {
	for _, c := range []struct {
		c       int
		u, want float64
	}{{1, .9, 4.5}, {2, .5, .17674}, {2, .9, 2.14692}, {5, .8, .28906}, {10, .9, .34458}, {20, .7, .00954}} {
		if got := exactMDC(c.c, c.u); math.Abs(got-c.want) > 2e-5 {
			t.Errorf("exact (%d, %g): got %g, want %g", c.c, c.u, got, c.want)
		}
		if got := NewQueue(c.u*float64(c.c), 1, 0, c.c).MeanWait; math.Abs(got/c.want-1) > 0.0131 {
			t.Errorf("Cosmetatos (%d, %g): got %g, want %g within 1.3 %%", c.c, c.u, got, c.want)
		}
	}
}

// TestQueueProperties: more load never waits less, more servers never wait more, and
// quantiles rise with q.
func TestQueueProperties(t *testing.T) {
	for _, scv := range []float64{0, 0.25, 1, 2, 4, 20} {
		for _, c := range []int{1, 2, 3, 8, 64, 65, 400, 30000} {
			before := Queue{}
			for u := 0.01; u < 1.05; u += 0.01 {
				q := NewQueue(u*float64(c), 0.1, scv, c)
				if q.MeanWait < before.MeanWait || q.WaitProb < before.WaitProb ||
					q.WaitQuantile(0.99) < before.WaitQuantile(0.99) || q.WaitTail(0.05) < before.WaitTail(0.05) {
					t.Fatalf("scv %g: less waiting at more load: %+v, then %+v", scv, before, q)
				}
				if q.Response().LogNormalQuantile(0.99) < before.Response().LogNormalQuantile(0.99)*(1-1e-14) { // rounding
					t.Fatalf("scv %g: p99 falls with load: %+v, then %+v", scv, before, q)
				}
				more := NewQueue(u*float64(c), 0.1, scv, c+1)
				if more.MeanWait > q.MeanWait || more.WaitProb > q.WaitProb || more.WaitQuantile(0.99) > q.WaitQuantile(0.99) {
					t.Fatalf("scv %g: a server more waits more: %+v, then %+v", scv, q, more)
				}
				quantilesRise(t, q.WaitQuantile)
				before = q
			}
		}
	}
}

func quantilesRise(t *testing.T, quantile func(float64) float64) {
	t.Helper()
	before := math.Inf(-1)
	for _, p := range []float64{0, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 1} {
		got := quantile(p)
		if !(got >= before) {
			t.Fatalf("the %g-quantile is %g, after %g", p, got, before)
		}
		before = got
	}
}

func TestQueueLimits(t *testing.T) {
	if q := NewQueue(0, 1, 1, 3); q.WaitProb != 0 || q.MeanWait != 0 || q.WaitQuantile(0.99) != 0 {
		t.Errorf("no load: %+v", q)
	}
	over := NewQueue(5, 1, 1, 5)
	if !math.IsInf(over.MeanWait, 1) || over.WaitTail(1e9) != 1 || over.WaitProb != 1 || !math.IsInf(over.WaitQuantile(0.5), 1) {
		t.Errorf("full load: %+v", over)
	}
	if got := MM1ResponseQuantile(100, 100, 0.5); !math.IsInf(got, 1) {
		t.Errorf("full single server: %g", got)
	}
	if MinServers(10, 0) != MaxServers || MinServers(math.Inf(1), 0.1) != MaxServers || MinServers(0, 0.5) != 1 {
		t.Error("limits of MinServers")
	}
}

// TestWaitMoments: a wait that is zero or exponential, against its tail.
func TestWaitMoments(t *testing.T) {
	q := NewQueue(4, 1, 1, 5)
	mean, square, dt := 0.0, 0.0, 1e-3
	for x := dt / 2; x < 60; x += dt {
		mean += q.WaitTail(x) * dt
		square += 2 * x * q.WaitTail(x) * dt
	}
	if m := q.Wait(); math.Abs(m.Mean-mean) > 1e-5 || math.Abs(m.Var-(square-mean*mean)) > 1e-4 {
		t.Errorf("got %+v, want mean %g, variance %g", m, mean, square-mean*mean)
	}
}

func TestHotFormsDoNotAllocate(t *testing.T) {
	deps := []Dependency{{1, 0.99, 0}, {1, 0.99, 0}, {2, 0.999, 0.5}}
	sum := 0.0
	got := testing.AllocsPerRun(20, func() {
		q := NewQueue(900, 0.1, 2, 950)
		p, n := ColdStart(3, 0.4, 600)
		p2, n2 := ColdStart(30000, 0.4, 600)
		sum += q.Response().Plus(Constant(0.01)).Slowest(3).LogNormalQuantile(0.99) + p + n + p2 + n2
		sum += float64(MinServers(700, 0.1) + MinServersForWait(70, 0.1, 1, 0.99, 0.05))
		sum += SeriesUnique(deps) + Series(0.99, 0.98) + Redundant(2, 3, 0.99, 0.1) + ColdQuantile(q.Response(), p, 0.3, 0.99)
	})
	if got != 0 || math.IsNaN(sum) {
		t.Errorf("%g allocations, sum %g", got, sum)
	}
}

func BenchmarkNewQueue(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		NewQueue(49_000+float64(i&15), 0.1, 1, 49_500)
	}
}

func BenchmarkMinServers(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		MinServers(49_000+float64(i&15), 0.1)
	}
}
