package command

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

// bills prints the bill of every option, line by line; the lines sum to the
// total that is shown.
func bills(d *say.Document, x *advisor.Explanation) {
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
			rows = append(rows, []string{l.Item + mark, quantity(l.Quantity) + " " + unitWords(l.Unit), fmt.Sprintf("$%.6g", l.UnitPriceUSD), cents(lines[n])})
		}
		rows = append(rows, []string{"total", "", "", cents(total)})
		d.Table(1, rows...)
		d.Paragraph(billWords(k, o))
	}
}

func billWords(k *advisor.Detail, o *advisor.Option) string {
	text := "Mostly " + k.Dominating + "."
	if c := o.Estimates.Cost; c.High > c.Low {
		text += fmt.Sprintf(" Between $%s and $%s", amount(c.Low), amount(c.High))
		if k.SpreadFrom != "" {
			text += ", mainly for want of " + k.SpreadFrom
		}
		text += "."
	}
	text += fmt.Sprintf(" To run it takes %.1f people, about $%s a month, which is not in the bill.", k.OpsFTE, amount(k.OpsUSD.Expected))
	return text
}

// wholeCents rounds the lines of a bill so that they sum to the total that is
// shown, to the cent: each is rounded down, and the cents that are left go to
// the lines that lost most.
func wholeCents(bill []advisor.LineItem, usd float64) (lines []int64, total int64) {
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

// cents writes money to the cent, thousands apart.
func cents(n int64) string { return fmt.Sprintf("$%s.%02d", thousands(n/100), n%100) }

// thousands writes a whole number with commas: 12,345.
func thousands(n int64) string {
	text := strconv.FormatInt(n, 10)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// quantity writes a number with four digits, whole above a thousand.
func quantity(x float64) string {
	if x >= 1000 && x < 1e15 {
		return thousands(int64(x + 0.5))
	}
	return strconv.FormatFloat(x, 'g', 4, 64)
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
func breakEven(d *say.Document, x *advisor.Explanation) {
	if len(x.BreakEven) == 0 {
		return
	}
	d.Heading("Break-even over the load (infrastructure bill only)")
	for _, b := range x.BreakEven {
		if n := len(b.Intervals); n > maxIntervals {
			d.Bullet(fmt.Sprintf("%s or %s: they cross %d times between %s and %s req/s; %s is cheaper below, %s above", b.Pair[0], b.Pair[1],
				n-1, rate(b.Intervals[0].ToRPS), rate(b.Intervals[n-1].FromRPS), b.Intervals[0].Cheaper, b.Intervals[n-1].Cheaper))
			continue
		}
		var parts []string
		for _, v := range b.Intervals {
			about := ""
			if v.About {
				about = "about "
			}
			parts = append(parts, fmt.Sprintf("%s from %s%s to %s req/s", v.Cheaper, about, rate(v.FromRPS), rate(v.ToRPS)))
		}
		text := fmt.Sprintf("%s or %s: cheaper is %s", b.Pair[0], b.Pair[1], strings.Join(parts, ", "))
		if b.Utilisation > 0 {
			text += fmt.Sprintf("; the servers are then %s busy", percent(b.Utilisation))
		}
		d.Bullet(text)
	}
}

// rate writes a load with three digits.
func rate(x float64) string {
	if x >= 1000 {
		return quantity(x)
	}
	return strconv.FormatFloat(x, 'g', 3, 64)
}

// assumptions lists what the advice rests on that was not said.
func assumptions(d *say.Document, _ *profile.Profile, x *advisor.Explanation) {
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
		d.Bullet(fmt.Sprintf("%s: %s; explains %s of what is uncertain between the two", a.Field, a.Range, percent(a.Moves)))
	}
	if small > 0 {
		d.Bullet(fmt.Sprintf("%d more that hardly matter", small))
	}
}

func questions(d *say.Document, x *advisor.Explanation) {
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

func migration(d *say.Document, x *advisor.Explanation) {
	if len(x.Migration) == 0 {
		return
	}
	d.Heading("The path")
	for _, s := range x.Migration {
		d.Bullet(capital(s.Do) + " (" + s.Trigger + ")")
	}
}

// footnotes name the rule pack, the prices and the sources behind what fired.
func footnotes(d *say.Document, x *advisor.Explanation) {
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
