package paper

import (
	"math"
	"sort"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

// Driver is a criterion with its share of what tells the leader from the
// runner-up.
type Driver struct {
	Criterion string
	Share     float64
}

// leastShare is the share of the difference below which a criterion drives
// nothing.
const leastShare = 0.05

// Drivers are the criteria under which the leader differs notably from the best
// other option, the largest share first.
func Drivers(d *explain.Decision) []Driver {
	shares, total := map[string]float64{}, 0.0
	for _, c := range differences(d) {
		if c.Criterion != "" {
			shares[c.Criterion] += math.Abs(c.Points)
			total += math.Abs(c.Points)
		}
	}
	list := make([]Driver, 0, len(shares))
	for id, points := range shares {
		if points > 0 && points/total >= leastShare {
			list = append(list, Driver{id, points / total})
		}
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].Share != list[j].Share {
			return list[i].Share > list[j].Share
		}
		return list[i].Criterion < list[j].Criterion
	})
	return list
}

// differences are the contributions to the leader less those to the best other
// option, each statement once.
func differences(d *explain.Decision) []advisor.Contribution {
	if len(d.Ranking) < 2 {
		return nil
	}
	other := &d.Ranking[1]
	if second := d.RunnerUp(); second != nil {
		other = second
	}
	list := append([]advisor.Contribution(nil), d.Ranking[0].Contributions...)
	at := map[string]int{}
	for i := range list {
		at[list[i].ID] = i
	}
	for _, c := range other.Contributions {
		if i, both := at[c.ID]; both {
			list[i].Points -= c.Points
		} else {
			list = append(list, c)
		}
	}
	return list
}

// maxDrivers is how many criteria a record names.
const maxDrivers = 4

// Drivers are the criteria that tell the options apart, with the importance of those
// to which somebody gave one.
func (p Paper) Drivers() []string {
	var out []string
	for _, d := range Drivers(p.Decision) {
		name := say.Capital(say.Criterion(d.Criterion))
		if id, ok := profile.Lookup("priorities." + d.Criterion); ok && p.Profile.Known(id) {
			name = text("%s (importance %s, as stated)", name, say.Value(id, p.Profile.Get(id)))
		}
		if len(out) < maxDrivers {
			out = append(out, name)
		}
	}
	return out
}
