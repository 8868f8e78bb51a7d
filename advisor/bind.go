package advisor

import (
	"fmt"
	"math"
	"slices"

	"archadvisor/advisor/profile"
)

// bind turns the pack into scoring form: criteria with the priorities that
// weigh them, points per option, and the profile fields behind each statement.
func (a *Advisor) bind() error {
	if len(a.pack.Criteria) > maxCriteria {
		return fmt.Errorf("pack %s: %d criteria, at most %d are supported", a.pack.Name, len(a.pack.Criteria), maxCriteria)
	}
	if len(a.pack.Gates) > 64 {
		return fmt.Errorf("pack %s: %d gates, at most 64 are supported", a.pack.Name, len(a.pack.Gates))
	}
	at := map[string]int{}
	for i, c := range a.pack.Criteria {
		at[c.ID] = i
		a.Criteria = append(a.Criteria, Criterion{c.ID, a.fieldOf("priorities." + c.ID)})
	}
	for i, m := range a.pack.Measures {
		a.addStatement(Statement{ID: m.ID, Kind: KindMeasure, At: i, Criterion: at[m.Criterion], cited: m.Sources, target: a.fieldOf(m.Target)})
	}
	for i, r := range a.program.Pack().Rules {
		s := Statement{ID: r.ID, Kind: KindRule, At: i, Criterion: at[r.Criterion], AddsTo: r.AddsTo, cited: r.Sources}
		for name, points := range r.Points {
			o, _ := Architecture(name) // known: the pack was compiled
			s.points[o] = points
		}
		a.addStatement(s)
	}
	for i := range a.Statements {
		s := &a.Statements[i]
		for j := 0; s.AddsTo != "" && j < len(a.Statements); j++ {
			if t := &a.Statements[j]; t.ID == s.AddsTo {
				s.Related, t.Related = append(s.Related, j), append(t.Related, i)
			}
		}
	}
	a.measures, a.rules = a.Statements[:len(a.pack.Measures)], a.Statements[len(a.pack.Measures):]
	a.packHash = a.pack.Hash()
	for c := range profile.Cloud.Field().Options {
		a.limitsByCloud = append(a.limitsByCloud, a.models.Limits(c))
	}
	a.bindGates()
	nothing := slices.Repeat([]float64{math.NaN()}, len(a.facts.Defs))
	a.blank.always, a.blank.may = make([]uint64, a.program.Words()), make([]uint64, a.program.Words())
	a.program.Range(nil, nothing, nothing, a.blank.always, a.blank.may)
	return nil
}

// addStatement adds a statement with what it reads.
func (a *Advisor) addStatement(s Statement) {
	s.facts = a.program.FactsOf(len(a.Statements))
	for _, f := range s.facts {
		for _, from := range a.facts.Defs[f].From {
			s.Fields = append(s.Fields, statedBy(from)...)
		}
	}
	slices.Sort(s.Fields) // in contract order
	s.Fields = slices.Compact(s.Fields)
	a.Statements = append(a.Statements, s)
}

func (a *Advisor) bindGates() {
	for i, g := range a.pack.Gates {
		a.addStatement(Statement{ID: g.ID, Kind: KindGate, At: i, Criterion: -1, cited: g.Sources})
		k := Gate{ID: g.ID, needs: a.fieldOf(g.Needs), Field: a.fieldOf(g.Field)}
		for _, name := range g.Option {
			o, _ := Architecture(name)
			k.Stops[o] = true
		}
		for _, f := range a.Statements[a.gateIndex(i)].facts {
			k.Estimated = k.Estimated || f >= a.facts.Estimates
		}
		a.Gates = append(a.Gates, k)
	}
}

// fieldOf is the profile field that a fact name stands for, Schema if none.
func (a *Advisor) fieldOf(name string) profile.ID {
	id, _ := profile.Lookup(name)
	return id
}

// statedBy are the fields by which a user may state a field of the point: itself and the words that stand for it.
func statedBy(id profile.ID) []profile.ID {
	switch id {
	case profile.MeanRPS:
		return []profile.ID{id, profile.RequestsPerMonth}
	case profile.PeakRPS:
		return []profile.ID{id, profile.PeakToMean, profile.MeanRPS, profile.RequestsPerMonth}
	}
	return []profile.ID{id}
}

// Architecture is the option of a name.
func Architecture(name string) (int, bool) {
	o := slices.Index(profile.Architectures[:], name)
	return max(o, 0), o >= 0
}
