package say

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/numeral"
)

// bills prints the bill of every option, line by line; the lines sum to the
// total that is shown.
func bills(d *document.Document, x *explain.Explanation) {
	for i := range x.Details {
		k, o := &x.Details[i], &x.Ranking[i]
		d.Heading(text("The bill: %s, %s", k.Architecture, o.Shape))
		rows := [][]string{{text("item"), text("quantity"), text("unit price"), text("a month")}}
		lines, total := wholeCents(k.Bill, o.Estimates.Cost.Expected)
		for n, l := range k.Bill {
			rows = append(rows, []string{Item(&l), quantity(l.Quantity) + " " + unitWords(l.Unit), numeral.MoneyExact(l.UnitPriceUSD), numeral.Cents(lines[n])})
		}
		rows = append(rows, []string{text("total"), "", "", numeral.Cents(total)})
		d.Table(1, rows...)
		d.Paragraph(basisWords(&k.Basis))
		d.Paragraph(billWords(k, o))
		d.Paragraph(besideWords(k.Beside))
	}
}

// Item is what a line of a bill charges for.
func Item(l *explain.LineItem) string {
	if l.Flagged {
		return text("%s (price from memory)", l.Item)
	}
	return spoken(l.Item)
}

// basisWords says at which load a bill was computed.
func basisWords(b *explain.BillBasis) string {
	words := text("Computed at %s requests a second on average behind any cache, %s in the busiest minute and %s of the hours without traffic, for %s.",
		numeral.Figure(b.MeanRPS), numeral.Figure(b.PeakRPS), numeral.Percent(b.IdleShare), numeral.With(b.Environments, "environments", numeral.Whole))
	if b.Average > 0 && b.Average != b.Most {
		words = text("%s The hours with traffic have %s a second on average.", words, numeral.Figure(b.ActiveRPS))
	}
	return words
}

// besideWords names what comes on top of a bill.
func besideWords(beside []explain.LineItem) string {
	var parts []string
	for i := range beside {
		if l := &beside[i]; l.MonthlyUSD >= 1 {
			parts = append(parts, text("%s (about %s a month)", spoken(l.Item), numeral.Money(l.MonthlyUSD)))
		}
	}
	parts = append(parts, text("e-mail, search and other services of others, taxes"))
	return text("Not in this bill: %s.", strings.Join(parts, "; "))
}

