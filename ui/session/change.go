package session

import (
	"math"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
)

// Change is what an answer does to one architecture.
type Change struct {
	Architecture string
	Points       float64 // after minus before
	Because      string  // id of the statement that moved most, "" if none did
	Text         string  // what it says
	Gone         bool    // it does not apply any more
}

// Changes compares two decisions, option by option in the order of the first.
func Changes(before, after *explain.Decision) []Change {
	if before == nil || after == nil {
		return nil
	}
	var out []Change
	for _, b := range before.Ranking {
		for _, a := range after.Ranking {
			if a.Architecture != b.Architecture {
				continue
			}
			c := Change{Architecture: b.Architecture, Points: a.Score - b.Score}
			c.Because, c.Text, c.Gone = mover(b.Contributions, a.Contributions)
			out = append(out, c)
		}
	}
	return out
}

// mover finds the statement whose points changed most, and whether it is gone.
func mover(before, after []advisor.Contribution) (id, text string, gone bool) {
	was := make(map[string]float64, len(before))
	for _, c := range before {
		was[c.ID] = c.Points
	}
	most := 0.05 // points; less is noise of rounding
	for _, c := range after {
		if d := math.Abs(c.Points - was[c.ID]); d > most {
			most, id, text, gone = d, c.ID, c.Because, c.State == "asleep"
		}
	}
	return id, text, gone
}

// Biggest returns the change that moves a score most, and whether any does.
func Biggest(changes []Change) (Change, bool) {
	var most Change
	for _, c := range changes {
		if math.Abs(c.Points) > math.Abs(most.Points) {
			most = c
		}
	}
	return most, math.Abs(most.Points) >= 0.05
}
