package explain

import (
	"math"

	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// NoteKind says what a note is about.
type NoteKind uint8

// What notes are about, with the fields of a Note that they use.
const (
	NothingPasses NoteKind = iota // no option passes the gates
	EqualScores                   // Option, Other
	NearTie                       // Option, Other, Points
	NoOption                      // Share
	OtherRegion                   // Cloud, Book, Region, Borrowed, Of
	MissedTarget                  // Option, Field, Target, Got, MetBy
	SkewedBills                   // Bills
)

// Note is what qualifies a decision: a tie, draws without an option left, prices of
// another region, a missed target, bills whose mean is far from their central
// value.
type Note struct {
	Kind          NoteKind
	Option, Other string  // architectures
	Points        float64 // between the two
	Share         float64 // of the draws in which no option passes

	Cloud, Book, Region string // the provider, whose prices are used, and whose were asked for
	Borrowed, Of        int    // how many of its prices are of Book; 0: all

	Field       profile.ID // the target that the leader misses
	Target, Got float64
	MetBy       []string // the options that meet it

	Bills []SkewedBill
}

// SkewedBill is a bill whose mean over the draws is far from its central value.
type SkewedBill struct {
	Architecture  string
	Mean, Central float64
}

// farFromMean is how far the mean over the draws may lie from the value at the
// central inputs before both are told.
const farFromMean = 0.20

// notes are what qualifies the decision.
func (r *reading) notes(order [numOptions]int, d *Decision) []Note {
	notes := []Note{}
	if d.Verdict == advisor.Infeasible {
		return append(notes, Note{Kind: NothingPasses})
	}
	first, second := order[0], order[1]
	if !r.RuledOut[second] {
		tie := Note{Option: estimate.Architecture(first).String(), Other: estimate.Architecture(second).String()}
		switch tie.Points = r.Score[first] - r.Score[second]; {
		case tie.Points == 0:
			tie.Kind = EqualScores
			notes = append(notes, tie)
		case tie.Points < advisor.NearTie:
			tie.Kind = NearTie
			notes = append(notes, tie)
		}
	}
	if d.Robustness.NoOption > 0 {
		notes = append(notes, Note{Kind: NoOption, Share: d.Robustness.NoOption})
	}
	if n, ok := RegionNote(r.Advisor, r.Profile); ok {
		notes = append(notes, n)
	}
	notes = append(notes, r.missed(d)...)
	return append(notes, r.skewed(d)...)
}

// RegionNote says that the prices, or some of them, are not those of the stated
// region.
func RegionNote(a *advisor.Advisor, p *profile.Profile) (Note, bool) {
	f := profile.Cloud.Field()
	cloud := f.Options[0]
	if p.Known(profile.Cloud) {
		cloud = f.Options[int(p.Get(profile.Cloud).Low)]
	}
	book, asked := a.Prices().Region(cloud), p.Get(profile.Region).Text
	if !p.Known(profile.Region) {
		return Note{}, false
	}
	if asked != book {
		return Note{Kind: OtherRegion, Cloud: cloud, Book: book, Region: asked}, true
	}
	n, of, from := a.Prices().Borrowed(cloud)
	return Note{Kind: OtherRegion, Cloud: cloud, Book: from, Region: asked, Borrowed: n, Of: of}, n > 0
}

// missed are the stated targets that the leader does not meet at the central
// inputs, with the other options that would.
func (r *reading) missed(d *Decision) []Note {
	var notes []Note
	for _, t := range []struct {
		id    profile.ID
		of    func(*advisor.Option) float64
		lower bool // less is better
	}{
		{profile.BudgetMonthlyUSD, func(o *advisor.Option) float64 { return o.Estimates.Cost.Expected }, true},
		{profile.P99Millis, func(o *advisor.Option) float64 { return o.Estimates.P99.Expected }, true},
		{profile.AvailabilityPct, func(o *advisor.Option) float64 { return o.Estimates.Availability.Expected }, false},
	} {
		if !r.Profile.Known(t.id) {
			continue
		}
		target := r.Central[t.id]
		meets := func(o *advisor.Option) bool { return t.of(o) == target || t.lower == (t.of(o) < target) }
		leader := &d.Ranking[0]
		if meets(leader) {
			continue
		}
		n := Note{Kind: MissedTarget, Option: leader.Architecture, Field: t.id, Target: target, Got: t.of(leader)}
		for i := 1; i < len(d.Ranking); i++ {
			if d.Ranking[i].Feasible && meets(&d.Ranking[i]) {
				n.MetBy = append(n.MetBy, d.Ranking[i].Architecture)
			}
		}
		notes = append(notes, n)
	}
	return notes
}

// skewed are the bills whose mean over the draws is far from the central value.
func (r *reading) skewed(d *Decision) []Note {
	var bills []SkewedBill
	for _, o := range d.Ranking {
		mean := r.Mean(advisor.Cost, int(o.Arch))
		if e := o.Estimates.Cost.Expected; math.Abs(mean-e) > farFromMean*e {
			bills = append(bills, SkewedBill{o.Architecture, mean, e})
		}
	}
	if len(bills) == 0 {
		return nil
	}
	return []Note{{Kind: SkewedBills, Bills: bills}}
}
