package explain

import (
	"fmt"
	"math"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// farFromMean is how far the mean over the draws may lie from the value at the
// central inputs before the text says both.
const farFromMean = 0.20

// notes are whole sentences that qualify the decision: ties, near-ties, draws
// without a winner, and quantities whose mean is far from their central value.
func (r *reading) notes(order [numOptions]int, d *Decision) []string {
	notes := []string{}
	if d.Verdict == advisor.Infeasible {
		return append(notes, "No option passes the gates.")
	}
	first, second := order[0], order[1]
	if !r.RuledOut[second] {
		switch gap := r.Score[first] - r.Score[second]; {
		case gap == 0:
			notes = append(notes, fmt.Sprintf("%s and %s score exactly the same; the simpler one is named first.",
				title(first), estimate.Architecture(second)))
		case gap < advisor.NearTie:
			notes = append(notes, fmt.Sprintf("%s and %s are within %.1f points of each other: treat them as a tie.",
				title(first), estimate.Architecture(second), gap))
		}
	}
	if d.Robustness.NoWinner > 0 {
		notes = append(notes, fmt.Sprintf("In %s of the draws no option passes the gates.", numeral.Percent(d.Robustness.NoWinner)))
	}
	notes = append(notes, r.otherRegion()...)
	notes = append(notes, r.missed(d)...)
	return append(notes, r.skewed(d)...)
}

// otherRegion says that the prices are not those of the stated region.
func (r *reading) otherRegion() []string {
	p := r.Profile
	cloud := profile.Cloud.Field().Options[advisor.CloudOf(&r.Central)]
	book := r.Advisor.Prices().Region(cloud)
	if !p.Known(profile.Region) || p.Get(profile.Region).Text == book {
		return nil
	}
	return []string{fmt.Sprintf("The prices are those of %s (%s): there is no book for %s; --prices FILE can add one.",
		book, cloud, profile.Clean(p.Get(profile.Region).Text))}
}

// missed tells of the stated targets that the leader does not meet at the
// central inputs, and whether another option would.
func (r *reading) missed(d *Decision) []string {
	var notes []string
	for _, t := range []struct {
		id    profile.ID
		of    func(*advisor.Option) float64
		lower bool // less is better
		write func(float64) string
	}{
		{profile.BudgetMonthlyUSD, func(o *advisor.Option) float64 { return o.Estimates.Cost.Expected }, true, numeral.Money},
		{profile.P99Millis, func(o *advisor.Option) float64 { return o.Estimates.P99.Expected }, true, numeral.Milliseconds},
		{profile.AvailabilityPct, func(o *advisor.Option) float64 { return o.Estimates.Availability.Expected }, false, numeral.Availability},
	} {
		if !r.Profile.Known(t.id) {
			continue
		}
		target := r.Central[t.id]
		meets := func(o *advisor.Option) bool { return t.of(o) == target || t.lower == (t.of(o) < target) }
		if meets(&d.Ranking[0]) {
			continue
		}
		others := []string{}
		for i := 1; i < len(d.Ranking); i++ {
			if d.Ranking[i].Feasible && meets(&d.Ranking[i]) {
				others = append(others, d.Ranking[i].Architecture)
			}
		}
		notes = append(notes, missedText(t.id, target, t.write(t.of(&d.Ranking[0])), d.Ranking[0].Architecture, others))
	}
	return notes
}

func missedText(id profile.ID, target float64, got, leader string, others []string) string {
	text := fmt.Sprintf("%s misses your target %s = %s: we expect %s", capital(leader), id, profile.Format(id, profile.Number(target)), got)
	if len(others) == 0 {
		return text + ". No option meets it."
	}
	return text + ". It would be met by " + strings.Join(others, " and ") + "."
}

func title(o int) string { return capital(estimate.Architecture(o).String()) }

func capital(s string) string { return string(s[0]-'a'+'A') + s[1:] }

// skewed tells, in one sentence, of the bills whose mean over the draws is far
// from the central value.
func (r *reading) skewed(d *Decision) []string {
	var parts []string
	for _, o := range d.Ranking {
		average := r.Mean(advisor.Cost, int(o.Arch))
		if e := o.Estimates.Cost.Expected; math.Abs(average-e) > farFromMean*e {
			parts = append(parts, fmt.Sprintf("%s %s instead of %s", o.Architecture, numeral.Money(average), numeral.Money(e)))
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{"On average over what is open the bill is far from its central value: " + strings.Join(parts, ", ") + "."}
}
