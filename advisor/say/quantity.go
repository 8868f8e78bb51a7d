package say

import (
	"math"

	"archadvisor/advisor"
	"archadvisor/rules/numeral"
)

// Quantity is a figure by which options are compared, with how it is written.
type Quantity struct {
	ID    string // of the estimate, as JSON and records name it
	name  string
	band  func(*advisor.Option) advisor.Band
	put   func(float64) string
	rough bool   // two digits say all that is known
	Unit  string // behind it in a sentence
}

// Quantities are the figures of a comparison, in its order.
func Quantities() []Quantity {
	one := func(of func(*advisor.Option) float64) func(*advisor.Option) advisor.Band {
		return func(o *advisor.Option) advisor.Band { v := of(o); return advisor.Band{Low: v, Expected: v, High: v} }
	}
	return []Quantity{
		{"cost_monthly_usd", "cost a month", func(o *advisor.Option) advisor.Band { return o.Estimates.Cost }, numeral.Money, true, " a month"},
		{"p99_ms", "99th percentile", func(o *advisor.Option) advisor.Band { return o.Estimates.P99 }, numeral.Milliseconds, true, " for one request in a hundred"},
		{"availability_pct", "availability", func(o *advisor.Option) advisor.Band { return o.Estimates.Availability }, numeral.Availability, false, " availability"},
		{"ops_fte", "people to run it", func(o *advisor.Option) advisor.Band { return o.Estimates.OpsFTE }, numeral.People, false, " people"},
		{"score", "score", one(func(o *advisor.Option) float64 { return o.Score }), score, false, " points"},
		{"probability", "probability", one(func(o *advisor.Option) float64 { return o.Probability }), numeral.Probability, false, ""},
	}
}

// QuantityOf finds a quantity by its id.
func QuantityOf(id string) Quantity {
	for _, q := range Quantities() {
		if q.ID == id {
			return q
		}
	}
	return Quantity{}
}

// Name is the quantity as the head of a row: "Cost a month".
func (q Quantity) Name() string { return spoken(Capital(q.name)) }

// Of is the quantity of an option, with its range.
func (q Quantity) Of(o *advisor.Option) string { return Band(q.band(o), q.Rough) }

// Rough writes a value to the digits that it is worth.
func (q Quantity) Rough(x float64) string {
	if q.rough {
		x = numeral.Round(x, digits)
	}
	return q.put(x)
}

// Figure is the expected value of an option, as it is written.
func (q Quantity) Figure(o *advisor.Option) string { return spoken(q.put(q.band(o).Expected)) }

// Band is the quantity of an option as numbers.
func (q Quantity) Band(o *advisor.Option) advisor.Band { return q.band(o) }

// Write writes a value of the quantity.
func (q Quantity) Write(v float64) string { return spoken(q.put(v)) }

// Lead is what stands before a figure of the quantity that does not say by its
// unit what it is.
func (q Quantity) Lead() string {
	switch q.ID {
	case "p99_ms":
		return text("p99 ")
	case "ops_fte":
		return text("people ")
	}
	return ""
}

// Estimated are the quantities that the models estimate: the bill, the latency,
// the availability and the people.
func Estimated() []Quantity { return Quantities()[:4] }

// Value is the expected value of an option.
func (q Quantity) Value(o *advisor.Option) float64 { return q.band(o).Expected }

// Was tells how the quantity of an option changed.
func (q Quantity) Was(architecture string, was, is float64) string {
	return text("%s of %s was %s, is %s", q.name, architecture, q.put(was), q.put(is))
}

// leastChange is how far an estimate must have moved, relative, to be worth a
// word; of an availability a hundredth is enough.
const leastChange = 0.05

// Changed reports whether a quantity moved enough to be told, and how far.
func (q Quantity) Changed(was, is float64) (by float64, ok bool) {
	by = Relative(was, is)
	return by, by >= leastChange || q.ID == "availability_pct" && math.Abs(was-is) >= 0.01
}

// Relative is how far two figures are apart, as a factor less one.
func Relative(a, b float64) float64 {
	low, high := math.Min(math.Abs(a), math.Abs(b)), math.Max(math.Abs(a), math.Abs(b))
	if high == 0 {
		return 0
	}
	return high/math.Max(low, 1e-9) - 1
}
