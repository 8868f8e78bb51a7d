package pricing

// Line is one item of a bill. MonthlyUSD is not rounded and is what Quantity
// costs; where tiers apply, UnitPriceUSD is the average over them.
type Line struct {
	Item         string  `json:"item"`
	Quantity     float64 `json:"quantity"`
	Unit         string  `json:"unit"` // of the quantity: "1M requests", "GB-s", "h"
	UnitPriceUSD float64 `json:"unit_price_usd"`
	MonthlyUSD   float64 `json:"monthly_usd"`
	Source       string  `json:"source"`
	AsOf         string  `json:"as_of"`
	Region       string  `json:"-"`
	Confidence   string  `json:"confidence"`
}

// Bill is the line items of one service for one month, and what must be said
// about them.
type Bill struct {
	Lines []Line
	Notes []string
}

// Total is the unrounded sum of the lines, in USD.
func (b Bill) Total() float64 {
	sum := 0.0
	for _, l := range b.Lines {
		sum += l.MonthlyUSD
	}
	return sum
}

// Flagged lists the items whose price is from memory or from another region.
func (b Bill) Flagged() []string {
	var items []string
	for _, l := range b.Lines {
		p := Price{Confidence: l.Confidence}
		if p.Flagged() {
			items = append(items, l.Item)
		}
	}
	return items
}

// Line is the bill line of q base units of the tariff.
func (t *Tariff) Line(item string, q float64) Line {
	usd := t.Cost(q)
	unit := t.Tiers.At(0) * t.Per
	if q > 0 {
		unit = usd / q * t.Per
	}
	return Line{
		Item: item, Quantity: q / t.Per, Unit: quantityUnit(t.Price.Unit),
		UnitPriceUSD: unit, MonthlyUSD: usd,
		Source: t.Price.Source, AsOf: t.Price.AsOf, Region: t.Price.Region, Confidence: t.confidence(q),
	}
}

// meter adds up charges: the sum always, the lines only where they are wanted.
// One function per kind of bill drives it, so that Cost and Bill cannot differ.
type meter struct {
	usd    float64
	record bool
	lines  []Line
}

// add charges q base units of the tariff. What costs nothing because nothing is
// used makes no line.
func (m *meter) add(t *Tariff, item string, q float64) {
	if !(q > 0) {
		return
	}
	m.usd += t.Tiers.Cost(q)
	if m.record {
		m.lines = append(m.lines, t.Line(item, q))
	}
}

// above is what is left of q after a grant, never negative.
func above(q, grant float64) float64 {
	if q > grant {
		return q - grant
	}
	return 0
}
