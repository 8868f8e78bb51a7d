package explain

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
)

// What an open answer is worth is read off a few draws that suppose everything answered. A field that is drawn is
// valued by splitting the draws on its value: the mean over random permutations of the split is what chance alone
// would give and is taken off, and what is left below two standard errors counts as nothing. A field that is not
// drawn is given each of its answers in turn.

const (
	supposedDraws = 512 // of everything that is open together
	triedDraws    = 24  // of each answer to a field that is not drawn
)

// asked is an open field with what its answer is worth.
type asked struct {
	id    profile.ID
	bin   []uint16 // how it splits the draws; nil if it is not drawn
	bins  int
	tried [][]uint64 // gates that fire by draw, with each answer to one that is not drawn
	value float64    // gain per effort
	share float64    // of the variance of leader minus runner-up
}

// open are the open answers of a profile in a few draws of all of them.
type open struct {
	r      *reading
	passed []profile.ID // nobody will answer them
	points []profile.Point
	values advisor.Utilities
	shares advisor.Shares
	chance [permutations]advisor.Shares // the same, in random places
	gates  []uint64                     // that fire, by draw
	fields []asked
	gain   float64 // expected gain from all open answers together

	mean, spread float64 // mean and variance of leader minus runner-up
}

// openAnswers supposes every open field of a profile but those that were passed over: these stay at their middle.
func (r *reading) openAnswers(passed []profile.ID) *open { return r.suppose(passed, r.undrawn(passed)) }

// suppose supposes what is drawn and these fields that are not.
func (r *reading) suppose(passed, undrawn []profile.ID) *open {
	o := &open{r: r, passed: passed, points: slices.Clone(r.Points(supposedDraws))}
	for _, id := range passed {
		for k := range o.points {
			moveField(&o.points[k], id, r.Central[id])
		}
	}
	for _, id := range undrawn {
		o.suppose(id)
	}
	for k := range o.points {
		o.consistent(&o.points[k])
	}
	o.values, o.gates = r.Suppose(o.points, triedDraws, passed)
	o.shares = o.values.Shares(r.out())
	o.chance = chance(o.shares)
	o.gain, _ = o.values.Gain(r.out())
	o.mean, o.spread = moments(o.values, r.Ranking())
	for _, id := range r.Sampler.Open() {
		if r.Advisor.Reads(id) && !slices.Contains(passed, id) && (r.Profile.Known(id) || Relevant(r.Profile, id) || id == profile.PeakToMean) {
			o.split(id)
		}
	}
	o.joint()
	for _, id := range undrawn {
		o.try(id)
	}
	for i := range o.fields { // where no single answer turns the case, it takes several: each is worth its part of all
		f := &o.fields[i]
		f.value = math.Max(f.value, o.gain*f.share/effort(f.id))
	}
	return o
}

// out are the options that are ruled out; none if all are, for what would tell them apart all the same.
func (r *reading) out() [numOptions]bool {
	if r.Leader() < 0 {
		return [numOptions]bool{}
	}
	return r.RuledOut
}

func effort(id profile.ID) float64 { return math.Max(0.5, id.Field().Effort) }

// undrawn are the fields that nobody answered nor passed over, that are not drawn, and that something reads.
func (r *reading) undrawn(passed []profile.ID) []profile.ID {
	return profile.Where(func(f *profile.Field) bool {
		return len(possibles()[f.ID]) > 0 && !r.Profile.Known(f.ID) && !slices.Contains(passed, f.ID) &&
			r.Advisor.Reads(f.ID) && f.ID != profile.PeakRPS && Relevant(r.Profile, f.ID)
	})
}

// suppose gives a field that is not drawn an answer in every draw.
func (o *open) suppose(id profile.ID) {
	list := possibles()[id]
	for k := range o.points {
		u := distribution.U(advisor.DefaultSeed, uint64(id), k)
		at := 0
		for at < len(list)-1 && u >= list[at].Share {
			u -= list[at].Share
			at++
		}
		o.points[k][id] = list[at].Value.Low
	}
}

// consistent takes back what was supposed and nobody could answer: where nothing runs, nothing hurts.
func (o *open) consistent(pt *profile.Point) {
	if v, ok := profile.Choice(profile.Current, "none"); ok && pt[profile.Current] == v.Low {
		for _, id := range []profile.ID{profile.Trouble, profile.TodayMonthlyUSD, profile.Utilisation} {
			if !o.r.Profile.Known(id) {
				pt[id] = profile.Unknown
			}
		}
	}
}

