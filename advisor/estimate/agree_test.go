package estimate

import (
	"math"
	"testing"

	"archadvisor/advisor/pricing"
)

// itemsOf is what a shape pays for some items.
func (e *Estimator) itemsOf(p *plan, want ...item) float64 {
	sum := 0.0
	for _, l := range p.sheet.lines[:p.sheet.n] {
		for _, it := range want {
			if l.item == it {
				sum += p.b.items[it].cost(l.quantity)
			}
		}
	}
	return sum
}

// TestFunctionsAreBilledAsThePriceBooksBill compares the sheet with the bills of
// package pricing, which published bills check, for the same quantities.
func TestFunctionsAreBilledAsThePriceBooksBill(t *testing.T) {
	e := newEstimator(t)
	for _, w := range []struct{ cpu, wall, memory float64 }{{10, 50, 256}, {20, 730, 512}, {7, 101, 128}, {100, 1404, 1024}} {
		for _, c := range []struct {
			shape, kind string
			items       []item
			more        map[string]any
		}{
			{"aws-functions-http", "lambda", []item{itCalls, itRun}, map[string]any{"arch": "arm", "free_tier": true}},
			{"aws-functions-http", "apigw_http", []item{itGateway}, nil},
			{"gcp-functions-http", "gcf_gen1", []item{itCalls, itRun, itRunCPU}, map[string]any{"free_tier": true}},
			{"azure-functions-url", "azure_functions", []item{itCalls, itRun}, map[string]any{"free_tier": true}},
		} {
			pt := atTen(w.cpu, w.wall, w.memory)
			var p plan
			e.plan(&p, shapeByID(t, c.shape), &pt, e.CentralScenario())
			in := map[string]any{"requests": 10 * secondsPerMonth}
			if c.kind != "apigw_http" {
				in["duration_ms"], in["memory_mb"] = math.Ceil(1000*p.run-1e-6), p.functionMB
			}
			if c.kind == "gcf_gen1" {
				in["cpu_mhz"] = 2400 * math.Min(1, p.functionMB/2048)
			}
			for k, v := range c.more {
				in[k] = v
			}
			bill, err := pricing.Compute(c.kind, in)
			if err != nil {
				t.Fatalf("%s: %v", c.kind, err)
			}
			if got, want := e.itemsOf(&p, c.items...), bill.Total(); math.Abs(got-want) > 1e-6*want+0.01 {
				t.Errorf("%s, %v: %.4f, the books bill %.4f for %v", c.shape, w, got, want, in)
			}
		}
	}
}
