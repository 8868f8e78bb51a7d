package record

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

// addOptions fills Options, Chosen and Others from the ranking.
func (d *Document) addOptions() {
	for i := range d.paper.Decision.Ranking {
		o := d.option(i)
		d.Options = append(d.Options, o)
		if o.ID == d.paper.Decision.Recommendation {
			d.Chosen = o
			continue
		}
		d.Others = append(d.Others, o)
	}
}

func (d *Document) option(i int) Option {
	o := &d.paper.Decision.Ranking[i]
	out := Option{
		ID: o.Architecture, Name: say.Option(o.Architecture), Phrase: say.WithArticle(o.Architecture),
		Shape: say.Built(o.Shape), Score: numeral.Whole(o.Score), Probability: numeral.Probability(o.Probability), Feasible: o.Feasible,
	}
	for k := range o.Gates {
		out.Stops = append(out.Stops, say.Stop(&o.Gates[k]))
	}
	pros, cons, open := d.paper.Arguments(i)
	out.Pros, out.Cons, out.Open = d.paper.Weighed(i, pros), d.paper.Weighed(i, cons), say.Unanswered(open)
	if len(cons) > 0 {
		out.worst = d.paper.Argument(i, cons[0])
	}
	return out
}

// addComparison fills the table of figures.
func (d *Document) addComparison() {
	for _, q := range say.Quantities() {
		row := Figures{Quantity: q.Name()}
		for i := range d.paper.Decision.Ranking {
			row.Values = append(row.Values, q.Of(&d.paper.Decision.Ranking[i]))
		}
		d.Comparison = append(d.Comparison, row)
	}
}

// sources lists where the arguments and prices come from, sorted.
func (d *Document) sources(bill []string) []string {
	cited := bill
	for i := range d.paper.Decision.Ranking {
		pros, cons, _ := d.paper.Arguments(i)
		for _, a := range append(pros, cons...) {
			cited = append(cited, a.Sources...)
		}
		for _, g := range d.paper.Decision.Ranking[i].Gates {
			cited = append(cited, g.Sources...)
		}
	}
	set := map[string]bool{}
	for _, c := range cited {
		for _, one := range severally(say.Line(c)) {
			set[one] = true
		}
	}
	delete(set, "")
	return slices.Sorted(maps.Keys(set))
}

// several is where one source with an address ends and another begins.
var several = regexp.MustCompile(`(https?://\S+); `)

// severally is each of several sources that were cited together.
func severally(cited string) []string {
	return strings.Split(several.ReplaceAllString(cited, "$1\n"), "\n")
}
