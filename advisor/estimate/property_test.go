package estimate

import (
	"math"
	"reflect"
	"sync"
	"testing"

	"archadvisor/advisor/estimate/queueing"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

func newEstimator(t testing.TB) *Estimator {
	t.Helper()
	return estimator()
}

var estimator = sync.OnceValue(func() *Estimator { return New(pricing.Load()) })

// points are draws of a profile of which nothing is known, on every cloud and
// for every way in which work arrives.
func points(n int) []profile.Point {
	s := profile.NewSampler(profile.New("x"), 7)
	out := make([]profile.Point, n)
	for k := range out {
		s.Draw(k, &out[k])
		out[k][profile.Cloud] = float64(k % numClouds)
		out[k][profile.Interaction] = float64(int(1) << (k / numClouds % 5))
		out[k][profile.State] = float64(k / 7 % 3)
		out[k][profile.Runtime] = float64(k%10 - 1)
		out[k][profile.Current] = float64(k / 3 % 4)
		out[k][profile.Compliance] = float64(k % 3)
	}
	return out
}

// extremes are corners of what a valid profile may say.
func extremes() []profile.Point {
	base := points(4)
	var out []profile.Point
	for _, id := range []profile.ID{profile.MeanRPS, profile.PeakRPS, profile.CPUMillis, profile.DurationMillis,
		profile.MemoryMB, profile.SurgePerMinute, profile.ResponseKB, profile.DeploysPerWeek, profile.Engineers,
		profile.Modules, profile.Environments, profile.IdleShare, profile.CacheableShare, profile.P99Millis,
		profile.EngineerMonthUSD, profile.GrowthPerYear} {
		for _, v := range []float64{0, 1e-300, 1e-9, 1, 1e12, math.NaN()} {
			for _, pt := range base {
				pt[id] = v
				out = append(out, pt)
			}
		}
	}
	var zero, unknown, huge profile.Point
	for i := range zero {
		unknown[i], huge[i] = math.NaN(), 1e12
	}
	return append(out, zero, unknown, huge)
}

func TestEveryShapeIsFinite(t *testing.T) {
	e := newEstimator(t)
	list := append(points(2000), extremes()...)
	for k := range list {
		for shape := range e.shapes {
			var est Estimate
			e.Eval(shape, &list[k], e.Scenario(k, true), &est)
			checkEstimate(t, e.shapes[shape].ID, k, &est)
		}
		if t.Failed() {
			return
		}
	}
}

func checkEstimate(t *testing.T, id string, k int, est *Estimate) {
	t.Helper()
	v := reflect.ValueOf(*est)
	for i := 0; i < v.NumField(); i++ {
		if v.Field(i).Kind() == reflect.Bool {
			continue
		}
		x := v.Field(i).Float()
		if math.IsNaN(x) || math.IsInf(x, 0) || x < 0 {
			t.Errorf("%s point %d: %s = %v", id, k, v.Type().Field(i).Name, x)
		}
	}
	if est.AvailabilityPct > 100 || est.ColdShare > 1 || est.Utilisation > 1 || est.P99Millis < est.P50Millis {
		t.Errorf("%s point %d: out of range: %+v", id, k, *est)
	}
}

// scaled is the point with mean and peak scaled together.
func scaled(pt profile.Point, factor float64) profile.Point {
	pt[profile.MeanRPS] *= factor
	pt[profile.PeakRPS] *= factor
	return pt
}

func TestMoreLoadNeverCostsLess(t *testing.T) {
	e := newEstimator(t)
	for k, pt := range points(400) {
		for shape := range e.shapes {
			before := Estimate{}
			for factor := 0.01; factor < 20000; factor *= 1.4 {
				var est Estimate
				at := scaled(pt, factor)
				e.Eval(shape, &at, e.Scenario(k, true), &est)
				if est.CostMonthlyUSD < before.CostMonthlyUSD*(1-1e-12) {
					t.Fatalf("%s point %d: %.2f req/s costs %.4f, %.2f req/s costs less: %.4f", e.shapes[shape].ID, k,
						at[profile.MeanRPS]/1.4, before.CostMonthlyUSD, at[profile.MeanRPS], est.CostMonthlyUSD)
				}
				before = est
			}
		}
	}
}

func TestFineStepsOfLoadNeverCostLess(t *testing.T) {
	e := newEstimator(t)
	for k, pt := range points(25) {
		for shape := range e.shapes {
			before := 0.0
			for factor := 0.5; factor < 300; factor *= 1.006 {
				var est Estimate
				at := scaled(pt, factor)
				e.Eval(shape, &at, e.CentralScenario(), &est)
				if est.CostMonthlyUSD < before*(1-1e-12) {
					t.Fatalf("%s point %d at factor %v: %v after %v", e.shapes[shape].ID, k, factor, est.CostMonthlyUSD, before)
				}
				before = est.CostMonthlyUSD
			}
		}
	}
}

func TestCacheNeverRaisesComputeCost(t *testing.T) {
	e := newEstimator(t)
	for k, pt := range points(200) {
		for shape := range e.shapes {
			if e.shapes[shape].Front == gateway { // it charges what the cache answers, too
				continue
			}
			before := math.Inf(1)
			for _, share := range []float64{0, 0.1, 0.3, 0.5, 0.8, 0.97, 0.995, 1} {
				at := pt
				at[profile.CacheableShare], at[profile.ResponseKB] = share, 0 // what a network for delivery costs is another matter
				var est Estimate
				e.Eval(shape, &at, e.Scenario(k, true), &est)
				if est.CostMonthlyUSD > before*(1+1e-12) {
					t.Fatalf("%s point %d: a cache of %v raises %v to %v", e.shapes[shape].ID, k, share, before, est.CostMonthlyUSD)
				}
				before = est.CostMonthlyUSD
			}
		}
	}
}

func TestMoreReplicasAreNeverLessAvailable(t *testing.T) {
	for _, needed := range []float64{1, 2, 5, 19, 40} {
		for _, down := range []float64{1e-6, 2.3e-5, 0.001, 0.05, 0.5} {
			before := 0.0
			for n := needed; n <= needed+30; n++ {
				up := groupUp(needed, n, down, 0.1)
				if up < before-1e-12 || up > 1 {
					t.Fatalf("%v of %v, each down %v: %v after %v", needed, n, down, up, before)
				}
				before = up
			}
		}
	}
}

func TestP99NeverFallsWithLoadAtFixedServers(t *testing.T) {
	for _, servers := range []float64{1, 2, 7, 64, 65, 300, 5000} {
		for _, scv := range []float64{0.25, 0.6, 1.5} {
			before := 0.0
			for u := 0.01; u < 0.999; u += 0.011 {
				time := queueing.Varying(0.1, scv).Plus(queueing.Wait(u*servers, 0.02, int(servers)))
				var p plan
				p.read(time)
				if p.est.P99Millis < before*(1-1e-9) {
					t.Fatalf("%v servers %v busy: p99 %v after %v", servers, u, p.est.P99Millis, before)
				}
				before = p.est.P99Millis
			}
		}
	}
}

func TestBillAddsUpToTheEstimate(t *testing.T) {
	e := newEstimator(t)
	list := append(points(300), extremes()...)
	for k := range list {
		for shape := range e.shapes {
			var est Estimate
			e.Eval(shape, &list[k], e.Scenario(k, true), &est)
			sum := 0.0
			for _, l := range e.sized(shape, &list[k], e.Scenario(k, true)).Bill() {
				sum += l.MonthlyUSD
				checkLine(t, &l)
			}
			if sum != est.CostMonthlyUSD {
				t.Fatalf("%s point %d: lines add up to %v, the estimate is %v", e.shapes[shape].ID, k, sum, est.CostMonthlyUSD)
			}
		}
	}
}

func checkLine(t *testing.T, l *pricing.Line) {
	t.Helper()
	if l.Item == "" || l.Tariff == "" || l.Unit == "" || len(l.Sources) == 0 || l.AsOf == "" {
		t.Errorf("a line without provenance: %+v", *l)
	}
	if math.Abs(l.Quantity*l.UnitPriceUSD-l.MonthlyUSD) > 1e-9*l.MonthlyUSD {
		t.Errorf("%s: %v x %v is not %v", l.Item, l.Quantity, l.UnitPriceUSD, l.MonthlyUSD)
	}
}

// TestHigherTargetsCostNoLess: a third copy, a second standby and a second region are paid, whatever smaller size they allow.
func TestHigherTargetsCostNoLess(t *testing.T) {
	e := newEstimator(t)
	for k, pt := range points(400) {
		for shape := range e.shapes {
			before := 0.0
			for _, target := range []float64{99.5, 99.9, 99.95, 99.99, 99.999} {
				pt[profile.AvailabilityPct] = target
				var est Estimate
				e.Eval(shape, &pt, e.CentralScenario(), &est)
				if est.CostMonthlyUSD < before*(1-1e-9) {
					t.Fatalf("%s point %d: $%.2f for %v %%, before $%.2f", e.shapes[shape].ID, k, est.CostMonthlyUSD, target, before)
				}
				before = est.CostMonthlyUSD
			}
		}
	}
}

func TestHeadroomIsBoughtOrQueued(t *testing.T) {
	e := newEstimator(t)
	pt := points(1)[0]
	pt[profile.Interaction], pt[profile.Cloud] = 1<<request, aws
	pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.IdleShare] = 200, 4000, 0
	pt[profile.SurgePerMinute], pt[profile.P99Millis], pt[profile.CPUMillis], pt[profile.DurationMillis] = 8, 400, 10, 50
	var tight, loose, calm Estimate
	e.Eval(0, &pt, e.CentralScenario(), &tight)
	pt[profile.P99Millis] = 1e7
	e.Eval(0, &pt, e.CentralScenario(), &loose)
	pt[profile.SurgePerMinute] = 1
	e.Eval(0, &pt, e.CentralScenario(), &calm)
	if tight.P99Millis > 1000 || loose.P99Millis < 10000 {
		t.Errorf("p99 %v of a tight target, %v of a loose one", tight.P99Millis, loose.P99Millis)
	}
	if calm.CostMonthlyUSD != loose.CostMonthlyUSD || tight.CostMonthlyUSD <= calm.CostMonthlyUSD {
		t.Errorf("no surge: %+v; queued: %+v; bought: %+v", calm, loose, tight)
	}
}

