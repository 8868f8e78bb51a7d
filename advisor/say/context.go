package say

import (
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
)

// maxLabel bounds a person, a tag or a label that a stranger wrote, in runes, and
// maxLabels how many of them are named.
const (
	maxLabel  = 120
	maxLabels = 100
)

// Labels cleans a list of names and drops those with nothing in them.
func Labels(names []string) []string {
	var out []string
	for _, n := range names {
		if n = Limit(Line(n), maxLabel); n != "" && len(out) < maxLabels {
			out = append(out, n)
		}
	}
	return out
}

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
		question = text("%s In one line: %s", question, Sentence(summary))
	}
	matters := p.matters()
	var sentences, clauses []string
	end := func() {
		if len(clauses) > 0 {
			sentences, clauses = append(sentences, Sentence(And(clauses))), nil
		}
	}
	section := ""
	for _, id := range p.Profile.Answered() {
		answer := Answer(id, p.Profile.Get(id))
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
	return []string{question, spoken(strings.Join(sentences, " "))}
}

// matters are the fields that the statements which moved the decision look at, and
// the core ones.
func (p Paper) matters() map[profile.ID]bool {
	out := map[profile.ID]bool{}
	for _, id := range core {
		out[id] = true
	}
	terms := func(m *advisor.Margin) {
		for _, t := range m.Terms {
			if id, known := profile.Lookup(t.Name); known {
				out[id] = true
			}
		}
	}
	for i, s := range p.Statements() {
		if i == maxTold {
			break
		}
		terms(&s.Margin)
	}
	return out
}

// Answer is the clause that tells an answered field, "" if the field has none.
func Answer(id profile.ID, v profile.Value) string {
	f := id.Field()
	switch {
	case f.Kind == profile.Bool && v.Bool():
		return spoken(f.Phrase)
	case f.Kind == profile.Bool:
		return spoken(f.PhraseNo)
	}
	value := Value(id, v)
	if f.Phrase == "" || value == "" {
		return ""
	}
	some := value
	if value == "none" {
		some = text("no")
	}
	words := v.List
	if len(words) == 0 {
		words = []string{profile.Format(id, v)}
	}
	var meanings, articles []string
	for _, w := range words {
		meanings, articles = append(meanings, f.Meaning(w)), append(articles, styles(w))
	}
	return spoken(strings.NewReplacer("{}", strings.ReplaceAll(value, "_", " "), "{no}", some, "{meaning}", And(meanings), "{a}", And(articles)).Replace(f.Phrase))
}

// styles are an architecture as what is there or was tried.
func styles(word string) string {
	switch word {
	case "none":
		return text("nothing of it")
	case "monolith":
		return text("a monolith")
	}
	return text("a system of %s", strings.Replace(word, "serverless", "functions", 1))
}

// Value is what a profile says of a field, in one line, with its unit.
func Value(id profile.ID, v profile.Value) string {
	switch {
	case id.Field().Kind == profile.Text && v.Known():
		return Limit(Line(v.Text), maxLabel)
	case id.Field().Kind == profile.TextList && len(v.List) > 0:
		return And(Labels(v.List))
	}
	return spoken(Line(profile.Format(id, v)))
}
