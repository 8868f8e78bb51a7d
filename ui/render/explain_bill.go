package render

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

// bills prints the bill of every option, line by line; the lines sum to the
// total that is shown.
func bills(d *say.Document, x *explain.Explanation) {
	for i := range x.Details {
		k, o := &x.Details[i], &x.Ranking[i]
		d.Heading(fmt.Sprintf("The bill: %s, %s", k.Architecture, o.Shape))
		rows := [][]string{{"item", "quantity", "unit price", "a month"}}
		lines, total := wholeCents(k.Bill, o.Estimates.Cost.Expected)
		for n, l := range k.Bill {
			mark := ""
			if l.Flagged {
				mark = " (price from memory)"
			}
			rows = append(rows, []string{l.Item + mark, numeral.Plain(l.Quantity) + " " + unitWords(l.Unit), numeral.MoneyExact(l.UnitPriceUSD), numeral.Cents(lines[n])})
		}
		rows = append(rows, []string{"total", "", "", numeral.Cents(total)})
		d.Table(1, rows...)
		d.Paragraph(billWords(k, o))
	}
}

func billWords(k *explain.Detail, o *advisor.Option) string {
	text := "Mostly " + k.Dominating + "."
	if c := o.Estimates.Cost; c.High > c.Low {
		text += fmt.Sprintf(" Between %s and %s", numeral.Money(c.Low), numeral.Money(c.High))
		if k.SpreadFrom != "" {
			text += ", mainly for want of " + k.SpreadFrom
		}
		text += "."
	}
	text += fmt.Sprintf(" To run it takes %s people, about %s a month, which is not in the bill.", numeral.People(k.OpsFTE), numeral.Money(k.OpsUSD.Expected))
	return text
}

// wholeCents rounds the lines of a bill so that they sum to the total that is
// shown, to the cent: each is rounded down, and the cents that are left go to
// the lines that lost most.
func wholeCents(bill []explain.LineItem, usd float64) (lines []int64, total int64) {
	total = int64(math.Round(usd * 100))
	lines = make([]int64, len(bill))
	order := make([]int, len(bill))
	left := total
	for i, l := range bill {
		lines[i] = int64(math.Floor(l.MonthlyUSD * 100))
		left -= lines[i]
		order[i] = i
	}
	lost := func(i int) float64 { return bill[i].MonthlyUSD*100 - float64(lines[i]) }
	sort.SliceStable(order, func(i, j int) bool { return lost(order[i]) > lost(order[j]) })
	for n := 0; n < len(order) && left > 0; n++ {
		lines[order[n]]++
		left--
	}
	return lines, total
}

// unitWords is a unit of a price for people.
func unitWords(unit string) string {
	if unit == "1M" {
		return "million"
	}
	return unit
}

// maxIntervals is how many stretches of a break-even the text names one by one.
const maxIntervals = 5

// breakEven says where along the load which option has the lower bill.
func breakEven(d *say.Document, x *explain.Explanation) {
	if len(x.BreakEven) == 0 {
		return
	}
	d.Heading("Break-even over the load (infrastructure bill only)")
	for _, b := range x.BreakEven {
		if n := len(b.Intervals); n > maxIntervals {
			d.Bullet(fmt.Sprintf("%s or %s: they cross %d times between %s and %s req/s; %s is cheaper below, %s above", b.Pair[0], b.Pair[1],
				n-1, numeral.Figure(b.Intervals[0].ToRPS), numeral.Figure(b.Intervals[n-1].FromRPS), b.Intervals[0].Cheaper, b.Intervals[n-1].Cheaper))
			continue
		}
		var parts []string
		for _, v := range b.Intervals {
			about := ""
			if v.About {
				about = "about "
			}
			parts = append(parts, fmt.Sprintf("%s from %s%s to %s req/s", v.Cheaper, about, numeral.Figure(v.FromRPS), numeral.Figure(v.ToRPS)))
		}
		text := fmt.Sprintf("%s or %s: cheaper is %s", b.Pair[0], b.Pair[1], strings.Join(parts, ", "))
		if b.Utilisation > 0 {
			text += fmt.Sprintf("; the servers are then %s busy", numeral.Percent(b.Utilisation))
		}
		d.Bullet(text)
	}
}

// assumptions lists what the advice rests on that was not said.
func assumptions(d *say.Document, _ *profile.Profile, x *explain.Explanation) {
	if len(x.Rests) == 0 {
		return
	}
	d.Heading("What this rests on that you did not say")
	small := 0
	for _, a := range x.Rests {
		if a.Moves < 0.02 {
			small++
			continue
		}
		d.Bullet(fmt.Sprintf("%s: %s; explains %s of what is uncertain between the two", a.Field, a.Range, numeral.Percent(a.Moves)))
	}
	if small > 0 {
		d.Bullet(fmt.Sprintf("%d more that hardly matter", small))
	}
}

func questions(d *say.Document, x *explain.Explanation) {
	if len(x.NextQuestions) == 0 {
		return
	}
	d.Heading("Worth answering next")
	for _, q := range x.NextQuestions {
		id, ok := profile.Lookup(q.Field)
		if !ok {
			continue
		}
		text := fmt.Sprintf("%s: %s", q.Field, id.Field().Prompt)
		if q.Value > 0 {
			text += fmt.Sprintf(" (worth %.2f points)", q.Value)
		}
		d.Bullet(text)
	}
}

func migration(d *say.Document, x *explain.Explanation) {
	if len(x.Migration) == 0 {
		return
	}
	d.Heading("The path")
	for _, s := range x.Migration {
		d.Bullet(capital(s.Do) + " (" + s.Trigger + ")")
	}
}

// footnotes name the rule pack, the prices and the sources behind what fired.
func footnotes(d *say.Document, x *explain.Explanation) {
	d.Heading("Where this comes from")
	d.Paragraph(fmt.Sprintf("Rules %s (%s), prices %s, archadvisor %s. A service-level figure is a refund threshold, not a forecast; the win share says how often an option wins under what is open, not how likely the project is to succeed.",
		x.Pack, shortHash(x.PackHash), x.Prices, x.Version))
	seen := map[string]bool{}
	var list []string
	for i := range x.Ranking {
		for _, c := range x.Ranking[i].Contributions {
			if c.Answered && abs(c.Points) >= 0.5 && c.Source != "" && !seen[c.Source] {
				seen[c.Source] = true
				list = append(list, c.ID+": "+c.Source)
			}
		}
	}
	sort.Strings(list)
	for _, s := range list {
		d.Bullet(s)
	}
}

func shortHash(h string) string {
	if len(h) > 19 {
		return h[:19]
	}
	return h
}
