// Package fact is the namespace that rules read: profile fields, ratios of them, limits of the cloud and what the
// models say of each architecture, with units and with the fields behind each. It judges nothing.
package fact

import (
	"math"
	"slices"
	"strings"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules/cond"
)

// Def is one fact of the namespace that rules read, with the profile fields that it depends on, so that the program can
// tell what rests on an answer from what rests on a prior.
type Def struct {
	cond.Fact
	From []profile.ID
}

// Table holds the facts in the order of the value vector: profile fields,
// derived quantities, limits, then the estimates of each architecture.
type Table struct {
	Defs      []Def
	Fields    []profile.ID // fact i < len(Fields) is this field of the point
	Derived   int          // index of the first derived fact
	Limits    int          // of the first limit
	Estimates int          // of the first estimate; each architecture has PerOption of them
}

// Schema returns the typed namespace that packs are checked against.
func Schema() *cond.Schema {
	var facts []cond.Fact
	for _, d := range New().Defs {
		facts = append(facts, d.Fact)
	}
	return cond.NewSchema(facts, slices.Clone(profile.Architectures[:]))
}

// New makes the table.
func New() *Table {
	t := &Table{}
	for _, f := range profile.Fields() {
		if fact, ok := fieldFact(f); ok {
			t.Defs = append(t.Defs, Def{fact, []profile.ID{f.ID}})
			t.Fields = append(t.Fields, f.ID)
		}
	}
	t.Derived = len(t.Defs)
	for _, d := range derivedFacts {
		t.Defs = append(t.Defs, Def{d.fact, d.from})
	}
	t.Limits = len(t.Defs)
	for i, l := range limitFacts {
		l.Name = "limits." + estimate.LimitNames[i]
		t.Defs = append(t.Defs, Def{l, []profile.ID{profile.Cloud}})
	}
	t.Estimates = len(t.Defs)
	for a := estimate.Architecture(0); a < estimate.NumArchitectures; a++ {
		for _, e := range estimateFacts {
			fact := e.fact
			fact.Name = strings.ReplaceAll(fact.Name, "{option}", a.String())
			t.Defs = append(t.Defs, Def{fact, e.from})
		}
	}
	return t
}

// Behind are the fields and ratios of fields that rest on any of these fields.
func (t *Table) Behind(ids []profile.ID) []int {
	var list []int
	for i, d := range t.Defs[:t.Limits] {
		if slices.ContainsFunc(d.From, func(id profile.ID) bool { return slices.Contains(ids, id) }) {
			list = append(list, i)
		}
	}
	return list
}

func fieldFact(f *profile.Field) (cond.Fact, bool) {
	if f.NotFact {
		return cond.Fact{}, false
	}
	fact := cond.Fact{Name: f.Name(), Unit: f.Unit, Min: f.Min, Max: f.Max, Doc: f.About()}
	switch f.Kind {
	case profile.Bool:
		fact.Kind = cond.FactBool
	case profile.Option:
		fact.Kind, fact.Options = cond.FactOption, f.Options
	case profile.Text: // the runtime: a family of languages
		fact.Kind, fact.Options = cond.FactOption, profile.Runtimes()
	case profile.TextList:
		if f.Options != nil {
			fact.Kind, fact.Options = cond.FactList, f.Options
			break
		}
		fact.Name += "_count" // compliance: how many regimes, never which
		fact.Kind, fact.Min, fact.Max = cond.FactNumber, 0, 1000
	default:
		fact.Kind = cond.FactNumber
	}
	return fact, true
}

// Fill writes the fact vector of one evaluation.
func (t *Table) Fill(pt *profile.Point, lim *estimate.Limits, est *[estimate.NumArchitectures]estimate.Estimate, v []float64) {
	for i, id := range t.Fields {
		v[i] = pt[id]
	}
	at := t.Derived
	for i := range derivedFacts {
		v[at+i] = derivedFacts[i].of(pt)
	}
	copy(v[t.Limits:], lim[:])
	at = t.Estimates
	for a := range est {
		at += FillEstimate(&est[a], v[at:])
	}
}

// Any is a value of the fact as JSON writes it: a word or a yes-no as such.
func (f *Def) Any(v float64) any {
	switch f.Kind {
	case cond.FactBool:
		return v == 1
	case cond.FactOption:
		if i := int(v); i >= 0 && i < len(f.Options) {
			return f.Options[i]
		}
	case cond.FactList:
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

// Widen turns the facts that rest on open fields into what the profile says of
// them: a value, a range, or nothing. Limits and estimates keep their value.
func (t *Table) Widen(p *profile.Profile, lo, hi []float64) {
	for i, id := range t.Fields {
		lo[i], hi[i] = Stated(p, id, lo[i])
	}
	for i := t.Derived; i < t.Limits; i++ {
		known, exact := true, true
		for _, id := range t.Defs[i].From {
			l, h := Stated(p, id, 0)
			known, exact = known && !math.IsNaN(l), exact && l == h
		}
		switch {
		case !known:
			lo[i], hi[i] = math.NaN(), math.NaN()
		case !exact: // of ranges: judged draw by draw
			lo[i], hi[i] = math.Inf(-1), math.Inf(1)
		}
	}
}

// Stated is what the profile says of a field: its value, its range, or not-a-number if nothing.
func Stated(p *profile.Profile, id profile.ID, central float64) (lo, hi float64) {
	if pairKnown(p, id) {
		return central, central
	}
	if !p.Settled(id) {
		return math.NaN(), math.NaN()
	}
	if v := p.Get(id); v.Low != v.High {
		return v.Low, v.High
	}
	return central, central
}

// pairKnown reports whether an alias or a pair of stated fields fixes the
// field: the mean rate by requests per month, the peak by mean and ratio.
func pairKnown(p *profile.Profile, id profile.ID) bool {
	exact := func(id profile.ID) bool { v := p.Get(id); return p.Known(id) && v.Low == v.High }
	mean := func() bool { return exact(profile.MeanRPS) || exact(profile.RequestsPerMonth) }
	switch id {
	case profile.MeanRPS:
		return mean() || exact(profile.PeakRPS) && exact(profile.PeakToMean)
	case profile.PeakRPS, profile.PeakToMean:
		return exact(id) || mean() && (exact(profile.PeakRPS) || exact(profile.PeakToMean))
	}
	return false
}
