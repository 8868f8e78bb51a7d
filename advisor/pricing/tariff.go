package pricing

import (
	"math"
	"strings"
)

// HoursPerMonth is the length of the month of every bill.
const HoursPerMonth = 730.0

// TariffID names a tariff: the cloud and what is metered, "aws/function-memory".
type TariffID string

// Tariff turns a quantity of one meter into money: what the provider grants for nothing, then tiers of prices. One
// without a price stands for a meter that this cloud does not charge for.
type Tariff struct {
	tiers [4]tier
	free  float64 // granted per month

	ID   TariffID
	Name string // on a bill

	perServer bool    // the grant is for each server
	covers    float64 // so many for one price; 0: one
	most      float64 // more than so many cost nothing; 0: no such end
	capacity  Capacity
}

// tier is a price per base unit for the quantity up to upTo, counted from zero. Each tier prices only the quantity that
// falls into it, so that the cost never jumps and never falls when the quantity rises.
type tier struct {
	upTo, price float64
	of          *Price // provenance
}

// Cost is the price of a monthly quantity in base units (one request, one
// GB-second, one hour), grants and tiers included. It does not allocate.
func (t *Tariff) Cost(quantity float64) float64 {
	sum, from, q := 0.0, 0.0, quantity-t.free
	for i := 0; q > from && i < len(t.tiers); i++ {
		step := &t.tiers[i]
		sum += (min(q, step.upTo) - from) * step.price
		from = step.upTo
	}
	return sum
}

// Line is the line item of a quantity. A quantity that a grant covers costs
// nothing and is shown, because more of it would cost something.
func (t *Tariff) Line(quantity float64) Line {
	first := t.tiers[0].of
	l := Line{
		Item: t.Name, Tariff: t.ID, Quantity: quantity / perUnit(first.Unit), Unit: quantityUnit(first.Unit), MonthlyUSD: t.Cost(quantity),
		Sources: first.Sources, AsOf: first.AsOf, Confidence: t.confidence(quantity),
	}
	l.UnitPriceUSD = l.MonthlyUSD / l.Quantity
	return l
}

// Line is one item of a bill. MonthlyUSD is not rounded and is what Quantity
// costs; UnitPriceUSD is its average over grants and tiers.
type Line struct {
	Item         string
	Tariff       TariffID // what computed it
	Quantity     float64
	Unit         string // of the quantity: "1M requests", "GB-s", "h"
	UnitPriceUSD float64
	MonthlyUSD   float64
	Sources      []string // ids of sources; of a price file, its own words
	AsOf         string
	Confidence   string
}

// confidence is the book's confidence in what a quantity costs: that of the first
// tier, or of the first flagged one that the quantity reaches.
func (t *Tariff) confidence(quantity float64) string {
	from := 0.0
	for i := 0; quantity > from; i++ {
		if t.tiers[i].of.Flagged() {
			return t.tiers[i].of.Confidence
		}
		from = t.tiers[i].upTo
	}
	return t.tiers[0].of.Confidence
}

func flat(p *Price) (t Tariff) {
	t.tiers[0] = tier{math.Inf(1), p.Value / perUnit(p.Unit), p}
	return t
}

// perHour turns a price per month into one per hour, so that everything that runs is counted in hours.
func (t Tariff) perHour() Tariff {
	for i, step := range t.tiers {
		if step.of != nil && step.of.Unit == "USD/month" {
			p := *step.of
			p.Unit = "USD/h"
			t.tiers[i].price, t.tiers[i].of = step.price*(1.0/HoursPerMonth), &p
		}
	}
	return t
}

// resolve makes a tariff of a price, or of a tier table over prices.
func (c *Catalogue) resolve(cloud, service, item string) (t Tariff) {
	row, tiered := c.tiers[key{price, cloud, service, item}]
	if !tiered {
		return flat(c.find(key{price, cloud, service, item}))
	}
	for i, step := range row.Steps {
		t.tiers[i] = flat(c.find(key{price, cloud, service, step.Price})).tiers[0]
		t.tiers[i].upTo = upTo(step.UpTo)
	}
	return t
}

// perUnit is the number of base units in the unit of a price.
func perUnit(unit string) float64 {
	if strings.HasPrefix(unit, "USD/1M") {
		return 1e6
	}
	return 1
}

// quantityUnit is the unit of a quantity that is priced in unit: "h" of "USD/h".
func quantityUnit(unit string) string { return strings.TrimPrefix(unit, "USD/") }
