package record

import (
	"archadvisor/rules/source"
	"maps"
	"slices"
	"strings"

	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
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
		out.Stops = append(out.Stops, paper.Stop(&o.Gates[k]))
	}
	out.Pros, out.Cons = d.paper.Arguments(i)
	return out
}

// addComparison fills the table of figures.
func (d *Document) addComparison() {
	for _, row := range say.Comparison(d.paper.Decision.Ranking)[1:] {
		d.Comparison = append(d.Comparison, Figures{Quantity: row[0], Values: row[1:]})
	}
}

// addSources lists the statements that moved the decision with what they gave each
// option, and where they, the limits and the prices come from, sorted.
func (d *Document) addSources(cited map[string][]string) {
	for _, s := range d.paper.Statements() {
		row := Figures{Quantity: say.Line(s.ID)}
		for _, points := range s.Points {
			row.Values = append(row.Values, numeral.Signed(points))
		}
		d.Statements = append(d.Statements, row)
		cited[row.Quantity] = s.Sources
	}
	for i := range d.paper.Decision.Ranking {
		for _, g := range d.paper.Decision.Ranking[i].Gates {
			cited[say.Line(g.ID)] = g.Sources
		}
	}
	behind := map[string][]string{}
	for _, what := range slices.Sorted(maps.Keys(cited)) {
		for _, c := range cited[what] {
			for _, one := range severally(say.Line(c)) {
				if one != "" && !slices.Contains(behind[one], what) {
					behind[one] = append(behind[one], what)
				}
			}
		}
	}
	for _, source := range slices.Sorted(maps.Keys(behind)) {
		d.Sources = append(d.Sources, Source{source, behind[source]})
	}
}

// several is where one source with an address ends and another begins.
var several = source.Pattern(`(https?://\S+); `)

// severally is each of several sources that were cited together.
func severally(cited string) []string {
	return strings.Split(several().ReplaceAllString(cited, "$1\n"), "\n")
}
