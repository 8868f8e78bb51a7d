package say

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// Reason is why one option is ahead of another; what rests on an open answer is a possibility, not a fact.
func Reason(r *explain.Reason) string {
	if r.ID == advisor.Precedents {
		return text("documented decisions with one or another of these answers (%s) went to %s more often than the statements alone say", And(Each(r.Fields, Label)), r.For)
	}
	if len(r.Quotes) != 2 {
		if r.Possible() {
			return text("if it is so, which you left open: %s", Quoted(r))
		}
		return spoken(Quoted(r))
	}
	a, b := r.Quotes[0], r.Quotes[1] // of a measure, that of the leader first
	both := text("%s: %s; %s: %s", a.Architecture, a.Because, b.Architecture, b.Because)
	switch r.Basis {
	case explain.OnAverage:
		return text("on average over what is open, %s", both)
	case explain.AgainstCentre:
		return text("at the central inputs %s; over the range of what is open it is more often the other way round", both)
	}
	return both
}

// Quoted is what the pack says.
func Quoted(r *explain.Reason) string {
	if len(r.Quotes) == 0 {
		return ""
	}
	return r.Quotes[0].Because
}

// Contribution is what a statement of the pack says of an option.
func Contribution(c *advisor.Contribution) string {
	if c.ID != advisor.Precedents {
		return spoken(c.Because)
	}
	often := text("more often")
	if c.Points < 0 {
		often = text("less often")
	}
	return text("documented decisions with one or another of these answers (%s) went this way %s than the statements alone say", And(Each(slices.Sorted(maps.Keys(c.Facts)), FieldLabel)), often)
}

// Gate is why a gate stops an option.
func Gate(g *advisor.GateHit) string {
	if g.Exclusion {
		return text("you excluded it (constraints.exclude)")
	}
	return spoken(g.Because)
}

// GateHit is what a gate does to an option, with the reason.
func GateHit(architecture string, g *advisor.GateHit) string {
	if g.Share < 1 {
		return text("%s would be stopped in %s of the draws: %s", architecture, numeral.Percent(g.Share), Gate(g))
	}
	return text("%s is ruled out: %s", architecture, Gate(g))
}

// Margin is how far the facts of a statement are from its thresholds. An open field is told as open.
func Margin(m *advisor.Margin) string {
	if m.Scaled {
		return text("%s of 100 on its scale", numeral.Whole(m.Value))
	}
	return strings.Join(All(m.Terms, term), "; ")
}

func term(t *advisor.Term) string {
	said, asked := text("%s is %s", t.Name, t.Shown), text("asked is")
	if t.Open {
		said, asked = text("%s is open", t.Name), text("threshold")
	}
	if t.Wanted != "" {
		said = text("%s, %s %s %s", said, asked, t.Op, t.Wanted)
	}
	if t.Away != "" {
		said = text("%s, %s away", said, t.Away)
	}
	return said
}

// Sources is what a statement rests on, in one line.
func Sources(cited []string) string { return strings.Join(cited, "; ") }

// Shift is what a statement of the pack gives each option now and gave when a decision was recorded.
type Shift struct {
	ID, Kind, Because string // kind "" for a statement that is gone
	Now, Was          [3]float64
}

// StopPoints are what a gate that fires in every draw is recorded as; one in ten of the draws rules an option out.
const StopPoints = -1000

// String says what the statement does now that it did not do before.
func (s Shift) String() string {
	kind := cmp.Or(s.Kind, text("statement"))
	if s.Kind == "gate" {
		return text("%s %s now rules out: %s", kind, Line(s.ID), Clause(s.Because))
	}
	return text("%s %s now gives %s (was %s)", kind, Line(s.ID), pointsBy(s.Now), pointsBy(s.Was))
}

// pointsBy writes the points of a statement: "monolith +4.2, serverless −1.0".
func pointsBy(points [3]float64) string {
	var parts []string
	for i, a := range profile.Architectures {
		switch {
		case points[i] <= StopPoints/10:
			parts = append(parts, text("%s ruled out", a))
		case points[i] != 0:
			parts = append(parts, text("%s %s", a, numeral.Signed(points[i])))
		}
	}
	return cmp.Or(strings.Join(parts, ", "), text("nothing"))
}

