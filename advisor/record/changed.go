package record

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
)

// How much must change to be worth a word, and how many changes are told.
const (
	leastShift    = 0.5 // points between the two options
	maxStatements = 3
	maxEstimates  = 3
)

// whatChanged tells why another option leads now, or components moved, which parts
// says: what was measured anew, which statements of the pack moved the lead, which
// estimates changed, and whether the rules or prices did; if none of it, why it leads.
func whatChanged(r *Record, now *explain.Decision, set, parts []string) string {
	for _, s := range set {
		parts = append(parts, "--set "+say.Line(s))
	}
	if r.Edited {
		parts = append(parts, say.Edited())
	}
	parts = slices.Concat(parts, statementChanges(r, now), estimateChanges(r, now))
	if r.PackHash != "" && r.PackHash != now.PackHash {
		parts = append(parts, say.OtherPack(r.Pack, now.Pack))
	}
	if r.Prices != "" && r.Prices != now.Prices {
		parts = append(parts, say.OtherPrices(r.Prices, now.Prices))
	}
	if len(parts) == 0 {
		p := paper.Paper{Decision: now, Profile: r.Profile}
		parts = say.All(now.Reasons[:min(len(now.Reasons), maxStatements)], func(n *explain.Reason) string {
			return say.Line(n.ID) + ": " + p.Reason(n)
		})
	}
	if len(parts) > 0 {
		return strings.Join(parts, "; ")
	}
	for i, a := range profile.Architectures {
		if o := now.Option(a); o != nil {
			parts = append(parts, say.Scored(a, r.figures["score"][i], o.Score))
		}
	}
	return strings.Join(parts, ", ")
}

// difference is something that changed, and how far.
type difference struct {
	text string
	by   float64
}

// largest are the changes that went furthest, so many at most.
func largest(changes []difference, most int) []string {
	slices.SortStableFunc(changes, func(a, b difference) int { return cmp.Compare(b.by, a.by) })
	return say.Each(changes[:min(len(changes), most)], func(c difference) string { return c.text })
}

// statementChanges names the statements that moved most of the lead.
func statementChanges(r *Record, now *explain.Decision) []string {
	if len(r.points) == 0 {
		return nil
	}
	from, to := architectureIndex(r.Recommendation), architectureIndex(now.Recommendation)
	if rival := now.RunnerUp(); from == to && rival != nil {
		to = architectureIndex(rival.Architecture)
	}
	lead := func(points [3]float64) (v float64) { // of the option that leads now; one that does not exist counts nothing
		if to >= 0 {
			v += points[to]
		}
		if from >= 0 {
			v -= points[from]
		}
		return v
	}
	today := pointsOf(now)
	ids := slices.Sorted(maps.Keys(today))
	for id := range r.points {
		if _, still := today[id]; !still {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	var changes []difference
	for _, id := range ids {
		s := say.Shift{ID: id, Kind: today[id].kind, Because: today[id].because, Now: today[id].points, Was: r.points[id], Stopped: stopPoints / 10}
		// where no option is left, only what rules them out tells why
		if by := lead(s.Now) - lead(s.Was); by >= leastShift && (to >= 0 || s.Kind == "gate") {
			changes = append(changes, difference{s.String(), by})
		}
	}
	return largest(changes, maxStatements)
}

// estimateChanges names the figures that changed most, in the order of quantities, then of architectures.
func estimateChanges(r *Record, now *explain.Decision) []string {
	var changes []difference
	for _, id := range quantities[1:] {
		was, ok := r.figures[id]
		q := say.QuantityOf(id)
		for i, a := range profile.Architectures {
			o := now.Option(a)
			if !ok || o == nil || a != r.Recommendation && a != now.Recommendation {
				continue
			}
			if by, worth := q.Changed(was[i], q.Value(o)); worth {
				changes = append(changes, difference{q.Was(a, was[i], q.Value(o)), by})
			}
		}
	}
	return largest(changes, maxEstimates)
}
