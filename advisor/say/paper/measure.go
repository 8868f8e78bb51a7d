package paper

import (
	"slices"

	"archadvisor/advisor"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
)

const leastApart = 0.05    // how many points two options must lie apart under a measure for one to be called better
const leastOpposite = 0.02 // how far two expected values must lie apart, relative, to contradict the points

// yardstick is a quantity that measures look at; of each less is better.
type yardstick struct {
	start, end string // of the fact's name, the option between them
	target     string // the fact that bounds it, "" if nothing does
	less, more string
	quantity   string // by which it is told
}

// yardsticks are the estimates that core measures read.
var yardsticks = []yardstick{
	{"cost.", ".monthly_usd", "budget.monthly_usd", "its infrastructure costs less than that of", "its infrastructure costs more than that of", "cost_monthly_usd"},
	{"latency.", ".p99_ms", "quality.p99_ms", "it answers faster than", "it answers slower than", "p99_ms"},
	{"availability.", ".downtime_min", "quality.downtime_min", "it has less downtime than", "it has more downtime than", "availability_pct"},
	{"operations.", ".fte", "", "it needs less staff than", "it needs more staff than", "ops_fte"},
}

type measured struct {
	yardstick
	value  float64
	missed bool // the target was stated and is not met
}

// measuredBy finds the quantity behind a contribution of a measure; false if it read none of the known ones.
func measuredBy(c *advisor.Contribution, architecture string) (measured, bool) {
	for _, y := range yardsticks {
		v, ok := c.Facts[y.start+architecture+y.end].(float64)
		if !ok {
			continue
		}
		target, stated := c.Facts[y.target].(float64)
		return measured{y, v, stated && v > target}, true
	}
	return measured{}, false
}

// compareTo tells what a measure says of an option, next to the options that it is better than (or worse, if
// better is false): "it has less downtime than the others: about 85.4 min a month, where 43.8 min are
// allowed, so the target is missed". others are the contributions of the rest, by architecture.
func compareTo(c *advisor.Contribution, architecture string, better bool, others map[string]*advisor.Contribution) string {
	m, _ := measuredBy(c, architecture)
	beaten := beats(c, better, others)
	out := text("%s %s", m.comparative(c.Criterion, better), named(beaten, len(others)))
	if against := contrary(m, better, beaten, others); len(against) > 0 {
		not := text("it is not so")
		if len(against) < len(beaten) {
			not = text("not than %s", named(against, len(others)))
		}
		out = text("weighed over what was left open %s (at the middle of it %s)", out, not)
	}
	if because := say.Clause(c.Because); because != "" {
		out = text("%s: %s", out, because)
	}
	if m.missed {
		out = text("%s, so the target is missed", out)
	}
	return out
}

// comparative is the first half of a comparison. An unknown quantity is told by its criterion.
func (m measured) comparative(criterion string, better bool) string {
	switch {
	case m.less == "" && better:
		return text("it does better in %s than", say.Criterion(criterion))
	case m.less == "":
		return text("it does worse in %s than", say.Criterion(criterion))
	case better:
		return text("%s", m.less)
	}
	return text("%s", m.more)
}

// beats are the options that one is better (or worse) than under a measure.
func beats(c *advisor.Contribution, better bool, others map[string]*advisor.Contribution) []string {
	var out []string
	for _, architecture := range profile.Architectures {
		o := others[architecture]
		if o != nil && (better && c.Points-o.Points >= leastApart || !better && c.Points-o.Points <= -leastApart) {
			out = append(out, architecture)
		}
	}
	return out
}

// contrary are those of the options whose expected values say the opposite of the points, which are means.
func contrary(m measured, better bool, list []string, others map[string]*advisor.Contribution) []string {
	return slices.DeleteFunc(slices.Clone(list), func(architecture string) bool {
		theirs, ok := measuredBy(others[architecture], architecture)
		return !ok || m.less == "" || say.Relative(m.value, theirs.value) < leastOpposite || better == (m.value < theirs.value)
	})
}

// named are options in a sentence; all of several are "the others".
func named(list []string, of int) string {
	if len(list) == 0 || len(list) == of && of > 1 {
		return text("the others")
	}
	return say.And(say.Each(list, say.WithArticle))
}

// others are the contributions that a statement makes to all options but one.
func (p Paper) others(architecture, id string) map[string]*advisor.Contribution {
	out := map[string]*advisor.Contribution{}
	for i := range p.Decision.Ranking {
		o := &p.Decision.Ranking[i]
		if c := o.Contribution(id); c != nil && o.Architecture != architecture {
			out[o.Architecture] = c
		}
	}
	return out
}
