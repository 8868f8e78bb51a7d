package say

import (
	"math"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Quantity is a figure by which options are compared, with how it is written.
type Quantity struct {
	ID    string // of the estimate, as JSON and records name it
	name  string
	Lead  string                             // before a figure that does not say by its unit what it is
	Band  func(*advisor.Option) advisor.Band // of an option, as numbers
	put   func(float64) string
	Unit  string           // behind it in a sentence
	drawn advisor.Quantity // by which the draws know it, none for what they do not estimate
}

const none advisor.Quantity = -1 // no quantity of the draws

// Quantities are the figures of a comparison, in its order.
func Quantities() []Quantity {
	one := func(of func(*advisor.Option) float64) func(*advisor.Option) advisor.Band {
		return func(o *advisor.Option) advisor.Band {
			v := of(o)
			return advisor.Band{Low: v, Expected: v, High: v, Mean: v}
		}
	}
	return []Quantity{
		{"cost_monthly_usd", "infrastructure", "", func(o *advisor.Option) advisor.Band { return o.Estimates.Cost }, roughly(numeral.Money), " a month", advisor.Cost},
		{"p99_ms", "99th percentile", "p99 ", func(o *advisor.Option) advisor.Band { return o.Estimates.P99 }, roughly(numeral.Milliseconds), " for one request in a hundred", advisor.P99},
		{"availability_pct", "availability", "available ", func(o *advisor.Option) advisor.Band { return o.Estimates.Availability }, numeral.Uptime, " availability", advisor.Availability},
		{"ops_fte", "dedicated staff", "staff ", func(o *advisor.Option) advisor.Band { return o.Estimates.OpsFTE }, numeral.People, " people", advisor.OpsFTE},
		{"ops_monthly_usd", "staff cost", "", func(o *advisor.Option) advisor.Band { return o.Estimates.OpsUSD }, roughly(numeral.Money), " a month", advisor.OpsUSD},
		{"total_monthly_usd", "total cost", "", func(o *advisor.Option) advisor.Band { return o.Estimates.Together }, roughly(numeral.Money), " a month", advisor.Together},
		{"score", "score", "", one(func(o *advisor.Option) float64 { return o.Score }), numeral.Whole, " points", none},
		{"probability", "probability", "", one(func(o *advisor.Option) float64 { return o.Probability }), numeral.Probability, "", none},
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

// Comparison is a table of every quantity by option, each with its range.
func Comparison(ranking []advisor.Option) [][]string {
	rows := [][]string{{text("money a month")}}
	for i := range ranking {
		name := ranking[i].Architecture
		if !ranking[i].Feasible {
			name = text("%s (ruled out)", name)
		}
		rows[0] = append(rows[0], name)
	}
	return append(rows, Each(Quantities(), func(q Quantity) []string { return append([]string{q.Name()}, All(ranking, q.Of)...) })...)
}

// Of is the quantity of an option, with its range.
func (q Quantity) Of(o *advisor.Option) string { return Band(q.Band(o), q.put) + q.each(o) }

// each is what a time is of where nobody waits for it.
func (q Quantity) each(o *advisor.Option) string {
	if q.ID == "p99_ms" && o.Central.Unattended {
		return text(" a run")
	}
	return ""
}

// Led is a figure of an option behind the word that says what it is: "p99 180 ms", "takes 78 s a run".
func (q Quantity) Led(o *advisor.Option, figure string) string {
	if q.each(o) != "" {
		return text("takes %s", figure)
	}
	return text("%s%s", q.Lead, figure)
}

// Figure is the typical value of an option, as it is written.
func (q Quantity) Figure(o *advisor.Option) string {
	return spoken(q.put(q.Band(o).Expected)) + q.each(o)
}

// Write writes a value of the quantity.
func (q Quantity) Write(v float64) string { return spoken(q.put(v)) }

// Estimated are the quantities that the models estimate: the bill, the latency, the availability and the staff.
func Estimated() []Quantity { return Quantities()[:4] }

// Value is the expected value of an option.
func (q Quantity) Value(o *advisor.Option) float64 { return q.Band(o).Expected }

// Was tells how the quantity of an option changed.
func (q Quantity) Was(architecture string, was, is float64) string {
	return text("%s of %s was %s, is %s", q.name, architecture, q.put(was), q.put(is))
}

const leastChange = 0.05 // how far an estimate must have moved, relative, to be told; of an availability a hundredth

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

// Staff says what the figures of people count and what not: the developers' own time, the heads of a rota.
func Staff(d *explain.Decision) string {
	own := All(d.Ranking, func(o *advisor.Option) string {
		return text("%s on %s", numeral.Range(o.Central.OwnLow, o.Central.OwnHigh, "share", numeral.Figure), o.Architecture)
	})
	words := text("Staff is dedicated: people whose work it is to run the system, in full-time equivalents, below one a part of somebody's time. The share of their own time that developers give to it is in no figure: %s.", And(own))
	heads, staff := d.Ranking[0].Central.RotaHeads, d.Ranking[0].Estimates.OpsFTE.Expected
	switch {
	case staff < heads:
		words = text("%s Called around the clock, a rota takes %s heads, more than %s: others share it, or nobody is called at night.",
			words, numeral.Whole(heads), numeral.People(staff))
	case staff == heads:
		words = text("%s A group of its own that is called around the clock has %s heads at least, however little there is to do.", words, numeral.Whole(heads))
	}
	return words
}

// Ranges says what a range holds and which input those of the leader hang on.
func Ranges(x *explain.Explanation) string {
	words := text("A figure is typical: that of the middle of what is open. The range behind it holds eight of ten draws; the mean is told where it lies more than a fifth off.")
	if len(x.Details) == 0 {
		return words
	}
	if x.Ranking[0].Central.Unattended {
		words = text("%s Nobody waits for an answer: the 99th percentile is that of one piece of work, from its start to its end.", words)
	}
	var by []string // inputs, in the order of the quantities
	of := map[string][]string{}
	lead, from := &x.Ranking[0], RangesHangOn(&x.Details[0])
	if from["cost_monthly_usd"] == profile.Runtime.String() { // which is not drawn: see estimate.Telling
		words = text("%s Nothing is said of the work itself, such as its runtime or what it keeps: documented bills of which no more is known are seldom below the typical figure and often far above it.", words)
	}
	for _, q := range Quantities() {
		name := from[q.ID]
		if b := q.Band(lead); name == "" || b.Low == b.High {
			continue
		}
		if id, ok := profile.Lookup(name); ok {
			name = Label(id)
		} else {
			name = text("what the models do not know")
		}
		if of[name] == nil {
			by = append(by, name)
		}
		of[name] = append(of[name], spoken(q.name))
	}
	if len(by) == 1 {
		return text("%s For %s the ranges hang most on %s.", words, lead.Architecture, by[0])
	}
	for i, name := range by {
		by[i] = text("%s on %s", And(of[name]), name)
	}
	if len(by) > 0 {
		words = text("%s For %s the ranges hang most on these: %s.", words, lead.Architecture, strings.Join(by, "; "))
	}
	return words
}

// RangesHangOn is, by the id of a quantity, the input that its range hangs on most.
func RangesHangOn(k *explain.Detail) map[string]string {
	on := map[string]string{}
	for _, q := range Quantities() {
		if q.drawn != none && k.SpreadFrom[q.drawn] != "" {
			on[q.ID] = k.SpreadFrom[q.drawn]
		}
	}
	return on
}
