package logs

import (
	"context"
	"io"
	"math"
	"runtime"
	"strconv"
	"testing"

	"archadvisor/advisor/estimate/queueing"
)

// simulate is a discrete-event simulation of a platform of functions, written
// apart from the replay: every instance is looked at for every request.
func simulate(list []hit, keep float64) (cold, mean float64) {
	type instance struct{ born, until float64 } // until it is free
	var all []instance
	held, last := 0.0, 0.0
	for _, h := range list {
		took := math.Min(h.took, maxRun)
		best := -1
		kept := all[:0]
		for _, i := range all {
			if i.until+keep <= h.at { // gone before the request came
				held += i.until + keep - i.born
				continue
			}
			kept = append(kept, i)
		}
		all = kept
		for i := range all {
			if all[i].until <= h.at && (best < 0 || all[i].until > all[best].until) {
				best = i
			}
		}
		if best < 0 {
			cold++
			all, best = append(all, instance{born: h.at}), len(all)
		}
		all[best].until = h.at + took
		last = h.at
	}
	for _, i := range all {
		held += last - i.born
	}
	return cold / float64(len(list)), held / last
}

// A log of bursts gives the cold share of the simulation within two percentage
// points, with stamps of microseconds, of seconds, and assumed durations, where
// Poisson arrivals of the same mean give another.
func TestReplayOfBursts(t *testing.T) {
	for _, load := range []struct {
		name string
		list []hit
		far  bool
	}{
		{"long bursts", bursts(3, 0.02, 2), false}, {"bursts in the night", bursts(3, 0.0005, 2), false},
		{"volleys", volleys(12, 1200, 40, 20), true}, {"rare volleys", volleys(20, 3000, 60, 30), true},
	} {
		fixed := make([]hit, len(load.list))
		for i, h := range load.list {
			fixed[i] = h
			fixed[i].took = 0.4
		}
		for name, log := range map[string]struct {
			text string
			list []hit
		}{"ALB": {alb(load.list), load.list}, "Caddy": {caddy(load.list), load.list}, "CloudFront": {cloudfront(load.list), load.list}, "combined": {combined(fixed), fixed}} {
			c := counted(t, file(name, log.text))
			p := &c.replay
			want, mean := simulate(log.list, options.Keep)
			poisson, _ := queueing.ColdStart(float64(len(log.list))/(float64(len(c.grid.minutes()))*60), p.served/float64(p.requests), options.Keep)
			got := p.mean()
			t.Logf("%s, %s: replayed %.2f %%, simulated %.2f %%, Poisson %.2f %%", load.name, name, 100*cold(p), 100*want, 100*poisson)
			fine := name == "ALB" || name == "Caddy" // within a second, nobody knows who came when
			if math.Abs(cold(p)-want) > 0.02 || fine && math.Abs(got/mean-1) > 0.02 {
				t.Errorf("%s, %s: %.4f cold, %.3f instances; simulated %.4f, %.3f", load.name, name, cold(p), got, want, mean)
			}
			if load.far && math.Abs(poisson-want) < 0.02 {
				t.Errorf("%s: Poisson arrivals give %.4f, too: the bursts show nothing", load.name, poisson)
			}
		}
	}
}

// Poisson arrivals replayed give what the model says of them.
func TestReplayOfPoissonIsTheModel(t *testing.T) {
	list := bursts(90, 0.01, 0.01)
	for i := range list {
		list[i].took = 0.4
	}
	c := counted(t, file("a", alb(list)))
	p := &c.replay
	want, mean := queueing.ColdStart(float64(p.requests)/(float64(len(c.grid.minutes()))*60), 0.4, options.Keep)
	if got := p.mean(); math.Abs(cold(p)-want) > 0.01 || math.Abs(got-mean) > 0.05 {
		t.Errorf("replayed %.4f cold, %.3f instances; the model says %.4f, %.3f", cold(p), got, want, mean)
	}
}

// endless writes a log while it is read: ten requests a second.
type endless struct {
	n, left int
	rest    []byte
}

// Read gives the next bytes of the log.
func (r *endless) Read(b []byte) (int, error) {
	if len(r.rest) == 0 {
		if r.left == 0 {
			return 0, io.EOF
		}
		var list []hit
		for range 1000 {
			list = append(list, hit{at: float64(r.n) / 10, path: "/" + strconv.Itoa(r.n%5000), status: 200, size: 7})
			r.n++
		}
		r.left, r.rest = r.left-1, []byte(combined(list))
	}
	n := copy(b, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// Close does nothing.
func (r *endless) Close() error { return nil }

// A log of twenty times the length takes no more memory but for its days.
func TestConstantMemory(t *testing.T) {
	held := func(thousands int) uint64 {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		c := counted(t, Source{Name: "a", Open: func() (io.ReadCloser, error) { return &endless{left: thousands}, nil }})
		runtime.GC()
		runtime.ReadMemStats(&after)
		if c.requests != int64(1000*thousands) {
			t.Fatalf("%d requests", c.requests)
		}
		return after.HeapAlloc - before.HeapAlloc
	}
	if once, often := held(20), held(400); often > once+200<<10 {
		t.Errorf("%d bytes held after 20,000 requests, %d after 400,000", once, often)
	}
}

// BenchmarkCombined reads a combined log: MB/s on one core.
func BenchmarkCombined(b *testing.B) {
	text := combined(bursts(10, 0.5, 20))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Measure(context.Background(), []Source{file("a", text)}, options); err != nil {
			b.Fatal(err)
		}
	}
}
