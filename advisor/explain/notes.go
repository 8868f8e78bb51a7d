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
	NothingPasses  NoteKind = iota // no option passes the gates
	NearTie                        // Option, Other, Points
	NoOption                       // Share
	OtherRegion                    // Cloud, Book, Region, Borrowed, Of
	MissedTarget                   // Option, Field, Target, Got, MetBy
	UnlikelyTarget                 // Option, Field, Target, Share: met in few draws by the option that meets it most often
)

// Note is what qualifies a decision: a tie, draws without an option left, prices of another region, a missed target.
type Note struct {
	Kind          NoteKind
	Option, Other string  // architectures
	Points        float64 // between the two
	Share         float64 // of the draws in which no option passes, or a target is met

	Cloud, Book, Region string // the provider, whose prices are used, and whose were asked for
	Borrowed, Of        int    // how many of its prices are of Book; 0: all

	Field       profile.ID // the target that the leader misses
	Target, Got float64
	MetBy       []string // the options that meet it
}

// Unmet reports whether a note tells of a target that no option meets.
func (n *Note) Unmet() bool { return n.Kind == MissedTarget && len(n.MetBy) == 0 }

func (r *reading) notes(order [numOptions]int, d *Decision) []Note {
	notes := []Note{}
	if d.Verdict == advisor.Infeasible {
		return append(notes, Note{Kind: NothingPasses})
	}
	first, second := order[0], order[1]
	if !r.RuledOut[second] {
		tie := Note{Kind: NearTie, Option: estimate.Architecture(first).String(), Other: estimate.Architecture(second).String()}
		if tie.Points = r.Score[first] - r.Score[second]; tie.Points < advisor.NearTie {
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

// RegionNote says that the prices, or some of them, are not those of the stated region.
func RegionNote(a *advisor.Advisor, p *profile.Profile) (Note, bool) {
	cloud := profile.Cloud.Field().Default
	if p.Known(profile.Cloud) {
		cloud = profile.Format(profile.Cloud, p.Get(profile.Cloud))
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

// target is a field that states what an estimate must reach.
type target struct {
	id   profile.ID
	q    advisor.Quantity
	of   func(*estimate.Estimate) float64
	sign float64 // -1 where less is better
}

var targets = []target{
	{profile.BudgetMonthlyUSD, advisor.Cost, func(e *estimate.Estimate) float64 { return e.CostMonthlyUSD }, -1},
	{profile.P99Millis, advisor.P99, func(e *estimate.Estimate) float64 { return e.P99Millis }, -1},
	{profile.AvailabilityPct, advisor.Availability, func(e *estimate.Estimate) float64 { return e.AvailabilityPct }, 1},
}

func (t *target) met(e *estimate.Estimate, wanted float64) bool {
	return t.sign*t.of(e) >= t.sign*wanted
}

// often is the share of the draws in which an option meets a target.
func (r *reading) often(t *target, o *advisor.Option, wanted float64) float64 {
	values, n := r.Values(t.q, int(o.Arch)), 0.0
	for _, got := range values {
		if t.sign*got >= t.sign*wanted {
			n++
		}
	}
	return n / max(1, float64(len(values)))
}

// likely is the share of the draws from which on an option is likely to meet a target.
const likely = 1.0 / 3

// missed are the stated targets that the leader misses at the central inputs, with the other options that meet them,
// and those that only some options meet there, each in few draws.
func (r *reading) missed(d *Decision) []Note {
	var notes []Note
	for _, t := range targets {
		if !r.Profile.Known(t.id) {
			continue
		}
		n := Note{Kind: MissedTarget, Option: d.Ranking[0].Architecture, Field: t.id, Target: r.Central[t.id], Got: t.of(&d.Ranking[0].Central)}
		most := Note{Kind: UnlikelyTarget, Field: t.id, Target: n.Target}
		for i := range d.Ranking {
			o := &d.Ranking[i]
			if o.Feasible && t.met(&o.Central, n.Target) {
				n.MetBy = append(n.MetBy, o.Architecture)
			}
			if share := r.often(&t, o, n.Target); o.Feasible && (share > most.Share || most.Option == "") {
				most.Option, most.Share = o.Architecture, share
			}
		}
		if !t.met(&d.Ranking[0].Central, n.Target) {
			notes = append(notes, n)
		}
		if len(n.MetBy) > 0 && most.Share < likely {
			notes = append(notes, most)
		}
	}
	return notes
}
