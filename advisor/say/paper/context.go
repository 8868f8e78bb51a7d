package paper

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

// core are the fields that every reader of a decision wants to know.
var core = []profile.ID{profile.Engineers, profile.Teams, profile.MeanRPS, profile.PeakRPS, profile.Current, profile.Trouble,
	profile.BudgetMonthlyUSD, profile.AvailabilityPct, profile.P99Millis, profile.Compliance, profile.Exclude}

// How many facts one sentence of a context holds, and of how many statements it tells the facts.
const (
	maxClauses = 4
	maxTold    = 5
)

// Context tells in paragraphs what was to be decided, and of what a profile says the facts that matter to the
// decision. No paragraph starts with a stranger's text: readers of records take "Date: " there for the date.
func (p Paper) Context(name, summary string) []string {
	question := text("How should %s be built and run: as one modular monolith, as microservices, or as serverless functions?", name)
	if summary != "" {
		question = text("%s In one line: %s", question, say.Sentence(summary))
	}
	matters := p.matters()
	var sentences, clauses []string
	end := func() {
		if len(clauses) > 0 {
			sentences, clauses = append(sentences, say.Sentence(say.And(clauses))), nil
		}
	}
	section := ""
	for _, id := range p.Profile.Answered() {
		answer := say.Answer(id, p.Profile.Get(id))
		if answer == "" || !matters[id] {
			continue
		}
		if id.Field().Section != section || len(clauses) == maxClauses {
			end()
		}
		section, clauses = id.Field().Section, append(clauses, answer)
	}
	if end(); len(sentences) == 0 {
		return []string{question, text("Nothing that tells the options apart was stated about it.")}
	}
	return []string{question, text("%s", strings.Join(sentences, " "))}
}

// matters are the fields that the statements which moved the decision look at, and the core ones.
func (p Paper) matters() map[profile.ID]bool {
	out := map[profile.ID]bool{}
	for _, id := range core {
		out[id] = true
	}
	told := p.Statements()
	for _, s := range told[:min(len(told), maxTold)] {
		for _, t := range s.Margin.Terms {
			if id, known := profile.Lookup(t.Name); known {
				out[id] = true
			}
		}
	}
	return out
}

// leastShare is the share of the difference below which a criterion drives nothing, maxDrivers how many a record names.
const (
	leastShare = 0.05
	maxDrivers = 4
)

// criteria are those under which the leader differs notably from the best other option, the largest first.
func (p Paper) criteria() []string {
	d := p.Decision
	lead, other := &d.Ranking[0], cmp.Or(d.RunnerUp(), &d.Ranking[1])
	shares, total := map[string]float64{}, 0.0
	count := func(c *advisor.Contribution, points float64) {
		if c.Criterion != "" {
			shares[c.Criterion] += math.Abs(points)
			total += math.Abs(points)
		}
	}
	for i := range lead.Contributions {
		c, points := &lead.Contributions[i], lead.Contributions[i].Points
		if theirs := other.Contribution(c.ID); theirs != nil {
			points -= theirs.Points
		}
		count(c, points)
	}
	for i := range other.Contributions {
		if c := &other.Contributions[i]; lead.Contribution(c.ID) == nil {
			count(c, c.Points)
		}
	}
	maps.DeleteFunc(shares, func(_ string, points float64) bool { return points <= 0 || points/total < leastShare })
	return slices.SortedFunc(maps.Keys(shares), func(a, b string) int {
		return cmp.Or(cmp.Compare(shares[b]/total, shares[a]/total), cmp.Compare(a, b))
	})
}

// Drivers are the criteria that tell the options apart, with the importance of those to which somebody gave one.
func (p Paper) Drivers() []string {
	list := p.criteria()
	return say.Each(list[:min(len(list), maxDrivers)], func(criterion string) string {
		name := say.Capital(say.Criterion(criterion))
		if id, ok := profile.Lookup("priorities." + criterion); ok && p.Profile.Known(id) {
			return text("%s (importance %s, as stated)", name, say.Value(id, p.Profile.Get(id)))
		}
		return name
	})
}
