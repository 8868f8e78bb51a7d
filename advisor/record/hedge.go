package record

import (
	"fmt"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// maxOpen is how many open fields a hedged statement names.
const maxOpen = 3

// unsettled tells whether a statement holds only if open fields turn out in its
// favour, so that a record must not tell it as a fact. A measure always holds:
// what is open there is how good its value is.
func unsettled(c advisor.Contribution) bool {
	return !c.Answered || c.Kind != "measure" && c.State == "undecided" && c.Share < 1
}

// teller tells what the statements of a pack say of a decision.
type teller struct {
	decision *explain.Decision
	profile  *profile.Profile
}

// hedged is a clause that may or may not be so: "it may be, as
// domain.failure_isolation was left open, that one part failing ...".
func (t teller) hedged(clause string, c advisor.Contribution) string {
	open, ranges := t.waitsFor(c)
	var why []string
	switch {
	case len(open) == 1:
		why = append(why, open[0]+" was left open")
	case len(open) > 1:
		why = append(why, and(open)+" were left open")
	}
	if len(ranges) > 0 {
		why = append(why, and(ranges))
	}
	if len(why) == 0 {
		why = append(why, "not everything was answered")
	}
	return "it may be, as " + and(why) + ", that " + clause
}

// waitsFor names the fields of the profile that a statement waits for: those
// that are open and those that were told as a range. They stand in its margin,
// "domain.failure_isolation is open, threshold >= yes; team.engineers is 11, ...".
func (t teller) waitsFor(c advisor.Contribution) (open, ranges []string) {
	seen := map[string]bool{}
	for _, part := range strings.Split(c.Margin, "; ") {
		name, rest, found := strings.Cut(part, " is ")
		id, known := profile.Lookup(name)
		if !found || !known || seen[name] || len(seen) == maxOpen {
			continue
		}
		switch v := t.profile.Get(id); {
		case strings.HasPrefix(rest, "open"):
			open = append(open, name)
		case v.State == profile.Range:
			ranges = append(ranges, name+" may be "+valueText(id, v))
		default:
			continue
		}
		seen[name] = true
	}
	return open, ranges
}

// contribution finds what a statement does to one of the two options that a
// reason compares, the gaining one first.
func (t teller) contribution(r explain.Reason) (advisor.Contribution, bool) {
	for _, architecture := range []string{r.For, r.Against} {
		if o := optionOf(t.decision, architecture); o != nil {
			for _, c := range o.Contributions {
				if c.ID == r.ID {
					return c, true
				}
			}
		}
	}
	return advisor.Contribution{}, false
}

// reason is a reason as a clause, hedged if it rests on what was left open.
// What a measure says is told relative to the other option, whose own value
// follows in parentheses.
func (t teller) reason(r explain.Reason) string {
	c, known := t.contribution(r)
	text := told(strings.TrimPrefix(r.Text, explain.IfSo))
	if rival, ok := rivals(t.decision.Ranking, r.For, r.ID)[r.Against]; ok && known && c.Kind == "measure" {
		text = comparison(c, rival, r)
	}
	if known && unsettled(c) {
		return t.hedged(text, c)
	}
	return text
}

// comparison is the text of a reason that a measure gives. The reason quotes
// means over the draws where the expected values speak the other way.
func comparison(c, rival advisor.Contribution, r explain.Reason) string {
	other := strings.ToLower(optionName(r.Against))
	before, mine, theirs, ok := figuresOf(r)
	if ok && strings.Contains(before, "average") {
		m, _ := measuredBy(c, r.For)
		return fmt.Sprintf("on average over what was left open %s %s: %s (%s: %s)",
			m.comparative(c.Criterion, true), other, told(mine), other, told(theirs))
	}
	text := compared(c, r.For, true, map[string]advisor.Contribution{r.Against: rival})
	return fmt.Sprintf("%s (%s: %s)", text, other, told(rival.Text))
}

// figuresOf takes the text of a measure's reason apart: "on average over what
// is open, monolith: about 400 USD; serverless: about 734 USD", in whichever
// order the options stand.
func figuresOf(r explain.Reason) (before, mine, theirs string, ok bool) {
	for _, first := range []string{r.For, r.Against} {
		second := r.For
		if first == r.For {
			second = r.Against
		}
		head, rest, found := strings.Cut(r.Text, first+": ")
		a, b, both := strings.Cut(rest, "; "+second+": ")
		switch {
		case !found || !both || strings.Contains(head, second+": "):
		case first == r.For:
			return head, a, b, true
		default:
			return head, b, a, true
		}
	}
	return "", "", "", false
}

// argument is what an argument says of the i-th option, without its points.
func (t teller) argument(i int, a argument) string {
	if a.Kind == "measure" {
		architecture := t.decision.Ranking[i].Architecture
		return compared(a.Contribution, architecture, a.diff > 0, rivals(t.decision.Ranking, architecture, a.ID))
	}
	text := told(a.Text)
	if text == "" {
		text = "of " + criterionName(a.ID)
	}
	if unsettled(a.Contribution) {
		return t.hedged(text, a.Contribution)
	}
	return text
}

// strongestObjection is the strongest argument for another option: one that
// rests on what was answered if there is one, else what would speak for it.
func (t teller) strongestObjection(list []explain.Reason) (explain.Reason, bool) {
	for _, o := range list {
		if c, ok := t.contribution(o); ok && !unsettled(c) {
			return o, true
		}
	}
	if len(list) == 0 {
		return explain.Reason{}, false
	}
	return list[0], true
}