func billWords(k *explain.Detail, o *advisor.Option) string {
	return text("Mostly %s. %s.", k.Dominating, Capital(Typical(o)))
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

// quantity writes how much of an item is charged: four digits, whole above a
// thousand.
func quantity(q float64) string {
	if q < 1000 {
		q = numeral.Round(q, 4)
	}
	return numeral.Plain(q)
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

// breakEven says where along the load which option costs less, in infrastructure
// and with its staff.
func breakEven(d *document.Document, x *explain.Explanation) {
	if len(x.BreakEven) == 0 {
		return
	}
	d.Heading(text("Break-even over the load"))
	for i := range x.BreakEven {
		d.Bullet(BreakEven(&x.BreakEven[i]))
	}
}

// BreakEven tells for a pair of options where which costs less.
func BreakEven(b *explain.BreakEven) string {
	words := text("%s or %s, infrastructure alone: %s", b.Pair[0], b.Pair[1], stretches(b.Intervals))
	if b.Utilisation > 0 {
		words = text("%s; the servers are then %s busy", words, numeral.Percent(b.Utilisation))
	}
	return text("%s. With staff: %s", words, stretches(b.Together))
}

// stretches are intervals of the load with the option that costs less in each.
func stretches(list []explain.Interval) string {
	if n := len(list); n > maxIntervals {
		return text("they cross %d times between %s and %s requests a second; %s costs less below, %s above",
			n-1, numeral.Figure(list[0].ToRPS), numeral.Figure(list[n-1].FromRPS), list[0].Cheaper, list[n-1].Cheaper)
	}
	if len(list) == 1 {
		return text("%s costs less at any load", list[0].Cheaper)
	}
	var parts []string
	for i, v := range list {
		about := ""
		if v.About {
			about = text("about ")
		}
		form := "%s from %s%s to %s"
		if i == 0 {
			form = "%s costs less from %s%s to %s requests a second"
		}
		parts = append(parts, text(form, v.Cheaper, about, numeral.Figure(v.FromRPS), numeral.Figure(v.ToRPS)))
	}
	return strings.Join(parts, ", ")
}

// LeastMove is the share of what is uncertain from which on an open field is
// named.
const LeastMove = 0.02

// assumptions lists what the advice rests on that was not said.
func assumptions(d *document.Document, x *explain.Explanation) {
	if len(x.Open) == 0 {
		return
	}
	d.Heading(text("What this rests on that you did not say"))
	small := 0
	for i := range x.Open {
		if x.Open[i].Explains < LeastMove {
			small++
			continue
		}
		d.Bullet(text("%s; about %s of the doubt between the two comes from it", assumed(&x.Open[i]), numeral.Percent(x.Open[i].Explains)))
	}
	if small > 0 {
		d.Bullet(text("%d more that hardly matter", small))
	}
}

// assumed is an open field with the values that are tried for it.
func assumed(a *explain.OpenField) string { return text("%s: %s", a.Field, Tried(a.Field)) }

// long are whole numbers that read better in groups of three digits.
var long = regexp.MustCompile(`\b\d{4,}\b`)

// Tried are the values over which a field is drawn where nobody answered, "" if
// there are none.
func Tried(field string) string {
	if id, known := profile.Lookup(field); known {
		return spoken(long.ReplaceAllStringFunc(strings.TrimSuffix(Line(id.Field().PriorText), ", log"), func(digits string) string {
			n, _ := strconv.ParseFloat(digits, 64) // digits alone
			return numeral.Exact(n)
		}))
	}
	return ""
}

func questions(d *document.Document, x *explain.Explanation) {
	told := false
	for _, q := range x.NextQuestions {
		id, ok := profile.Lookup(q.Field)
		if !ok || q.Gate == "" && q.Value < leastWorth {
			continue // hardly anything hangs on it
		}
		if !told {
			d.Heading(text("Worth answering next"))
		}
		told = true
		worth := text("worth %s", Worth(q.Value))
		if q.Gate != "" {
			worth = text("a limit, %s, may stop %s", q.Gate, x.Recommendation)
		}
		d.Bullet(text("%s: %s (%s)", q.Field, id.Field().Prompt, worth))
	}
}

// Worth is the expected gain of an answer in the probability of the right choice.
func Worth(gain float64) string {
	if gain < leastWorth {
		return text("hardly any")
	}
	return text("+%s", numeral.Percent(gain))
}

// leastWorth is the gain below which an answer is told as worth hardly anything.
const leastWorth = 0.0005

// path is what to do, from what runs today.
func path(d *document.Document, x *explain.Explanation) {
	if len(x.Migration) == 0 {
		return
	}
	d.Heading(text("The path"))
	if x.Advice != nil {
		for i := range x.Advice.Attempts {
			d.Bullet(Attempt(&x.Advice.Attempts[i]))
		}
	}
	for i := range x.Migration {
		d.Bullet(text("%s (%s)", Capital(Do(&x.Migration[i])), When(&x.Migration[i])))
	}
}

// leastCited is from how many points on a statement's sources are named.
const leastCited = 0.5

// footnotes name the rule pack, the prices and the sources behind what fired.
func footnotes(d *document.Document, x *explain.Explanation) {
	d.Heading(text("Where this comes from"))
	d.Paragraph(text("Rules %s (%s), prices %s, archadvisor %s. A service-level figure is a refund threshold, not a forecast; the probability says how likely an option is the right choice, as documented decisions tell, not how likely the project is to succeed.",
		x.Pack, shortHash(x.PackHash), x.Prices, x.Version))
	cited := map[string]string{} // by what the first statement that cites it is called
	seen := map[string]bool{}
	for i := range x.Ranking {
		for _, c := range x.Ranking[i].Contributions {
			if source := Sources(c.Sources); c.Answered && math.Abs(c.Points) >= leastCited && source != "" && !seen[source] {
				seen[source] = true
				cited[c.ID] = source
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(cited)) {
		d.Bullet(text("%s: %s", id, cited[id]))
	}
}

func shortHash(h string) string { return h[:min(len(h), len("sha256:")+12)] }
