package say

import (
	"maps"
	"math"
	"slices"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/pricing"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say/document"
	"archadvisor/rules/numeral"
)

// bills prints the bill of every option, line by line; the lines sum to the total that is shown.
func bills(d *document.Document, x *explain.Explanation) {
	for i := range x.Details {
		k, o := &x.Details[i], &x.Ranking[i]
		d.Heading(text("The bill: %s, %s", k.Architecture, o.Shape))
		rows := [][]string{{text("item"), text("quantity"), text("unit price"), text("a month")}}
		total := int64(0) // of what is shown
		for _, l := range k.Bill {
			item, unit, cents := spoken(l.Item), l.Unit, int64(math.Round(min(l.MonthlyUSD, 1e15)*100))
			total += cents
			if l.Flagged {
				item = text("%s (price from memory)", l.Item)
			}
			if unit == "1M" {
				unit = "million"
			}
			rows = append(rows, []string{item, quantity(l.Quantity) + " " + unit, numeral.MoneyExact(l.UnitPriceUSD), numeral.Cents(cents)})
		}
		rows = append(rows, []string{text("total"), "", "", numeral.Cents(total)})
		d.Table(1, rows...)
		d.Paragraph(basis(&k.Basis, o.Central.Unattended), text("Mostly %s. %s.", k.Dominating, Capital(Typical(o))), beside(k.Beside))
	}
}

func basis(b *explain.BillBasis, jobs bool) string {
	load := func(rps float64) string {
		said := numeral.With(rps, "req/s", numeral.Figure)
		if jobs {
			return numeral.Of(said, "run")
		}
		return said
	}
	words := text("Computed at %s on average behind any cache, %s in the busiest minute and %s of the hours without traffic, for %s.",
		load(b.MeanRPS), load(b.PeakRPS), numeral.Percent(b.IdleShare), numeral.With(b.Environments, "environments", numeral.Whole))
	if b.Average > 0 && b.Average != b.Most {
		words = text("%s The hours with traffic have %s on average.", words, load(b.ActiveRPS))
	}
	if b.Shared {
		words = text("%s The parts share tables and transactions (domain.data_coupling is high), so that what keeps the state is relational.", words)
	}
	return words
}

func beside(list []explain.LineItem) string {
	var parts []string
	for i := range list {
		if l := &list[i]; l.MonthlyUSD >= 1 {
			parts = append(parts, text("%s (about %s a month)", spoken(l.Item), numeral.Money(l.MonthlyUSD)))
		}
	}
	parts = append(parts, text("e-mail, search and other services of others, taxes"))
	return text("Not in this bill: %s.", strings.Join(parts, "; "))
}

// quantity writes how much of an item is charged: four digits, whole above a thousand.
func quantity(q float64) string {
	if q < 1000 {
		q = numeral.Round(q, 4)
	}
	return numeral.Plain(q)
}

// BreakEven tells for a pair of options where along the load which costs less, in infrastructure and with its staff.
func BreakEven(b *explain.BreakEven) string {
	words := text("%s or %s, infrastructure alone: %s", b.Pair[0], b.Pair[1], stretches(b.Intervals))
	if b.Utilisation >= 0.005 && len(b.Intervals) == 2 {
		words = text("%s; the servers are then %s busy", words, numeral.Percent(b.Utilisation))
	}
	return text("%s. With staff: %s", words, stretches(b.Together))
}

// stretches are intervals of the load with the option that costs less in each: one or two crossings are told, more are
// noise of sizes of machines between the first and the last.
func stretches(list []explain.Interval) string {
	n := len(list)
	if n == 0 {
		return text("not compared")
	}
	first, last := &list[0], &list[n-1]
	from, to := numeral.Figure(first.ToRPS), numeral.Figure(last.FromRPS)
	switch {
	case n == 1:
		return text("%s costs less at any load", first.Cheaper)
	case n == 2:
		return text("%s costs less below %s requests a second, %s above", first.Cheaper, from, last.Cheaper)
	case n == 3 && first.Cheaper == last.Cheaper:
		return text("%s costs less, but from %s to %s requests a second %s does", first.Cheaper, from, to, list[1].Cheaper)
	case first.Cheaper == last.Cheaper:
		return text("%s costs less, but from %s to %s requests a second now one does, now the other", first.Cheaper, from, to)
	}
	return text("%s costs less below %s requests a second, %s above %s, between the two now one, now the other", first.Cheaper, from, last.Cheaper, to)
}