// Note is what qualifies a decision, in whole sentences: a tie, a missed target, prices of another region.
func Note(n *explain.Note) string {
	switch n.Kind {
	case explain.NothingPasses:
		return text("No option passes the gates.")
	case explain.NearTie:
		return text("%s and %s are within %s points of each other: treat them as a tie.", Name(n.Option), n.Other, numeral.Tenth(n.Points))
	case explain.NoOption:
		return text("In %s of the draws no option passes the gates.", numeral.Percent(n.Share))
	case explain.UnlikelyTarget:
		return text("%s %s does most often, in %s of the draws.", unlikely(n), Name(n.Option), numeral.Percent(n.Share))
	case explain.OtherRegion:
		if n.Borrowed > 0 {
			return text("%d of the %d prices of %s are those of %s: the price file gives none of its own for %s.", n.Borrowed, n.Of, n.Cloud, n.Book, profile.Clean(n.Region))
		}
		return text("The prices are those of %s (%s): there is no book for %s; --prices FILE can add one.", n.Book, n.Cloud, profile.Clean(n.Region))
	}
	met := text("No option meets it.")
	if len(n.MetBy) > 0 {
		met = text("It would be met by %s.", And(n.MetBy))
	}
	return text("%s misses your target of %s. %s", Name(n.Option), target(n), met)
}

// Unmet are the stated targets that no option meets, in whole sentences.
func Unmet(d *explain.Decision) (out []string) {
	for i := range d.Notes {
		if n := &d.Notes[i]; n.Unmet() {
			out = append(out, unmet(n))
		}
	}
	return out
}

func unmet(n *explain.Note) string {
	return text("No option meets your target of %s (%s).", target(n), n.Option)
}

// Blocked says which limit no option meets, in a sentence and in few words, "" where there is none.
func Blocked(d *explain.Decision) (sentence, short string) {
	switch {
	case d == nil:
		return "", ""
	case d.Verdict == advisor.Infeasible:
		why := All(d.Ranking[0].Gates, func(g *advisor.GateHit) string { return text("; %s: %s", d.Ranking[0].Architecture, Gate(g)) })
		return Sentence(text("No option passes%s", strings.Join(why, ""))), text("no option passes")
	}
	for i := range d.Notes {
		switch n := &d.Notes[i]; {
		case n.Unmet():
			return unmet(n), text("no option meets your %s", Label(n.Field))
		case n.Kind == explain.UnlikelyTarget:
			return unlikely(n), text("no option is likely to meet your %s", Label(n.Field))
		}
	}
	return "", ""
}

// Missed is a missed target as a clause: "it misses the target ...; no option meets it".
func Missed(n *explain.Note) string {
	met := text("no option meets it")
	if len(n.MetBy) > 0 {
		met = text("it would be met by %s", And(Each(n.MetBy, WithArticle)))
	}
	return text("it misses the target of %s; %s", target(n), met)
}

// wanted is a target in words: "$200 a month".
func wanted(n *explain.Note) string {
	of := map[profile.ID]string{profile.BudgetMonthlyUSD: "%s a month", profile.AvailabilityPct: "%s availability", profile.P99Millis: "%s for the slowest request in a hundred"}
	return text(of[n.Field], Value(n.Field, profile.Number(n.Target)))
}

func unlikely(n *explain.Note) string {
	return text("No option is likely to meet your target of %s.", wanted(n))
}

// target is one beside what is typical: "$200 a month: typical is $360".
func target(n *explain.Note) string {
	write := map[profile.ID]func(float64) string{profile.BudgetMonthlyUSD: Money, profile.AvailabilityPct: numeral.Uptime, profile.P99Millis: roughly(numeral.Milliseconds)}
	return text("%s: typical is %s", wanted(n), write[n.Field](n.Got))
}

// Precedent is a documented decision in a few sentences: who chose what, what became of it, what it shares.
func Precedent(k *precedent.Precedent) string {
	who := Line(k.Organisation)
	if k.Year > 0 {
		who = text("%s (%d)", who, k.Year)
	}
	if k.Remote() {
		who = text("Only remotely alike: %s", who)
	}
	said := text("%s chose %s: %s", who, k.Label, Sentence(Line(k.Summary)))
	if len(k.Shared) > 0 {
		said = text("%s Alike in %s.", said, And(Each(k.Shared, Label)))
	}
	if len(k.Differs) > 0 {
		said = text("%s Unlike in %s.", said, And(Each(k.Differs, Label)))
	}
	return said
}

var address = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`https?://\S+`) })

// Address is where a documented decision can be read: the first address of its source, or all of it.
func Address(source string) string {
	source = Line(source)
	if first := address().FindString(source); first != "" {
		return strings.TrimRight(first, ";,")
	}
	return source
}
