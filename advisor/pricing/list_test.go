package pricing

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// cloudsOf are the clouds that sell anything.
func cloudsOf(c *Catalogue) []string {
	var clouds []string
	for cloud, b := range c.books {
		if len(b.Machines) > 0 {
			clouds = append(clouds, cloud)
		}
	}
	slices.Sort(clouds)
	return clouds
}

// everything resolves all that the program bills with, or says what is missing.
func everything(c *Catalogue) (missing string) {
	defer func() {
		if fault := recover(); fault != nil {
			missing = fmt.Sprint(fault)
		}
	}()
	for _, cloud := range cloudsOf(c) {
		c.List(cloud)
	}
	for _, plan := range []struct{ cloud, service string }{
		{"aws", "lambda"}, {"aws", "vercel"}, {"gcp", "functions_gen2"}, {"azure", "functions_consumption"}, {"azure", "functions_flex"},
	} {
		c.FunctionPlan(plan.cloud, plan.service)
	}
	return ""
}

// TestEveryPriceIsNeeded takes every price and billing rule away, one at a time: the
// error names it. So no price is ever taken as zero, and no figure is in the books
// that nothing bills with.
func TestEveryPriceIsNeeded(t *testing.T) {
	optional := map[string]bool{ // read where a service has them
		"gcp functions_gen2 ghz_per_vcpu": true, "gcp cloud_run duration_step_ms": true,
		"aws dynamodb units_per_read": true, "aws api_gateway http_metering_kb": true,
	}
	c := Load()
	for k, figure := range c.figures {
		if k.kind != price && k.kind != billingRule || optional[figure.Name()] {
			continue
		}
		without := c.clone()
		delete(without.figures, k)
		if missing := everything(without); !strings.HasSuffix(missing, " for "+figure.Name()) {
			t.Errorf("without %s: %s", figure.Name(), missing)
		}
	}
}

func TestRounding(t *testing.T) {
	for _, tt := range []struct {
		r       Rounding
		q, want float64
	}{
		{Rounding{}, 0.37, 0.37}, {Rounding{Step: 0.1}, 0.21, 0.3}, {Rounding{Step: 0.1}, 0.3, 0.3},
		{Rounding{Step: 0.001, Least: 0.1}, 0.02, 0.1}, {Rounding{Step: 128, Least: 128}, 129, 256},
	} {
		if got := tt.r.Up(tt.q); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("%+v of %v: %v, want %v", tt.r, tt.q, got, tt.want)
		}
	}
}

// TestQuantitiesJoin: tiers and grants go by the total of a meter.
func TestQuantitiesJoin(t *testing.T) {
	l := Load().List("aws")
	var q Quantities
	q.Add(Egress, 60)
	q.Add(FunctionRequests, 0)
	q.Add(Egress, 60)
	lines := l.Lines(&q)
	if len(lines) != 1 || lines[0].Tariff != "aws/egress" || lines[0].Quantity != 120 || math.Abs(lines[0].MonthlyUSD-20*0.09) > 1e-9 || l.Total(&q) != lines[0].MonthlyUSD {
		t.Errorf("120 GB of traffic with 100 granted: %+v", lines)
	}
}

// TestMoreNeverCostsLess: no tariff falls when the quantity rises, over all tiers.
func TestMoreNeverCostsLess(t *testing.T) {
	for _, cloud := range cloudsOf(Load()) {
		l := Load().List(cloud)
		for i := range l.tariffs {
			before := 0.0
			for q := 1e-3; q < 1e12; q *= 1.3 {
				got := l.tariffs[i].Cost(q)
				if got < before || math.IsNaN(got) || math.IsInf(got, 0) {
					t.Fatalf("%s: %v at %v after %v", l.tariffs[i].ID, got, q, before)
				}
				before = got
			}
		}
	}
}
