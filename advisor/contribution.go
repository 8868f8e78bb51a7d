package advisor

import (
	"math"
	"slices"
	"strings"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// Kind is a kind of statement.
type Kind string

// The kinds of statements, and the base that all add to.
const (
	KindBase    Kind = "base" // where an option starts
	KindMeasure Kind = "measure"
	KindRule    Kind = "rule"
	KindGate    Kind = "gate"
)

// State says whether a statement applies.
type State string

// The states of a statement: it applies in all draws, in none, in some.
const (
	Fired     State = "fired"
	Asleep    State = "asleep"
	Undecided State = "undecided"
)

// Statement is a measure, a rule or a gate of the pack. They are numbered as the
// program numbers them: measures, rules, gates.
type Statement struct {
	ID        string
	Kind      Kind
	At        int          // place in its kind
	Criterion int          // -1 of a gate
	Fields    []profile.ID // that it depends on
	Related   []int        // of a rule: those that it adds to, or that add to it
	AddsTo    string       // another rule, which this one may take back

	cited  []string
	facts  []int               // that it reads
	points [numOptions]float64 // of a rule, strength applied
	target profile.ID          // of a measure: the field that states its target; Schema if none
}

func (a *Advisor) gateIndex(g int) int { return len(a.measures) + len(a.rules) + g }

// Contribution is the mean points over the draws that statement i gives option
// o, 0 for a gate: with the base and what precedents add, the contributions of an option sum to its score.
func (r *Drawn) Contribution(i, o int) float64 {
	s, of := r.s, &r.Advisor.Statements[i]
	switch of.Kind {
	case KindMeasure:
		return s.measureSum[of.At*numOptions+o] / float64(s.scored)
	case KindRule:
		return of.points[o] * s.ruleWeight[of.At] / float64(s.scored)
	}
	return 0
}

// Reads reports whether a statement of the pack, or a model behind one, reads the field.
func (a *Advisor) Reads(id profile.ID) bool { return a.reads[id] }

func (a *Advisor) readFields() (read [profile.NumFields]bool) {
	for i := range a.Statements {
		for _, id := range a.Statements[i].Fields {
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

// Answered reports whether the statement reads at least one field that the user stated.
func (r *Drawn) Answered(i int) bool {
	return slices.ContainsFunc(r.Advisor.Statements[i].Fields, r.Profile.Settled)
}

// Force is how strongly a statement speaks before points and importances: the mean points of a measure, the share of
// the draws in which a rule or a gate fires.
func (r *Drawn) Force(i, o int) float64 {
	s, of := r.s, &r.Advisor.Statements[i]
	switch of.Kind {
	case KindMeasure:
		if s.weightSum[of.Criterion] == 0 {
			return 0
		}
		return s.measureSum[of.At*numOptions+o] / s.weightSum[of.Criterion]
	case KindRule:
		return r.Firing(i)
	}
	return r.GateShare[of.At]
}

// State is fired, asleep or undecided, with the share of draws in which the
// statement fired. A measure is undecided if its target was not stated.
func (r *Drawn) State(i int) (State, float64) {
	of := &r.Advisor.Statements[i]
	switch of.Kind {
	case KindMeasure:
		if of.target != profile.Schema && !r.Profile.Known(of.target) {
			return Undecided, 1
		}
		return Fired, 1
	case KindRule:
		op, may := &r.e.keep.opinions, rules.Fired(r.Advisor.blank.may, of.At)
		if rules.Fired(op.heard, of.At) {
			_, may = r.Advisor.program.Between(of.At, r.e.keep.lo, r.e.keep.hi)
		}
		if r.s.ruleCount[of.At] == 0 && may && !rules.Fired(op.varied, of.At) {
			return Undecided, 0
		}
	}
	switch share := r.Force(i, 0); share {
	case 0:
		return Asleep, 0
	case 1:
		return Fired, 1
	default:
		return Undecided, share
	}
}

// contributions is the whole account of one option: every statement that could speak of it.
func (r *Drawn) contributions(o int, c *Centre) []Contribution {
	a := r.Advisor
	list := []Contribution{}
	if a.learned != nil {
		list = append(list, Contribution{ID: "base", Kind: KindBase, Points: a.start[o], State: Fired, Share: 1, Weight: 1, Facts: map[string]any{}})
		if points := r.Precedent(o); points != 0 {
			facts := map[string]any{}
			for _, id := range r.TopTraits(o, -1) {
				facts[id.String()] = profile.Any(id, r.Profile.Get(id))
			}
			list = append(list, Contribution{ID: Precedents, Kind: KindBase, Criterion: Precedents, Points: points, State: Fired, Share: 1, Weight: 1,
				Answered: true, Facts: facts})
		}
	}
	for i := range a.Statements {
		if a.speaksOf(i, o) {
			list = append(list, r.describe(i, o, c))
		}
	}
	return list
}

func (a *Advisor) speaksOf(i, o int) bool {
	switch s := &a.Statements[i]; s.Kind {
	case KindRule:
		return s.points[o] != 0
	case KindGate:
		return a.Gates[s.At].Stops[o]
	}
	return true
}

func (r *Drawn) describe(i, o int, c *Centre) Contribution {
	a := r.Advisor
	s := &a.Statements[i]
	k := Contribution{ID: s.ID, Kind: s.Kind, Points: r.Contribution(i, o), Answered: r.Answered(i),
		Because: r.Because(i, o, c), Facts: r.factsOf(i, o, c), Sources: a.cite(i), AddsTo: s.AddsTo}
	k.State, k.Share = r.State(i)
	if s.Kind != KindGate {
		k.Criterion, k.Weight = a.Criteria[s.Criterion].ID, r.s.weightSum[s.Criterion]/float64(r.s.scored)
	}
	if s.Kind == KindMeasure {
		k.Margin = Margin{Scaled: true, Value: a.program.Value(s.At, o, c.Facts)}
	} else {
		k.Margin = r.margin(i, c)
	}
	return k
}

// margin tells how far the facts are from the thresholds of a statement's condition. A field that nobody stated is
// open: it is never told by a drawn value.
func (r *Drawn) margin(i int, c *Centre) Margin {
	var m Margin
	atoms := r.Advisor.program.Margin(i, c.Facts)
	m.Terms = slices.Grow(m.Terms, len(atoms))
	for _, atom := range atoms {
		t := Term{Name: atom.Name, Op: atom.Op, Shown: atom.Shown, Wanted: atom.Wanted, Away: atom.Away}
		if atom.Fact >= 0 && !r.known(atom.Fact) {
			t.Open, t.Shown, t.Away = true, "", ""
			if math.IsNaN(atom.Threshold) {
				t.Wanted = ""
			}
		}
		m.Terms = append(m.Terms, t)
	}
	return m
}

// cite writes what a statement cites, one entry each.
func (a *Advisor) cite(i int) []string {
	list := []string{}
	for _, id := range a.Statements[i].cited {
		list = append(list, a.pack.Cite([]string{id}))
	}
	return list
}

// factsOf are the values that a statement read at the central inputs, by name; a word or a yes-no is told as such,
// what nobody answered is left out unless it is an estimate or a limit.
func (r *Drawn) factsOf(i, option int, c *Centre) map[string]any {
	facts := map[string]any{}
	own := "." + estimate.Architecture(option).String() + "."
	of := &r.Advisor.Statements[i]
	for _, f := range of.facts {
		d := &r.Advisor.facts.Defs[f]
		if of.Kind == KindMeasure && f >= r.Advisor.facts.Estimates && !strings.Contains(d.Name, own) {
			continue
		}
		if r.known(f) && !math.IsNaN(c.Facts[f]) {
			facts[d.Name] = d.Any(c.Facts[f])
		}
	}
	return facts
}

// Firing is the share of the draws in which a rule fires; 1 for a gate, whose own share is told with it.
func (r *Drawn) Firing(i int) float64 {
	if s := &r.Advisor.Statements[i]; s.Kind == KindRule {
		return float64(r.s.ruleCount[s.At]) / float64(r.s.scored)
	}
	return 1
}

// MeanValues is the mean value of each option under each criterion, weights not applied.
func (r *Drawn) MeanValues() (v [numOptions][maxCriteria]float64) {
	for i := range r.Advisor.Statements {
		c := r.Advisor.Statements[i].Criterion
		if c < 0 || r.s.weightSum[c] == 0 {
			continue
		}
		for o := range v {
			v[o][c] += r.Contribution(i, o) * float64(r.s.scored) / r.s.weightSum[c]
		}
	}
	return v
}
