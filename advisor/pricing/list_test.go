package pricing

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
)

// cloudsOf are the clouds that sell anything.
func cloudsOf(c *Catalogue) []string {
	var clouds []string
	for cloud := range c.sales {
		if len(c.sales[cloud].machines) > 0 {
			clouds = append(clouds, cloud)
		}
	}
	slices.Sort(clouds)
	return clouds
}

// everything resolves all that the program bills with.
func everything(c *Catalogue) error {
	for _, cloud := range cloudsOf(c) {
		if _, err := c.List(cloud); err != nil {
			return err
		}
	}
	for _, plan := range []struct{ cloud, service string }{
		{"aws", "lambda"}, {"aws", "vercel"}, {"gcp", "functions_gen2"}, {"azure", "functions_consumption"}, {"azure", "functions_flex"},
	} {
		if _, err := c.FunctionPlan(plan.cloud, plan.service); err != nil {
			return err
		}
	}
	return nil
}

// TestEveryPriceIsNeeded takes every price and billing rule away, one at a time: the
// error names it. So no price is ever taken as zero, and no figure is in the books
// that nothing bills with.
func TestEveryPriceIsNeeded(t *testing.T) {
	optional := map[string]bool{ // read where a service has them
		"gcp functions_gen2 ghz_per_vcpu": true, "gcp cloud_run duration_step_ms": true,
		"aws dynamodb units_per_read": true, "aws api_gateway http_metering_kb": true,
	}
	c := mustLoad(t)
	for k, figure := range c.figures {
		if k.kind != price && k.kind != billingRule || optional[figure.Name()] {
			continue
		}
		without := c.clone()
		delete(without.figures, k)
		err := everything(without)
		var missing *MissingError
		if !errors.As(err, &missing) || missing.Item != k.item || missing.Service != k.service {
			t.Errorf("without %s %s: %v", k.kind, figure.Name(), err)
		}
	}
}

func TestListNamesUnknownClouds(t *testing.T) {
	var missing *MissingError
	if _, err := mustLoad(t).List("moon"); !errors.As(err, &missing) {
		t.Errorf("got %v", err)
	}
}

// TestBrokenSales: a row of a book that cannot be billed is an error that says why.
func TestBrokenSales(t *testing.T) {
	head := "cloud = \"x\"\nregion = \"-\"\nas_of = \"2026-01-01\"\n[[price]]\nservice = \"s\"\nitem = \"i\"\nvalue = 1\nunit = \"USD/h\"\n"
	for _, tt := range []struct{ name, rows, want string }{
		{"unknown meter", "[[tariff]]\nmeter = \"moonlight\"\nservice = \"s\"\nprice = \"i\"\n", `unknown meter "moonlight" in the book of x`},
		{"no price", "[[tariff]]\nmeter = \"disk\"\nservice = \"s\"\nprice = \"j\"\n", "no price for x s j"},
		{"no grant", "[[tariff]]\nmeter = \"disk\"\nservice = \"s\"\nprice = \"i\"\nfree = \"k\"\n", "no price for x s k"},
		{"no rule", "[[tariff]]\nmeter = \"disk\"\nservice = \"s\"\nprice = \"i\"\nmost = \"cap\"\n", "no billing rule for x s cap"},
		{"no size", "[[machine]]\nservice = \"s\"\nitem = \"huge\"\nvcpu = 2\ngb = 4\n", "no price for x s huge"},
		{"no memory", "[[database]]\nservice = \"s\"\nitem = \"i\"\nper_gb = \"m\"\nvcpu = 2\ngb = 4\n", "no price for x s m"},
		{"too many sizes", strings.Repeat("[[machine]]\nservice = \"s\"\nitem = \"i\"\n", maxItems), "the book of x has more than"},
	} {
		c := newCatalogue()
		b, err := decodeBook([]byte(head + tt.rows))
		if err == nil {
			err = c.addBook(b)
		}
		if err == nil {
			_, err = c.List("x")
		}
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
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
	l, err := mustLoad(t).List("aws")
	if err != nil {
		t.Fatal(err)
	}
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
	for _, cloud := range cloudsOf(mustLoad(t)) {
		l, err := mustLoad(t).List(cloud)
		if err != nil {
			t.Fatal(err)
		}
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
