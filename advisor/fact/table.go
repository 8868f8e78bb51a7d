package fact

import (
	"slices"

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
	s, err := cond.NewSchema(New().facts(), append([]string(nil), profile.Architectures[:]...))
	if err != nil {
		panic("fact: table: " + err.Error()) // a bug in this program, never input
	}
	return s
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
	for _, l := range limitFacts {
		t.Defs = append(t.Defs, Def{l.fact, []profile.ID{profile.Cloud}})
	}
	t.Estimates = len(t.Defs)
	for a := estimate.Architecture(0); a < estimate.NumArchitectures; a++ {
		for _, e := range estimateFacts {
			fact := e.fact
			fact.Name = e.group + "." + a.String() + "." + e.key
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

func (t *Table) facts() []cond.Fact {
	out := make([]cond.Fact, len(t.Defs))
	for i, d := range t.Defs {
		out[i] = d.Fact
	}
	return out
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
	at = t.Limits
	for i := range limitFacts {
		v[at+i] = limitFacts[i].of(lim)
	}
	at = t.Estimates
	for a := range est {
		at += FillEstimate(&est[a], v[at:])
	}
}
