package queueing

import (
	"math"
	"testing"
)

// queue is the steady state of one pool of servers.
type queue struct {
	waitProb, meanWait float64
	wait               Moments
}

func newQueue(load, service float64, servers int) queue {
	wait := Wait(load, service, servers)
	return queue{ErlangC(load, servers), wait.Mean, wait}
}

// tail is the probability of waiting longer than t.
func (q queue) tail(t float64) float64 {
	if q.meanWait <= 0 {
		return 0
	}
	return q.waitProb * math.Exp(-t*q.waitProb/q.meanWait)
}

// TestPublishedQueues: Octave queueing toolbox, inst/qsmmm.m tests (arrival rate 9,
// service rate 5, 4 servers), and the pyworkforce README (10 erlangs, 15 agents).
func TestPublishedQueues(t *testing.T) {
	four := newQueue(9.0/5, 1.0/5, 4)
	agents := newQueue(10, 3, 15)
	for _, c := range []struct {
		name           string
		got, want, tol float64
	}{
		{"octave Lq, m=4", 9 * four.meanWait, 0.105, 5e-4},
		{"octave R, m=4", four.meanWait + 1.0/5, 0.212, 5e-4},
		{"pyworkforce wait, c=15", agents.waitProb, 0.102, 5e-4},
		{"pyworkforce service level, c=15", 1 - agents.tail(1.0/3), 0.941, 5e-4},
	} {
		if math.Abs(c.got-c.want) > c.tol {
			t.Errorf("%s: got %g, want %g", c.name, c.got, c.want)
		}
	}
}

// TestErlangCMeetsSimulation: simulated shares of waiting with service of other
// laws (2 million customers each; scv is the squared coefficient of variation).
func TestErlangCMeetsSimulation(t *testing.T) {
	for _, c := range []struct {
		servers      int
		u, scv, wait float64
	}{{5, .80, 4, .569}, {10, .90, 2, .673}, {2, .70, .25, .570}, {20, .85, 3, .395}} {
		if got := ErlangC(c.u*float64(c.servers), c.servers); math.Abs(got/c.wait-1) > 0.03 {
			t.Errorf("%+v: got %g", c, got)
		}
	}
}

// TestServersForATarget compares the least number of servers by the fast form with
// the one by the recursion.
func TestServersForATarget(t *testing.T) {
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
			if got := least(func(c int) bool { return ErlangC(a, c) <= p }); got != float64(want) {
				t.Errorf("%g erlangs at %g: %g servers, want %d", a, p, got, want)
			}
		}
	}
}

// TestQueueProperties: more load never waits less, more servers never wait more.
func TestQueueProperties(t *testing.T) {
	for _, c := range []int{1, 2, 3, 8, 64, 65, 400, 30000} {
		before := queue{}
		for u := 0.01; u < 1.05; u += 0.01 {
			q := newQueue(u*float64(c), 0.1, c)
			if q.meanWait < before.meanWait || q.waitProb < before.waitProb {
				t.Fatalf("less waiting at more load: %+v, then %+v", before, q)
			}
			if p99(q) < p99(before)*(1-1e-14) { // rounding
				t.Fatalf("p99 falls with load: %+v, then %+v", before, q)
			}
			if more := newQueue(u*float64(c), 0.1, c+1); more.meanWait > q.meanWait || more.waitProb > q.waitProb {
				t.Fatalf("a server more waits more: %+v, then %+v", q, more)
			}
			before = q
		}
	}
}

// p99 is that of an exponential service of 0.1 after the wait.
func p99(q queue) float64 { return q.wait.Plus(Exponential(0.1)).LogNormalQuantile(0.99) }

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
	if q := newQueue(0, 1, 3); q.waitProb != 0 || q.meanWait != 0 || q.wait != (Moments{}) {
		t.Errorf("no load: %+v", q)
	}
	if over := newQueue(5, 1, 5); !math.IsInf(over.meanWait, 1) || over.waitProb != 1 {
		t.Errorf("full load: %+v", over)
	}
}

// TestWaitMoments: a wait that is zero or exponential, against its tail.
func TestWaitMoments(t *testing.T) {
	q := newQueue(4, 1, 5)
	mean, square, dt := 0.0, 0.0, 1e-3
	for x := dt / 2; x < 60; x += dt {
		mean += q.tail(x) * dt
		square += 2 * x * q.tail(x) * dt
	}
	if m := q.wait; math.Abs(m.Mean-mean) > 1e-5 || math.Abs(m.Var-(square-mean*mean)) > 1e-4 {
		t.Errorf("got %+v, want mean %g, variance %g", m, mean, square-mean*mean)
	}
}

func BenchmarkWait(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		Wait(49_000+float64(i&15), 0.1, 49_500)
	}
}
