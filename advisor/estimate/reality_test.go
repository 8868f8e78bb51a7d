package estimate

import (
	"math"
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
)

// Reality checks from published bills, collected on 2026-11-23: four workloads at 10
// req/s, compute and front door only. Lambda on arm with its free tier and 256 to
// 1,024 MB: $31 to $166; two t4g.medium behind an ALB: $68; a Fargate monolith:
// $47 to $76; eight Fargate services of two replicas: $132.

// computeAndFront are the items of the published figures.
var computeAndFront = map[string]bool{"container-vcpu": true, "container-memory": true, "balancer-hour": true, "balancer-unit": true,
	"gateway-requests": true, "function-requests": true, "function-memory": true}

// atTen is a plain workload at 10 req/s with one environment.
func atTen(cpuMillis, wallMillis, memoryMB float64) profile.Point {
	pt := loadPoint(10, aws)
	pt[profile.PeakRPS] = 10
	pt[profile.IdleShare], pt[profile.CacheableShare], pt[profile.SurgePerMinute] = 0, 0, 1
	pt[profile.CPUMillis], pt[profile.DurationMillis], pt[profile.MemoryMB] = cpuMillis, wallMillis, memoryMB
	pt[profile.Environments], pt[profile.Handoffs], pt[profile.P99Millis] = 1, 0, 60000
	pt[profile.Modules], pt[profile.Engineers], pt[profile.Teams] = 8, 16, 4
	return pt
}

func (e *Estimator) partOf(t *testing.T, id string, pt *profile.Point, want map[string]bool) float64 {
	t.Helper()
	for shape := range e.shapes {
		if e.shapes[shape].ID != id {
			continue
		}
		var p plan
		e.plan(&p, shape, pt, e.CentralScenario())
		sum := 0.0
		for _, l := range p.list.Lines(&p.used) {
			machine := p.fleet.size != nil && p.fleet.size.Container == nil && l.Item == p.fleet.size.Label
			if want[strings.TrimPrefix(string(l.Tariff), "aws/")] || machine {
				sum += l.MonthlyUSD
			}
		}
		return sum
	}
	t.Fatalf("no shape %s", id)
	return 0
}

func TestRealityAtTenRequestsPerSecond(t *testing.T) {
	e := newEstimator(t)
	workloads := []struct{ cpu, wall, memory float64 }{{10, 50, 256}, {20, 100, 512}, {50, 150, 512}, {100, 400, 1024}}
	for _, c := range []struct {
		shape     string
		low, high float64 // published
	}{
		{"aws-functions-http", 31, 166},
		{"aws-monolith-containers", 47, 76},
		{"aws-services-containers", 132, 134},
	} {
		for _, w := range workloads {
			pt := atTen(w.cpu, w.wall, w.memory)
			got := e.partOf(t, c.shape, &pt, computeAndFront)
			if got < 0.97*c.low || got > 1.25*c.high {
				t.Errorf("%s, %v/%v ms: %.2f, published %v to %v", c.shape, w.cpu, w.wall, got, c.low, c.high)
			}
		}
	}
}

// TestRealityFunctionsExactly prices the published workloads as functions with
// the memory and duration as given: CPU that memory does not stretch.
func TestRealityFunctionsExactly(t *testing.T) {
	e := newEstimator(t)
	l := e.clouds[aws].list
	calls := 10 * secondsPerMonth
	for _, c := range []struct{ wall, memory, want float64 }{{0.05, 256, 31}, {0.4, 1024, 166}} {
		got := l.Cost(pricing.FunctionRequests, calls) + l.Cost(pricing.GatewayRequests, calls) +
			l.Cost(pricing.FunctionMemory, calls*c.wall*c.memory/1024)
		if math.Abs(got-c.want) > 0.5 {
			t.Errorf("%v s at %v MB: %.2f, published %v", c.wall, c.memory, got, c.want)
		}
	}
}

func TestRealityTwoMediumServers(t *testing.T) {
	e := newEstimator(t)
	l := e.clouds[aws].list
	medium := slices.IndexFunc(l.Machines, func(m pricing.Size) bool { return m.Label == "t4g.medium" })
	got := l.Hourly(&l.Machines[medium], 2, 0)*hoursPerMonth + l.Cost(pricing.BalancerHour, hoursPerMonth) +
		l.Cost(pricing.BalancerUnit, l.Units(pricing.Traffic{Connections: 10})*hoursPerMonth)
	if math.Abs(got-68) > 0.5 {
		t.Errorf("two t4g.medium behind an ALB: %.2f, published 68", got)
	}
}
