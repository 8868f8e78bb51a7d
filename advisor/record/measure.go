package record

import (
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// minApart is how many points two options must lie apart under a measure for
// one to be called better.
const minApart = 0.05

// minOpposite is how far two expected values must lie apart, relative, to
// contradict the points.
const minOpposite = 0.02

// yardstick is a quantity that measures look at; of each less is better.
type yardstick struct {
	start, end string // of the fact's name, the option between them
	target     string // the fact that bounds it, "" if nothing does
	less, more string
}

// yardsticks are the estimates that core measures read (facts_estimate.go of
// package advisor names the facts).
func yardsticks() []yardstick {
	return []yardstick{
		{"cost.", ".monthly_usd", "budget.monthly_usd", "it is cheaper than", "it is dearer than"},
		{"latency.", ".p99_ms", "quality.p99_ms", "it answers faster than", "it answers slower than"},
		{"availability.", ".downtime_min", "quality.downtime_min", "it has less downtime than", "it has more downtime than"},
		{"operations.", ".fte", "", "it needs fewer people than", "it needs more people than"},
	}
}

// measured is what a measure read of one option.
type measured struct {
	yardstick
	value  float64
	missed bool // the target was stated and is not met
}

// measuredBy finds the quantity behind a contribution of a measure; false if it
// read none of the known ones.
func measuredBy(c advisor.Contribution, architecture string) (measured, bool) {
	for _, y := range yardsticks() {
		v, ok := number(c.Facts[y.start+architecture+y.end])
		if !ok {
			continue
		}
		target, stated := number(c.Facts[y.target])
		return measured{y, v, stated && v > target}, true
	}
	return measured{}, false
}

// compared tells what a measure says of an option, next to the options that it
// is better than (or worse, if better is false): "it has less downtime than the
// others: about 85.4 min a month, where 43.8 min are allowed, so the target is
// missed". others are the contributions of the rest, by architecture.
func compared(c advisor.Contribution, architecture string, better bool, others map[string]advisor.Contribution) string {
	text := told(c.Text)
	m, _ := measuredBy(c, architecture)
	lead := m.comparative(c.Criterion, better)
	rest := ranked(c, better, others)
	lead += " " + named(rest, len(others))
	if against := contrary(m, better, rest, others); len(against) > 0 {
		not := "it is not so"
		if len(against) < len(rest) {
			not = "not than " + named(against, len(others))
		}
		lead = "weighed over what was left open " + lead + " (at the expected inputs " + not + ")"
	}
	if text != "" {
		lead += ": " + text
	}
	if m.missed {
		lead += ", so the target is missed"
	}
	return lead
}

// comparative is the first half of a comparison; the name of the other option
// follows. An unknown quantity is told by its criterion.
func (m measured) comparative(criterion string, better bool) string {
	switch {
	case m.less == "" && better:
		return "it does better in " + criterionName(criterion) + " than"
	case m.less == "":
		return "it does worse in " + criterionName(criterion) + " than"
	case better:
		return m.less
	}
	return m.more
}

// ranked are the options that one is better (or worse) than under a measure.
func ranked(c advisor.Contribution, better bool, others map[string]advisor.Contribution) []string {
	var out []string
	for _, architecture := range profile.Architectures {
		o, ok := others[architecture]
		if apart := c.Points - o.Points; ok && (better && apart >= minApart || !better && apart <= -minApart) {
			out = append(out, architecture)
		}
	}
	return out
}

// contrary are those of the options whose expected values say the opposite of
// the points, which are means over the draws.
func contrary(m measured, better bool, list []string, others map[string]advisor.Contribution) []string {
	var out []string
	if m.less == "" {
		return out // nothing is known of the quantity
	}
	for _, architecture := range list {
		theirs, ok := measuredBy(others[architecture], architecture)
		if ok && relative(m.value, theirs.value) >= minOpposite && better != (m.value < theirs.value) {
			out = append(out, architecture)
		}
	}
	return out
}

// named are options in a sentence; all of several are "the others".
func named(list []string, of int) string {
	if len(list) == 0 || len(list) == of && of > 1 {
		return "the others"
	}
	names := make([]string, len(list))
	for i, architecture := range list {
		names[i] = strings.ToLower(optionName(architecture))
	}
	return and(names)
}

// rivals are the contributions that a statement makes to all options but one.
func rivals(ranking []advisor.Option, architecture, id string) map[string]advisor.Contribution {
	out := map[string]advisor.Contribution{}
	for _, o := range ranking {
		for _, c := range o.Contributions {
			if o.Architecture != architecture && c.ID == id {
				out[o.Architecture] = c
			}
		}
	}
	return out
}

// missedTargets splits the notes of a decision into the targets that its leader
// misses, as clauses, and the rest, as paragraphs.
func missedTargets(d *explain.Decision) (missed, rest []string) {
	subject := capital(d.Recommendation) + " misses your target "
	for _, n := range d.Notes {
		target, ok := strings.CutPrefix(n, subject)
		if !ok {
			rest = append(rest, Sentence(impersonal(Line(n))))
			continue
		}
		target = strings.NewReplacer(". No ", "; no ", ". It ", "; it ").Replace(target)
		missed = append(missed, "it misses the target "+told(target))
	}
	return missed, rest
}
