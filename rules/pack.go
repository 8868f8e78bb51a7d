// Package rules is a small rule language with its evaluator: packs of criteria, measures, rules and gates in
// TOML, checked against a schema of facts and evaluated in about the time of the same conditions written in
// Go. It knows facts and points; it does not know what the options are that it gives points to, and it does
// no I/O beyond the fs.FS it is given.
//
// archadvisor help packs (ui/manual/help/packs.txt) describes the language. A rule is fired if it holds
// whatever the open facts turn out to be, asleep if it cannot hold, and undecided otherwise: Eval treats
// undecided as not fired, Range tells the three apart, also for ranges.
package rules

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"archadvisor/rules/source"
)

// Pack is a set of statements that were read from files. It is not checked against a schema until Check or Compile.
type Pack struct {
	Name, Version, Title string

	Sources    []Source
	Criteria   []Criterion
	Mechanisms []Mechanism
	Measures   []Measure
	Rules      []Rule
	Gates      []Gate
	Cures      []Cure
	Tests      []Test `json:"-"` // say nothing of the advice: the hash leaves them out
	Settings   map[string]Setting

	file *source.File // the one read last
}

// Criterion is one thing that options are compared by.
type Criterion struct {
	ID, Title string
	Because   string
	Sources   []string // ids of sources, or free text

	origin
}

// Mechanism is one reason why something speaks for an option. It counts once: in a measure or in rules, never in both.
type Mechanism struct {
	ID, Title string

	origin
}

// Measure gives every option 0 to 100 by a piecewise linear function of an expression.
type Measure struct {
	ID, Criterion, Mechanism string
	Of                       string       // expression, {option} stands for each option
	Log                      bool         // interpolate over log x
	Points                   [][2]float64 // x rising, value
	Target                   string       // fact that is the target, "" if none
	Covers                   []string     // mechanisms that the estimate already prices
	Because                  string
	Sources                  []string // ids of sources, or free text
	Statements               []string

	origin
}

// Rule gives points to options while its condition holds.
type Rule struct {
	ID, Criterion, Mechanism string
	When                     string
	Points                   map[string]float64 // by option
	Because                  string
	Sources                  []string // ids of sources, or free text
	Objection                string   // what may be said against it
	AddsTo                   string   // rule that this one deliberately implies
	Statements               []string

	origin
}

// Gate rules options out while its condition holds.
type Gate struct {
	ID         string
	Option     []string
	When       string
	Because    string
	Sources    []string // ids of sources, or free text
	Field      string   // fact to ask about
	Needs      string   // fact that must be stated for the gate to fire, "" if none
	Statements []string

	origin
}

// Setting is a constant of the pack.
type Setting struct {
	Value   float64
	Sources []string // ids of sources, or free text

	origin
}

// Test is a profile and what the pack must say of it. RunTests is given what knows profiles.
type Test struct {
	ID      string
	Profile map[string]any // as TOML decodes it
	Expect  Expect

	origin
}

// Expect is what a Test demands; what is empty is not demanded.
type Expect struct {
	Leader, Verdict          string
	Fired, Asleep, Undecided []string // ids of rules and gates
	RuledOut                 []string // options
}

type origin struct {
	file    *source.File
	node    *source.Node
	replace bool
}

// Place is the file and line of the statement, "" and 0 if it was not read from a file.
func (o *origin) Place() (file string, line int) {
	if o.file == nil || o.node == nil {
		return "", 0
	}
	return o.file.Name, o.file.Spot(o.node.Key, o.node.KeyEnd).Line
}

// entry is what statements have in common: an id, a place, and what they cite.
type entry struct {
	id string
	*origin
	cited                []string
	criterion, mechanism string
	when                 string
}

func (c *Source) entry() entry    { return entry{id: c.ID, origin: &c.origin} }
func (c *Criterion) entry() entry { return entry{id: c.ID, origin: &c.origin, cited: c.Sources} }
func (c *Mechanism) entry() entry { return entry{id: c.ID, origin: &c.origin} }
func (c *Measure) entry() entry {
	return entry{c.ID, &c.origin, c.Sources, c.Criterion, c.Mechanism, ""}
}
func (c *Rule) entry() entry {
	return entry{c.ID, &c.origin, c.Sources, c.Criterion, c.Mechanism, c.When}
}
func (c *Gate) entry() entry {
	return entry{id: c.ID, origin: &c.origin, cited: c.Sources, when: c.When}
}
func (c *Cure) entry() entry { return entry{id: c.ID, origin: &c.origin, cited: c.Sources} }
func (c *Test) entry() entry { return entry{id: c.ID, origin: &c.origin} }

// statement is what has an entry.
type statement[T any] interface {
	*T
	entry() entry
}

func entries[T any, P statement[T]](list []T) []entry {
	out := make([]entry, len(list))
	for i := range list {
		out[i] = P(&list[i]).entry()
	}
	return out
}

// conditions are the entries of what has a condition: rules, then gates.
func (p *Pack) conditions() []entry { return append(entries(p.Rules), entries(p.Gates)...) }

func ids(list []entry) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i].id
	}
	return out
}

// Outcome is what the caller's program makes of the profile of a Test.
type Outcome struct {
	Leader, Verdict string
	States          map[string]string // id of a rule or gate: fired, asleep or undecided
	RuledOut        []string
}

// TestResult is a Test that ran.
type TestResult struct {
	ID       string   `json:"id"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Passed   bool     `json:"passed"`
	Problems []string `json:"problems"` // none if it passed
}

// RunTests runs the tests of the pack through a function that decides a profile.
func (p *Pack) RunTests(decide func(profile map[string]any) (Outcome, error)) []TestResult {
	out := make([]TestResult, len(p.Tests))
	for i := range p.Tests {
		t, r := &p.Tests[i], &out[i]
		r.ID, r.Problems = t.ID, []string{}
		r.File, r.Line = t.Place()
		if got, err := decide(t.Profile); err != nil {
			r.Problems = append(r.Problems, err.Error())
		} else {
			r.Problems = append(r.Problems, t.Expect.compare(&got)...)
		}
		r.Passed = len(r.Problems) == 0
	}
	return out
}

func (e *Expect) compare(got *Outcome) (problems []string) {
	word := func(what, want, got string) {
		if want != "" && want != got {
			problems = append(problems, fmt.Sprintf("%s is %s, want %s", what, orNone(got), want))
		}
	}
	word("leader", e.Leader, got.Leader)
	word("verdict", e.Verdict, got.Verdict)
	for _, s := range []struct {
		state string
		ids   []string
	}{{"fired", e.Fired}, {"asleep", e.Asleep}, {"undecided", e.Undecided}} {
		for _, id := range s.ids {
			word(id, s.state, got.States[id])
		}
	}
	if e.RuledOut != nil {
		listed := func(ids []string) string { return orNone(strings.Join(slices.Sorted(slices.Values(ids)), ", ")) }
		word("ruled out", listed(e.RuledOut), listed(got.RuledOut))
	}
	return problems
}

func orNone(s string) string { return cmp.Or(s, "nothing") }