// TestServersAreExact: 2 erlangs need 4 servers to be at most 60 % busy (2 / 0.6 = 3.3);
// of those one request in a hundred waits ln(100 C) / (4 - 2) = ln 17.4 / 2 = 1.43 CPU times;
// of 5, ln 5.97 / 3 = 0.60; so that half a CPU time takes 6.
func TestServersAreExact(t *testing.T) {
	e := newEstimator(t)
	for _, wait := range waits {
		for load := 0.001; load < 30; load *= 1.07 {
			want := 1
			for float64(want) <= load || waitOfHundred(load, want) > wait || load > e.assume.TargetUtilisation*float64(want)*(1+1e-9) {
				want++
			}
			if got := servers(load, e.assume.TargetUtilisation, wait); got != float64(want) {
				t.Errorf("servers(%v, %v) = %v, want %d", load, wait, got, want)
			}
		}
	}
	near(t, "C of 2 erlangs at 4 servers", queueing.ErlangC(2, 4), 0.174, 0.001)
	for wait, want := range map[float64]float64{-1: 6, 0.5: 6, 1: 5, 2: 4, 1000: 4} {
		near(t, "servers of 2 erlangs", servers(2, 0.6, wait), want, 0)
	}
	near(t, "servers of 6,000 erlangs at 60 %", servers(6000, 0.6, 1), 10000, 0)
}
