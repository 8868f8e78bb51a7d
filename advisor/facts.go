package advisor

import (
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules"
)

// factDef is one fact of the namespace that rules read, with the profile
// fields that it depends on, so that the program can tell what rests on an
// answer from what rests on a prior.
type factDef struct {
	rules.Fact
	from []profile.ID
}

// factTable holds the facts in the order of the value vector: profile fields,
// derived quantities, limits, then the estimates of each architecture.
type factTable struct {
	defs      []factDef
	fields    []profile.ID // fact i < len(fields) is this field of the point
	derived   int          // index of the first derived fact
	limits    int
	estimates int
}

// Schema returns the typed namespace that packs are checked against.
func Schema() *rules.Schema {
	s, err := rules.NewSchema(newFactTable().facts(), append([]string(nil), profile.Architectures[:]...))
	if err != nil {
		panic("advisor: fact table: " + err.Error()) // a bug in this program, never input
	}
	return s
}

func newFactTable() *factTable {
	t := &factTable{}
	for _, f := range profile.Fields() {
		if fact, ok := fieldFact(f); ok {
			t.defs = append(t.defs, factDef{fact, []profile.ID{f.ID}})
			t.fields = append(t.fields, f.ID)
		}
	}
	t.derived = len(t.defs)
	for _, d := range derivedFacts {
		t.defs = append(t.defs, factDef{d.fact, d.from})
	}
	t.limits = len(t.defs)
	for _, l := range limitFacts {
		t.defs = append(t.defs, factDef{l.fact, []profile.ID{profile.Cloud}})
	}
	t.estimates = len(t.defs)
	for a := estimate.Architecture(0); a < estimate.NumArchitectures; a++ {
		for _, e := range estimateFacts {
			fact := e.fact
			fact.Name = e.group + "." + a.String() + "." + e.key
			t.defs = append(t.defs, factDef{fact, e.from})
		}
	}
	return t
}

func (t *factTable) facts() []rules.Fact {
	out := make([]rules.Fact, len(t.defs))
	for i, d := range t.defs {
		out[i] = d.Fact
	}
	return out
}

func fieldFact(f *profile.Field) (rules.Fact, bool) {
	if f.NotFact {
		return rules.Fact{}, false
	}
	fact := rules.Fact{Name: f.Name(), Unit: f.Unit, Min: f.Min, Max: f.Max, Doc: f.Technical}
	switch f.Kind {
	case profile.Bool:
		fact.Kind = rules.FactBool
	case profile.Option:
		fact.Kind, fact.Options = rules.FactOption, f.Options
	case profile.Text: // the runtime: a family of languages
		fact.Kind, fact.Options = rules.FactOption, profile.Runtimes()
	case profile.TextList:
		if f.Options != nil {
			fact.Kind, fact.Options = rules.FactList, f.Options
			break
		}
		fact.Name += "_count" // compliance: how many regimes, never which
		fact.Kind, fact.Min, fact.Max = rules.FactNumber, 0, 1000
	default:
		fact.Kind = rules.FactNumber
	}
	return fact, true
}

// fill writes the fact vector of one evaluation.
func (t *factTable) fill(pt *profile.Point, lim *estimate.Limits, est *[estimate.NumArchitectures]estimate.Estimate, v []float64) {
	for i, id := range t.fields {
		v[i] = pt[id]
	}
	at := t.derived
	for i := range derivedFacts {
		v[at+i] = derivedFacts[i].of(pt)
	}
	at = t.limits
	for i := range limitFacts {
		v[at+i] = limitFacts[i].of(lim)
	}
	at = t.estimates
	for a := range est {
		at += fillEstimate(&est[a], v[at:])
	}
}
