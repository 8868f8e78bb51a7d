package record

import (
	"fmt"
	"sort"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/rules/numeral"
)

// maxBillItems is how many items of the bill a record names.
const maxBillItems = 5

// addFigures fills the comparison table and the bill.
func (d *Document) addFigures(e *explain.Explanation) {
	row := func(quantity string, value func(advisor.Option) string) {
		r := Figures{Quantity: quantity}
		for _, o := range e.Ranking {
			r.Values = append(r.Values, value(o))
		}
		d.Comparison = append(d.Comparison, r)
	}
	row("Cost a month", func(o advisor.Option) string { return band(o.Estimates.Cost, numeral.MoneyShort) })
	row("99th percentile", func(o advisor.Option) string { return band(o.Estimates.P99, numeral.Milliseconds) })
	row("Availability", func(o advisor.Option) string { return band(o.Estimates.Availability, numeral.Availability) })
	row("People to run it", func(o advisor.Option) string { return band(o.Estimates.OpsFTE, numeral.People) })
	row("Score", func(o advisor.Option) string { return numeral.Figure(o.Score) })
	row("Wins, share of draws", func(o advisor.Option) string { return numeral.Percent(o.WinShare) })
	d.Bill = bill(e)
}

// bill names the largest items of the chosen option's bill.
func bill(e *explain.Explanation) string {
	for _, detail := range e.Details {
		if detail.Architecture == e.Recommendation && len(detail.Bill) > 0 {
			return billText(detail.Bill, e.Prices)
		}
	}
	return ""
}

func billText(lines []explain.LineItem, prices string) string {
	items := append([]explain.LineItem{}, lines...)
	sort.SliceStable(items, func(i, j int) bool { return items[i].MonthlyUSD > items[j].MonthlyUSD })
	total, rest := 0.0, 0.0
	var parts []string
	for i, item := range items {
		total += item.MonthlyUSD
		if i >= maxBillItems {
			rest += item.MonthlyUSD
			continue
		}
		parts = append(parts, fmt.Sprintf("%s %s", Line(item.Item), numeral.Money(item.MonthlyUSD)))
	}
	if rest > 0 {
		parts = append(parts, "everything else "+numeral.Money(rest))
	}
	return fmt.Sprintf("The bill of the chosen option, %s a month at the expected inputs and list prices (%s): %s.",
		numeral.Money(total), Line(prices), strings.Join(parts, "; "))
}

// sourcesOf lists where the arguments and prices come from, sorted.
func sourcesOf(e *explain.Explanation) []string {
	set := map[string]bool{}
	for i := range e.Ranking {
		pros, cons, _ := arguments(e.Ranking, i)
		for _, a := range append(pros, cons...) {
			set[Line(a.Source)] = true
		}
		for _, g := range e.Ranking[i].Gates {
			set[Line(g.Source)] = true
		}
	}
	for _, detail := range e.Details {
		for _, item := range detail.Bill {
			if detail.Architecture == e.Recommendation {
				set[Line(item.Source)] = true
			}
		}
	}
	delete(set, "")
	out := make([]string, 0, len(set))
	for s := range set {
		out = append(out, s)
	}
	sort.Strings(out)
	return out
}
