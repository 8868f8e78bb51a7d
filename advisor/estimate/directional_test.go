package estimate

import (
	"testing"

	"archadvisor/advisor/profile"
)

// Published claims without full inputs (shared/data/cost-cases.toml, directional),
// with what these models give beside what they say.

// breakEven is the utilisation of the container monolith at which its compute and front door become
// cheaper than those of functions behind an HTTP API: who publishes such a figure leaves out the rest.
func (e *Estimator) breakEven(t *testing.T, cpuMillis, wallMillis, memoryMB float64) float64 {
	t.Helper()
	for rps := 0.1; rps < 10000; rps *= 1.02 {
		pt := atTen(cpuMillis, wallMillis, memoryMB)
		pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.State], pt[profile.P99Millis] = rps, rps, 0, 6*wallMillis
		if e.partOf(t, "aws-monolith-containers", &pt, computeAndFront) < e.partOf(t, "aws-functions-http", &pt, computeAndFront) {
			return e.eval(t, "aws-monolith-containers", &pt).Utilisation
		}
	}
	t.Fatal("functions are cheaper everywhere")
	return 0
}

// dezentech.com 2026: parity at 10 to 15 % utilisation; pulse.bot 2026: at 30 to
// 40 %. We get both: 12 % where a request mostly waits, 30 % where it computes.
func TestClaimBreakEvenUtilisation(t *testing.T) {
	e := newEstimator(t)
	if got := e.breakEven(t, 10, 50, 256); got < 0.10 || got > 0.15 {
		t.Errorf("a waiting request: %.3f, published 0.10 to 0.15", got)
	}
	if got := e.breakEven(t, 50, 50, 256); got < 0.30 || got > 0.40 {
		t.Errorf("a computing request: %.3f, published 0.30 to 0.40", got)
	}
}

// Prime Video 2023: orchestrated functions moved into one process, infrastructure
// cost down by over 90 %. We get 72 % for work of that kind with queue calls in batches:
// object storage calls, which they name too, are not priced here.
func TestClaimOrchestratedFunctionsInOneProcess(t *testing.T) {
	e := newEstimator(t)
	pt := atTen(100, 150, 1024)
	pt[profile.MeanRPS], pt[profile.PeakRPS], pt[profile.Interaction], pt[profile.Handoffs] = 500, 700, 1<<stream, 2
	pt[profile.State], pt[profile.ResponseKB] = 0, 1
	functions := e.eval(t, "aws-functions-http", &pt).CostMonthlyUSD
	process := e.eval(t, "aws-monolith-containers", &pt).CostMonthlyUSD
	if saved := 1 - process/functions; saved < 0.7 {
		t.Errorf("saved %.2f, published over 0.90", saved)
	}
}

// cloudburn.io 2026: Fargate compute is 68 % of the bill of a typical service
// around the clock, NAT, logs, load balancer and addresses are the rest. We get
// half for eight services that do little per request, where logs and addresses
// weigh, and three quarters and more where a request computes.
func TestClaimFargateShareOfTheBill(t *testing.T) {
	e := newEstimator(t)
	rest := map[string]bool{"balancer-hour": true, "balancer-unit": true, "nat-hour": true, "nat-data": true, "public-address": true,
		"log-ingest": true, "log-storage": true, "cross-zone": true}
	compute := map[string]bool{"container-vcpu": true, "container-memory": true}
	share := func(cpuMillis, rps float64) float64 {
		pt := atTen(cpuMillis, 2*cpuMillis, 256)
		pt[profile.MeanRPS], pt[profile.PeakRPS] = rps, 2*rps
		c := e.partOf(t, "aws-services-containers", &pt, compute)
		return c / (c + e.partOf(t, "aws-services-containers", &pt, rest))
	}
	quiet, busy := share(50, 5), share(300, 100)
	if quiet > 0.68 || busy < 0.68 {
		t.Errorf("quiet %.2f, busy %.2f: 0.68 is not between", quiet, busy)
	}
}

// Okroj & Jatkiewicz 2023, Blinowski 2022: on the same machine the monolith is
// more efficient in almost all cases. Al-Debagy 2018 and Ueda 2016 bound by how
// much: 6 % to 79 % of the throughput.
func TestClaimMonolithIsMoreEfficient(t *testing.T) {
	e := newEstimator(t)
	pt := atTen(5, 20, 256)
	pt[profile.MeanRPS], pt[profile.PeakRPS] = 20000, 20000
	for i := range NumScenarios {
		var one, many Estimate
		e.Eval(shapeByID(t, "aws-monolith-vms"), &pt, e.Scenario(i, true), &one)
		e.Eval(shapeByID(t, "aws-services-containers"), &pt, e.Scenario(i, true), &many)
		if ratio := one.Utilisation / many.Utilisation; many.P99Millis <= one.P99Millis || ratio > 5 {
			t.Errorf("scenario %d: p99 %v and %v", i, one.P99Millis, many.P99Millis)
		}
	}
}
