package paper

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

// leastShare is the share of the difference below which a criterion drives nothing,
// maxDrivers how many a record names.
const (
	leastShare = 0.05
	maxDrivers = 4
)

// criteria are those under which the leader differs notably from the best other
// option, that with the largest share of the difference first.
func (p Paper) criteria() []string {
	d := p.Decision
	if len(d.Ranking) < 2 {
		return nil
	}
	lead, other := &d.Ranking[0], cmp.Or(d.RunnerUp(), &d.Ranking[1])
	shares, total := map[string]float64{}, 0.0
	count := func(c *advisor.Contribution, points float64) {
		if c.Criterion != "" {
			shares[c.Criterion] += math.Abs(points)
			total += math.Abs(points)
		}
	}
	for i := range lead.Contributions {
		c, points := &lead.Contributions[i], lead.Contributions[i].Points
		if theirs := other.Contribution(c.ID); theirs != nil {
			points -= theirs.Points
		}
		count(c, points)
	}
	for i := range other.Contributions {
		if c := &other.Contributions[i]; lead.Contribution(c.ID) == nil {
			count(c, c.Points)
		}
	}
	maps.DeleteFunc(shares, func(_ string, points float64) bool { return points <= 0 || points/total < leastShare })
	return slices.SortedFunc(maps.Keys(shares), func(a, b string) int {
		return cmp.Or(cmp.Compare(shares[b]/total, shares[a]/total), cmp.Compare(a, b))
	})
}

// Drivers are the criteria that tell the options apart, with the importance of those
// to which somebody gave one.
func (p Paper) Drivers() []string {
	list := p.criteria()
	return say.Each(list[:min(len(list), maxDrivers)], func(criterion string) string {
		name := say.Capital(say.Criterion(criterion))
		if id, ok := profile.Lookup("priorities." + criterion); ok && p.Profile.Known(id) {
			return text("%s (importance %s, as stated)", name, say.Value(id, p.Profile.Get(id)))
		}
		return name
	})
}
