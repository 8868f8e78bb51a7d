package pricing

import "math"

// Tier is one step of a graduated price: Price per base unit for the quantity
// up to UpTo, counted from zero. The last tier's UpTo is +Inf.
type Tier struct {
	UpTo  float64
	Price float64
}

// Tiers is a graduated price, in rising order of UpTo. Each tier prices only the
// quantity that falls into it, so that the cost is continuous and never falls
// when the quantity rises.
type Tiers []Tier

// Flat is a price without tiers.
func Flat(price float64) Tiers {
	return Tiers{{UpTo: math.Inf(1), Price: price}}
}

// Cost is the price of the quantity q; a q that is not positive costs nothing.
// It does not allocate.
func (t Tiers) Cost(q float64) float64 {
	cost, from := 0.0, 0.0
	for _, tier := range t {
		if q <= tier.UpTo {
			if q > from {
				cost += (q - from) * tier.Price
			}
			return cost
		}
		cost += (tier.UpTo - from) * tier.Price
		from = tier.UpTo
	}
	return cost
}

// At is the price of one more unit at the quantity q.
func (t Tiers) At(q float64) float64 {
	for _, tier := range t {
		if q < tier.UpTo {
			return tier.Price
		}
	}
	if len(t) == 0 {
		return 0
	}
	return t[len(t)-1].Price
}

// Tariff is a price resolved for use: its tiers per base unit (one request, one
// GB-second, one hour) and where it came from.
type Tariff struct {
	Tiers Tiers
	Per   float64  // base units in one unit of the price: 1e6 for "USD/1M"
	Price *Price   // provenance; of the first tier where there are several
	steps []*Price // provenance of each tier where there are several
}

// confidence is the book's confidence in what q base units cost: that of the
// first tier, or of the first flagged one that q reaches.
func (t *Tariff) confidence(q float64) string {
	from := 0.0
	for i, p := range t.steps {
		if q > from && p.Flagged() {
			return p.Confidence
		}
		from = t.Tiers[i].UpTo
	}
	return t.Price.Confidence
}

// Cost is the price of q base units. It does not allocate.
func (t *Tariff) Cost(q float64) float64 { return t.Tiers.Cost(q) }

// At returns the tariff at a price of its own, given in the unit of the
// tariff, with the words that say where it comes from.
func (t Tariff) At(price float64, source string) Tariff {
	given := *t.Price
	given.Value, given.Source, given.Confidence, given.AsOf = price, source, "given", ""
	return Tariff{Tiers: Flat(price / t.Per), Per: t.Per, Price: &given}
}

// Times returns the tariff with every price multiplied, for a discount or a
// factor such as a second zone.
func (t Tariff) Times(factor float64) Tariff {
	tiers := make(Tiers, len(t.Tiers))
	for i, tier := range t.Tiers {
		tiers[i] = Tier{UpTo: tier.UpTo, Price: tier.Price * factor}
	}
	t.Tiers = tiers
	return t
}
