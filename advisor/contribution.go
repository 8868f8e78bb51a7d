package advisor

import (
	"math"
	"strings"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// Statements are numbered as the program numbers them: measures, rules, gates.

// NumStatements is how many measures, rules and gates the pack has.
func (a *Advisor) NumStatements() int { return len(a.measures) + len(a.rules) + len(a.Gates) }

func (a *Advisor) gateIndex(g int) int { return len(a.measures) + len(a.rules) + g }

// KindOf splits a statement's number into its kind and its place in that kind.
func (a *Advisor) KindOf(i int) (kind string, at int) {
	if i < len(a.measures) {
		return "measure", i
	}
	if i -= len(a.measures); i < len(a.rules) {
		return "rule", i
	}
	return "gate", i - len(a.rules)
}

// Contribution is the mean points over the draws that statement i gives option
// o, 0 for a gate: with the base, the contributions of an option sum to its score.
func (r *Drawn) Contribution(i, o int) float64 {
	a, s := r.Advisor, r.s
	k := float64(s.scored)
	switch kind, at := a.KindOf(i); kind {
	case "measure":
		return s.measureSum[at*numOptions+o] / k
	case "rule":
		return a.rules[at].points[o] * s.ruleWeight[at] / k
	}
	return 0
}

// Depends are the profile fields behind a statement.
func (a *Advisor) Depends(i int) []profile.ID {
	switch kind, at := a.KindOf(i); kind {
	case "measure":
		return a.measures[at].from
	case "rule":
		return a.rules[at].from
	default:
		return a.Gates[at].from
	}
}

// Reads reports whether a statement of the pack, or a model behind one, reads
// the field.
func (a *Advisor) Reads(id profile.ID) bool { return a.reads[id] }

func (a *Advisor) readFields() (read [profile.NumFields]bool) {
	for i := 0; i < a.NumStatements(); i++ {
		for _, id := range a.Depends(i) {
			read[id] = true
		}
	}
	for _, c := range a.Criteria {
		read[c.Field] = true
	}
	if read[profile.MeanRPS] { // which these give
		read[profile.RequestsPerMonth], read[profile.Users] = true, true
	}
	return read
}

// Answered reports whether the statement reads at least one field that the
// user stated.
func (r *Drawn) Answered(i int) bool {
	for _, id := range r.Advisor.Depends(i) {
		if r.Profile.Known(id) {
			return true
		}
	}
	return false
}

// Force is how strongly a statement speaks before points and importances: the
// mean points of a measure, the share of the draws in which a rule or a gate
// fires.
func (r *Drawn) Force(i, o int) float64 {
	a, s := r.Advisor, r.s
	switch kind, at := a.KindOf(i); kind {
	case "measure":
		c := a.measures[at].criterion
		if s.weightSum[c] == 0 {
			return 0
		}
		return s.measureSum[at*numOptions+o] / s.weightSum[c]
	case "rule":
		return float64(s.ruleCount[at]) / float64(s.scored)
	default:
		return r.GateShare[at]
	}
}

// State is fired, asleep or undecided, with the share of draws in which the
// statement fired. A measure is undecided if its target was not stated.
func (r *Drawn) State(i int) (string, float64) {
	a := r.Advisor
	kind, at := a.KindOf(i)
	switch kind {
	case "measure":
		if t := a.measures[at].target; t != profile.Schema && !r.Profile.Known(t) {
			return "undecided", 1
		}
		return "fired", 1
	case "rule":
		op := &r.e.keep.opinions
		switch {
		case r.s.ruleCount[at] > 0:
			return stateOf(float64(r.s.ruleCount[at]) / float64(r.s.scored))
		case rules.Fired(op.may, at) && !rules.Fired(op.varied, at):
			return "undecided", 0
		}
		return "asleep", 0
	}
	return stateOf(r.GateShare[at])
}

func stateOf(share float64) (string, float64) {
	switch share {
	case 0:
		return "asleep", 0
	case 1:
		return "fired", 1
	}
	return "undecided", share
}

// contributions is the whole account of one option: every statement that could
// speak of it.
func (r *Drawn) contributions(o int, c *Centre) []Contribution {
	a := r.Advisor
	list := []Contribution{}
	if a.learned != nil {
		list = append(list, Contribution{ID: "base", Kind: "base", Points: a.start[o], State: "fired", Share: 1, Weight: 1, Facts: map[string]any{}})
	}
	for i := 0; i < a.NumStatements(); i++ {
		if !a.speaksOf(i, o) {
			continue
		}
		list = append(list, r.describe(i, o, c))
	}
	return list
}

func (a *Advisor) speaksOf(i, o int) bool {
	switch kind, at := a.KindOf(i); kind {
	case "rule":
		return a.rules[at].points[o] != 0
	case "gate":
		return a.Gates[at].Stops[o]
	}
	return true
}

func (r *Drawn) describe(i, o int, c *Centre) Contribution {
	a := r.Advisor
	kind, at := a.KindOf(i)
	k := Contribution{Kind: kind, Points: r.Contribution(i, o), Answered: r.Answered(i),
		Because: r.Because(i, o, c), Facts: r.factsOf(i, o, c)}
	k.State, k.Share = r.State(i)
	switch kind {
	case "measure":
		m := &a.pack.Measures[at]
		k.ID, k.Criterion, k.Sources = m.ID, m.Criterion, a.cite(m.Sources)
		k.Margin = Margin{Scaled: true, Value: a.program.Value(at, o, c.Facts)}
	case "rule":
		q := &a.pack.Rules[at]
		k.ID, k.Criterion, k.Sources = q.ID, q.Criterion, a.cite(q.Sources)
		k.Margin = r.margin(i, c)
	default:
		g := &a.pack.Gates[at]
		k.ID, k.Sources = g.ID, a.cite(g.Sources)
		k.Margin = r.margin(i, c)
	}
	if kind != "gate" {
		k.Weight = r.s.weightSum[a.CriterionOf(i)] / float64(r.s.scored)
	}
	return k
}

// cite writes what a statement cites, one entry each.
func (a *Advisor) cite(cited []string) []string {
	out := make([]string, len(cited))
	for i := range cited {
		out[i] = a.pack.Cite(cited[i : i+1])
	}
	return out
}

// CriterionOf is the criterion of a measure or a rule, -1 for a gate.
func (a *Advisor) CriterionOf(i int) int {
	if kind, at := a.KindOf(i); kind == "measure" {
		return a.measures[at].criterion
	} else if kind == "rule" {
		return a.rules[at].criterion
	}
	return -1
}

// StatementID is the id of a statement.
func (a *Advisor) StatementID(i int) string {
	switch kind, at := a.KindOf(i); kind {
	case "measure":
		return a.measures[at].id
	case "rule":
		return a.rules[at].id
	default:
		return a.Gates[at].ID
	}
}

// factsOf are the values that a statement read at the central inputs, by name;
// a word or a yes-no is told as such, what nobody answered is left out unless
// it is an estimate or a limit.
func (r *Drawn) factsOf(i, option int, c *Centre) map[string]any {
	facts := map[string]any{}
	own := "." + estimate.Architecture(option).String() + "."
	kind, _ := r.Advisor.KindOf(i)
	for _, f := range r.Advisor.program.FactsOf(i) {
		d := &r.Advisor.facts.defs[f]
		if kind == "measure" && f >= r.Advisor.facts.estimates && !strings.Contains(d.Name, own) {
			continue
		}
		if r.known(f) && !math.IsNaN(c.Facts[f]) {
			facts[d.Name] = factValue(d.Fact, c.Facts[f])
		}
	}
	return facts
}

func factValue(f rules.Fact, v float64) any {
	switch f.Kind {
	case rules.FactBool:
		return v == 1
	case rules.FactOption:
		if i := int(v); i >= 0 && i < len(f.Options) {
			return f.Options[i]
		}
	case rules.FactList:
		return wordsOf(f.Options, v)
	}
	return v
}

// wordsOf are the words of a list; one stands alone.
func wordsOf(options []string, bits float64) any {
	words := []string{}
	for i, w := range options {
		if uint64(bits)>>i&1 == 1 {
			words = append(words, w)
		}
	}
	if len(words) == 1 {
		return words[0]
	}
	return words
}

// Firing is the share of the draws in which a rule fires; 1 for a gate, whose
// own share is told with it.
func (r *Drawn) Firing(i int) float64 {
	if kind, at := r.Advisor.KindOf(i); kind == "rule" {
		return float64(r.s.ruleCount[at]) / float64(r.s.scored)
	}
	return 1
}

// MeanValues is the mean value of each option under each criterion, weights not
// applied.
func (r *Drawn) MeanValues() (v [numOptions][maxCriteria]float64) {
	for i := 0; i < r.Advisor.NumStatements(); i++ {
		c := r.Advisor.CriterionOf(i)
		if c < 0 || r.s.weightSum[c] == 0 {
			continue
		}
		for o := range v {
			v[o][c] += r.Contribution(i, o) * float64(r.s.scored) / r.s.weightSum[c]
		}
	}
	return v
}
