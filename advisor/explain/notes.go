package explain

import (
	"archadvisor/advisor"
	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
	"strings"
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
)

// Note is what qualifies a decision: a tie, draws without an option left, prices of
// another region, a missed target.
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
}

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
	return append(notes, r.missed(d)...)
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
	if !p.Known(profile.Region) || strings.TrimSpace(asked) == "" {
		return Note{}, false
	}
	if !strings.EqualFold(strings.TrimSpace(asked), book) {
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
