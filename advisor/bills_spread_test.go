package advisor

import (
	"math"
	"slices"
	"strings"
	"testing"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/fact"
	"archadvisor/advisor/pricing"
)

// computedBill is a documented bill with what the program says of the style that the system has.
type computedBill struct {
	documentedBill
	file, shape string
	told        bool
	cost        Band
	listed      []float64 // the bill of each draw, without any spread
	at          []float64 // where in the spread each draw stands: -1 at its low end, 1 at its high end

	down, up float64 // logarithms of the low and the high end that the range would need to hold the bill
}

type computed []computedBill

func computedBills(t *testing.T) (list computed) {
	t.Helper()
	a := core(t)
	for _, set := range sets {
		for _, b := range loadBills(t, set.file) {
			r := a.Draw(b.profile(t), Default)
			o := r.Decision().Option(b.Style)
			if o == nil {
				t.Fatalf("%s: no style %q", b.ID, b.Style)
			}
			c := computedBill{documentedBill: b, file: set.file, shape: o.Shape, told: r.Told, cost: o.Estimates.Cost,
				listed: slices.Clone(r.Values(Listed, int(o.Arch)))}
			for k := range c.listed {
				sc := r.Scenario(k)
				if !r.s.open { // each scenario once
					sc = a.models.Scenario(k, r.Told)
				}
				c.at = append(c.at, place(a.models, sc))
			}
			r.Done()
			c.down = -c.needs(func(x float64) bool { return c.band(math.Exp(-x), 1).Low <= b.MonthlyUSD })
			c.up = c.needs(func(x float64) bool { return c.band(1, math.Exp(x)).High >= b.MonthlyUSD })
			list = append(list, c)
		}
	}
	return list
}

// place is where in the spread of the bill a scenario stands.
func place(models *estimate.Estimator, sc *estimate.Scenario) float64 {
	s := pricing.Load().Assumption("bill_spread")
	for i := range estimate.NumScenarios {
		told := models.Scenario(i, true)
		if sc != told && sc != models.Scenario(i, false) {
			continue
		}
		if x := math.Log(told.BillFactor); x > 0 {
			return x / math.Log(s.High)
		} else {
			return -x / math.Log(s.Low)
		}
	}
	panic("no such scenario")
}

// needs is the least logarithm, up to that of a factor of 3,000, with which something holds.
func (b *computedBill) needs(holds func(float64) bool) float64 {
	low, high := -1e-9, 8.0
	for range 40 {
		if x := (low + high) / 2; holds(max(0, x)) {
			high = x
		} else {
			low = x
		}
	}
	return max(0, high)
}

// band is the range of the bill with another spread.
func (b *computedBill) band(low, high float64) Band {
	values := slices.Clone(b.listed)
	for k, at := range b.at {
		if at < 0 {
			values[k] *= math.Pow(low, -at)
		} else {
			values[k] *= math.Pow(high, at)
		}
	}
	return NewBand(values, b.cost.Expected)
}

// system is what bills of one system, or of one organisation, have in common: the first word of their names.
func (b *computedBill) system() string {
	name, _, _ := strings.Cut(b.ID, "-")
	return name
}

// spread is what the bills of all other systems of the kind say: the ends that a sixth of one more bill would need to
// lie further out, for a range to hold it beside what open inputs move (quantiles k of n+1), so that two in three lie inside.
func (list computed) spread(told bool, but string) (low, high float64) {
	var down, up []float64
	for _, b := range list {
		if b.told == told && b.system() != but {
			down, up = append(down, b.down), append(up, b.up)
		}
	}
	quantile := func(of []float64, share float64) float64 {
		slices.Sort(of)
		at := share*float64(len(of)+1) - 1
		k := int(at)
		return math.Exp(of[k] + (at-float64(k))*(of[k+1]-of[k]))
	}
	return quantile(down, 1./6), quantile(up, 5./6)
}

// TestBillSpreadIsMeasured: the book has the factors that the bills say, and they differ by what is told.
func TestBillSpreadIsMeasured(t *testing.T) {
	bills := computedBills(t)
	for item, told := range map[string]bool{"bill_spread": true, "bill_spread_untold": false} {
		low, high := bills.spread(told, "")
		s := pricing.Load().Assumption(item)
		if s.Value != 1 || math.Abs(s.Low/low-1) > 0.05 || math.Abs(s.High/high-1) > 0.05 {
			t.Errorf("%s: the book says %+v, the bills %.3f to %.2f", item, s, low, high)
		}
	}
}

// TestReasonsQuoteTheListedBill: what a reason quotes on average is the bill that the rules heard, without any spread.
func TestReasonsQuoteTheListedBill(t *testing.T) {
	r := core(t).Draw(parse(t, "[load]\nmean_rps = 5\npeak_rps = 20\n"), Default)
	defer r.Done()
	i := r.Advisor.facts.Estimates + int(estimate.Monolith)*fact.PerOption()
	if def := r.Advisor.facts.Defs[i]; def.Name != "cost.monolith.monthly_usd" {
		t.Fatalf("fact %d is %s", i, def.Name)
	}
	listed := r.Values(Listed, int(estimate.Monolith))
	if got := r.MeanFacts(r.Centre())[i]; !(got <= slices.Max(listed)) || !(r.Mean(Cost, int(estimate.Monolith)) > 2*got) {
		t.Errorf("quoted $%.0f of at most $%.0f; the mean of the range is $%.0f", got, slices.Max(listed), r.Mean(Cost, int(estimate.Monolith)))
	}
}
