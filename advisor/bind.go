package advisor

import (
	"fmt"
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
		a.addStatement(m.ID, KindMeasure, i, at[m.Criterion], m.Sources)
		a.measures = append(a.measures, statement{criterion: at[m.Criterion], target: a.fieldOf(m.Target)})
	}
	for i, r := range a.program.Pack().Rules {
		s := statement{criterion: at[r.Criterion]}
		a.addStatement(r.ID, KindRule, i, at[r.Criterion], r.Sources)
		for name, points := range r.Points {
			o, ok := Architecture(name)
			if !ok {
				return fmt.Errorf("pack %s: rule %s: unknown option %q", a.pack.Name, r.ID, name)
			}
			s.points[o] = points
		}
		a.rules = append(a.rules, s)
	}
	a.packHash = a.pack.Hash()
	for c := range profile.Cloud.Field().Options {
		a.limitsByCloud = append(a.limitsByCloud, a.models.Limits(c))
	}
	return a.bindGates()
}

func (a *Advisor) addStatement(id string, kind Kind, at, criterion int, cited []string) {
	i := len(a.Statements)
	a.factsBy = append(a.factsBy, a.program.FactsOf(i))
	a.Statements = append(a.Statements, Statement{id, kind, at, criterion, a.behind(i), cited})
	var drawn []profile.ID
	for _, f := range a.factsBy[i] {
		if f < a.facts.Estimates {
			drawn = append(drawn, a.facts.Defs[f].From...)
		}
	}
	a.drawn = append(a.drawn, drawn)
}

func (a *Advisor) bindGates() error {
	for i, g := range a.pack.Gates {
		a.addStatement(g.ID, KindGate, i, -1, g.Sources)
		k := Gate{ID: g.ID, needs: a.fieldOf(g.Needs), Field: a.fieldOf(g.Field)}
		for _, name := range g.Option {
			o, ok := Architecture(name)
			if !ok {
				return fmt.Errorf("pack %s: gate %s: unknown option %q", a.pack.Name, g.ID, name)
			}
			k.Stops[o] = true
		}
		for _, f := range a.factsBy[a.gateIndex(i)] {
			k.Estimated = k.Estimated || f >= a.facts.Estimates
		}
		a.Gates = append(a.Gates, k)
	}
	return nil
}

// fieldOf is the profile field that a fact name stands for, Schema if none.
func (a *Advisor) fieldOf(name string) profile.ID {
	id, _ := profile.Lookup(name)
	return id
}

// behind lists the profile fields that a statement depends on through the facts that it reads, in contract order.
func (a *Advisor) behind(statement int) []profile.ID {
	var out []profile.ID
	for _, f := range a.factsBy[statement] {
		for _, from := range a.facts.Defs[f].From {
			out = append(out, statedBy(from)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
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