// LeastMove is the share of what is uncertain from which on an open field is named.
const LeastMove = 0.02

func assumptions(d *document.Document, x *explain.Explanation) {
	var list []string
	small := 0
	for i := range x.Open {
		f := &x.Open[i]
		id, _ := profile.Lookup(f.Field)
		switch tried := TriedIn(x.Profile, id); {
		case f.Explains >= LeastMove:
			list = append(list, text("%s: %s; an answer would settle about %s of the doubt between the two", f.Field, tried, numeral.Percent(f.Explains)))
		case Matters(x.Decision, f.Field):
			list = append(list, text("%s: %s", f.Field, tried))
		default:
			small++
		}
	}
	if small > 0 {
		list = append(list, text("%d more that hardly matter", small))
	}
	if defaults := Defaults(x.Assumed, Line); defaults != "" {
		list = append(list, defaults)
	}
	d.Section(text("What this rests on that you did not say"), list...)
}

// Matters reports whether a field is told as worth an answer, or as one that changes the recommendation, so that
// no other sentence may call it of little weight.
func Matters(d *explain.Decision, field string) bool {
	return slices.ContainsFunc(Asking(d), func(q explain.Question) bool { return q.Field == field }) ||
		slices.ContainsFunc(d.Flips, func(f explain.Flip) bool {
			return slices.ContainsFunc(f.Changes, func(c explain.Change) bool { return c.Field.String() == field })
		})
}

// Defaults names what models took for fields that nobody answered, "" if nothing; name is how a field is called.
func Defaults(list []*advisor.Assumption, name func(string) string) string {
	var taken []string
	for _, a := range list {
		if a.How == "default" {
			taken = append(taken, text("%s = %v", name(a.Field), a.Value))
		}
	}
	if len(taken) == 0 {
		return ""
	}
	return text("taken by default: %s", strings.Join(taken, ", "))
}

func questions(d *document.Document, x *explain.Explanation) {
	d.Section(text("Worth answering next"), Each(Asking(x.Decision), func(q explain.Question) string {
		id, _ := profile.Lookup(q.Field)
		worth := text("worth %s", Worth(q.Value))
		if q.Gate != "" {
			worth = text("a limit, %s, may stop %s", q.Gate, x.Recommendation)
		}
		return text("%s: %s (%s)", q.Field, id.Field().Prompt, worth)
	})...)
}

// Asking are the next questions on which more hangs than hardly anything.
func Asking(d *explain.Decision) []explain.Question {
	return slices.DeleteFunc(slices.Clone(d.NextQuestions), func(q explain.Question) bool {
		_, known := profile.Lookup(q.Field)
		return !known || q.Gate == "" && q.Value < leastWorth
	})
}

// Worth is the expected gain of an answer in the probability of the right choice.
func Worth(gain float64) string {
	if gain < leastWorth {
		return text("hardly any")
	}
	return text("+%s", numeral.Percent(gain))
}

const leastWorth = 0.005 // the gain below which an answer is told as worth hardly anything

func path(d *document.Document, x *explain.Explanation) {
	steps := All(x.Migration, Step)
	if x.Advice != nil && len(steps) > 0 {
		steps = append(All(x.Advice.Attempts, Attempt), steps...)
	}
	d.Section(text("The path"), steps...)
}

const leastCited = 0.5 // from how many points on a statement's sources are named

// footnotes name the rule pack, the prices and the sources behind what fired.
func footnotes(d *document.Document, x *explain.Explanation) {
	d.Heading(text("Where this comes from"))
	grants := text("What providers grant free each month is taken off every bill; grants = \"none\" in a price file leaves it on.")
	if strings.HasSuffix(x.Prices, pricing.WithoutGrants) {
		grants = text("No bill has what providers grant free each month taken off.")
	}
	d.Paragraph(text("%s %s A service-level figure is a refund threshold, not a forecast; the probability says how likely an option is the right choice, as documented decisions tell, not how likely the project is to succeed.", Origin(x.Decision), grants))
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
	d.Bullet(Each(slices.Sorted(maps.Keys(cited)), func(id string) string { return text("%s: %s", id, cited[id]) })...)
}

// Origin is what a decision was computed with.
func Origin(d *explain.Decision) string {
	return text("Rules %s (%s), prices %s, archadvisor %s.", d.Pack, d.PackHash[:min(len(d.PackHash), len("sha256:")+12)], d.Prices, d.Version)
}