func (o *open) split(id profile.ID) {
	values := make([]float64, len(o.points))
	for k := range o.points {
		values[k] = o.points[k][id]
	}
	bin, bins := split(id.Field().Kind, values, numberBins)
	o.fields = append(o.fields, asked{id: id, bin: bin, bins: bins, value: o.above(bin, bins) / effort(id), share: o.explained(bin, bins)})
}

// try adds a field that is not drawn, with each of its answers in turn.
func (o *open) try(id profile.ID) {
	points := make([]profile.Point, triedDraws)
	f, list := asked{id: id}, possibles()[id]
	means, leads, order := make([][numOptions]float64, len(list)), make([]float64, len(list)), o.r.Ranking()
	for i, p := range list {
		copy(points, o.points)
		for k := range points {
			points[k][id] = p.Value.Low
			o.consistent(&points[k])
		}
		u, gates := o.r.Instead(points)
		means[i] = u.Shares(o.r.out()).Confidence().Probability
		for k := range u {
			leads[i] += (u[k][order[0]] - u[k][order[1]]) / triedDraws
		}
		f.tried = append(f.tried, gates)
	}
	gain := 0.0
	var all [numOptions]float64
	for i, m := range means {
		gain += list[i].Share * max(m[0], m[1], m[2])
		for x := range all {
			all[x] += list[i].Share * m[x]
		}
	}
	gain -= max(all[0], all[1], all[2])
	if gain < 1e-9 {
		gain = 0
	}
	f.value, f.share = gain/effort(id), accounts(list, leads, o.spread)
	o.fields = append(o.fields, f)
}

// accounts is the share of a variance that lies between the answers to a field.
func accounts(list []precedent.Answer, leads []float64, of float64) float64 {
	mean, sum := 0.0, 0.0
	for i, p := range list {
		mean += p.Share * leads[i]
	}
	for i, p := range list {
		sum += p.Share * (leads[i] - mean) * (leads[i] - mean)
	}
	return math.Min(1, sum/math.Max(of, 1e-12))
}

// joint values the fields of one prior group together: two answers that are worth nothing alone may be worth
// something as a pair. What a pair is worth beyond its parts is credited to the part that explains more.
func (o *open) joint() {
	groups := map[string][]*asked{}
	for i := range o.fields {
		if g := profile.PriorGroup(o.fields[i].id); g != "" {
			groups[g] = append(groups[g], &o.fields[i])
		}
	}
	for _, members := range groups {
		if len(members) < 2 {
			continue
		}
		slices.SortStableFunc(members, func(x, y *asked) int { return cmp.Compare(y.share, x.share) })
		x, y := members[0], members[1]
		bin := make([]uint16, len(o.points))
		for k := range bin {
			coarse := func(f *asked) int { return int(f.bin[k]) * jointBins / max(f.bins, jointBins) }
			bin[k] = uint16(coarse(x)*jointBins + coarse(y))
		}
		x.value = math.Max(x.value, o.above(bin, jointBins*jointBins)/math.Max(0.5, x.id.Field().Effort+y.id.Field().Effort))
	}
}

// What is not drawn has no prior: nothing is assumed of it. To say what asking for it is worth, and for that alone,
// it takes the frequencies with which the documented decisions answer it.

// possibles are the answers to every field that is not drawn.
var possibles = sync.OnceValue(func() *[profile.NumFields][]precedent.Answer {
	cases := precedent.Corpus()
	var all [profile.NumFields][]precedent.Answer
	for _, f := range profile.Fields() {
		if f.Drawn || f.NotFact {
			continue
		}
		stated := 0.0
		for _, c := range cases {
			if c.Profile.Known(f.ID) {
				stated += 1 / float64(len(cases))
			}
		}
		all[f.ID] = silent(f, precedent.Answers(cases, f.ID), stated)
	}
	return &all
})

// silent counts those who say nothing as having what the models take for it, as a
// no, or as naming nothing: people do not say what is not there, or as everywhere.
func silent(f *profile.Field, list []precedent.Answer, stated float64) []precedent.Answer {
	usual, err := profile.Parse(f.ID, f.Default)
	switch {
	case len(list) == 0:
	case f.Kind == profile.Bool && f.Default == "" && len(list) == 2:
		list[1].Share *= stated
		list[0].Share = 1 - list[1].Share
	case f.Default != "" && err == nil, f.Default == "" && f.Kind == profile.TextList && f.Options[0] != "none":
		for i := range list {
			list[i].Share *= stated
		}
		list = append(list, precedent.Answer{Value: usual, Share: 1 - stated})
	}
	return list
}
