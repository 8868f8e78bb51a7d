package record

import (
	"fmt"
	"maps"
	"slices"
	"sort"
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
// says: what was measured anew,
// which statements of the pack moved the lead, which estimates changed, and
// whether the rules or prices did.
func whatChanged(r *Record, now *explain.Decision, set, parts []string) string {
	for _, s := range set {
		parts = append(parts, "--set "+say.Line(s))
	}
	if r.Edited {
		parts = append(parts, say.Edited())
	}
	parts = append(parts, statementChanges(r, now)...)
	parts = append(parts, estimateChanges(r, now)...)
	if r.PackHash != "" && r.PackHash != now.PackHash {
		parts = append(parts, say.OtherPack(r.Pack, now.Pack))
	}
	if r.Prices != "" && r.Prices != now.Prices {
		parts = append(parts, say.OtherPrices(r.Prices, now.Prices))
	}
	if len(parts) == 0 {
		parts = append(parts, reasonsNow(now, r.Profile)...)
	}
	if len(parts) == 0 {
		parts = append(parts, scoreChange(r, now))
	}
	return strings.Join(parts, "; ")
}

// statementChanges names the statements that moved most of the lead.
func statementChanges(r *Record, now *explain.Decision) []string {
	if len(r.points) == 0 {
		return nil
	}
	from, to := architectureIndex(r.Recommendation), architectureIndex(now.Recommendation)
	today := pointsOf(now)
	ids := map[string]bool{}
	for id := range today {
		ids[id] = true
	}
	for id := range r.points {
		ids[id] = true
	}
	type change struct {
		say.Shift
		by float64 // points, towards the option that leads now
	}
	var changes []change
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		s := say.Shift{ID: id, Kind: today[id].kind, Because: today[id].because, Now: today[id].points, Was: r.points[id], Stopped: stopPoints / 10}
		by := lead(s.Now, from, to) - lead(s.Was, from, to)
		if to < 0 && s.Kind != "gate" {
			continue // no option is left: only what rules them out tells why
		}
		if by >= leastShift {
			changes = append(changes, change{s, by})
		}
	}
	sort.SliceStable(changes, func(i, j int) bool { return changes[i].by > changes[j].by })
	var out []string
	for _, c := range changes[:min(len(changes), maxStatements)] {
		out = append(out, c.String())
	}
	return out
}

// lead is how far one option is ahead of another under one statement; an
// option that does not exist (infeasible) counts nothing.
func lead(points [3]float64, from, to int) float64 {
	v := 0.0
	if to >= 0 {
		v += points[to]
	}
	if from >= 0 {
		v -= points[from]
	}
	return v
}

// estimateChanges names the figures that changed most, in the order of
// quantities and, within one, of profile.Architectures.
func estimateChanges(r *Record, now *explain.Decision) []string {
	type change struct {
		text string
		by   float64
	}
	var changes []change
	for _, id := range quantities()[1:] {
		was, ok := r.figures[id]
		if !ok {
			continue
		}
		q := say.QuantityOf(id)
		for i, a := range profile.Architectures {
			o := now.Option(a)
			if o == nil || a != r.Recommendation && a != now.Recommendation {
				continue
			}
			if by, worth := q.Changed(was[i], q.Value(o)); worth {
				changes = append(changes, change{q.Was(a, was[i], q.Value(o)), by})
			}
		}
	}
	sort.SliceStable(changes, func(i, j int) bool { return changes[i].by > changes[j].by })
	var out []string
	for _, c := range changes[:min(len(changes), maxEstimates)] {
		out = append(out, c.text)
	}
	return out
}

// reasonsNow are the reasons of today's decision, for a record that does not
// say what it rested on.
func reasonsNow(now *explain.Decision, p *profile.Profile) []string {
	paper := paper.Paper{Decision: now, Profile: p}
	var out []string
	for i := range now.Reasons[:min(len(now.Reasons), maxStatements)] {
		out = append(out, fmt.Sprintf("%s: %s", say.Line(now.Reasons[i].ID), paper.Reason(&now.Reasons[i])))
	}
	return out
}

// scoreChange is the last thing to say: the scores.
func scoreChange(r *Record, now *explain.Decision) string {
	var parts []string
	for i, a := range profile.Architectures {
		if o := now.Option(a); o != nil {
			parts = append(parts, say.Scored(a, r.figures["score"][i], o.Score))
		}
	}
	return strings.Join(parts, ", ")
}
