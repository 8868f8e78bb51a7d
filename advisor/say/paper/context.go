package paper

import (
	"strings"

	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

// core are the fields that every reader of a decision wants to know.
var core = []profile.ID{profile.Engineers, profile.Teams, profile.MeanRPS, profile.PeakRPS, profile.Current, profile.Trouble,
	profile.BudgetMonthlyUSD, profile.AvailabilityPct, profile.P99Millis, profile.Compliance, profile.Exclude}

// How many facts one sentence of a context holds, and how many of the statements
// that moved the decision it tells the facts of.
const (
	maxClauses = 4
	maxTold    = 5
)

// Context tells in paragraphs what was to be decided, and of what a profile says the
// facts that matter to the decision. No paragraph starts with a stranger's text:
// readers of records take "Date: " there for the date.
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

// matters are the fields that the statements which moved the decision look at, and
// the core ones.
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
