package record

import (
	"fmt"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/say"
)

// maxConsequences is how many arguments are listed as consequences of a kind.
const maxConsequences = 3

// addOutcome fills what was decided and what follows from it.
func (d *Document) addOutcome(e *explain.Explanation) {
	p := d.paper
	d.Caveat, d.Because = p.Caveat(), p.Because()
	d.Good = firstOf(d.Chosen.Pros, maxConsequences)
	d.Bad = append([]string{}, d.Chosen.Stops...)
	missed := false
	for i := range e.Notes {
		if n := &e.Notes[i]; n.Kind == explain.MissedTarget {
			missed = true
			d.Bad = append(d.Bad, say.Missed(n))
		} else {
			d.Notes = append(d.Notes, say.Sentence(say.Note(n)))
		}
	}
	d.Bad = append(d.Bad, firstOf(d.Chosen.Cons, maxConsequences)...)
	if option, objection := p.Objection(e.Objections); option != "" {
		d.Objection = say.Against(option, objection)
		if len(d.Bad) == 0 {
			d.Bad = append(d.Bad, say.For(option, objection))
		}
	}
	if o := e.Option(e.Recommendation); o != nil {
		d.Neutral = append(d.Neutral, say.Expected(o))
	}
	d.Advice = say.Advice(e.Advice)
	if e.Advice != nil {
		for i := range e.Advice.Attempts {
			d.Attempts = append(d.Attempts, say.Attempt(&e.Advice.Attempts[i]))
		}
	}
	for i := range e.Precedents {
		d.Precedents = append(d.Precedents, Precedent{say.Precedent(&e.Precedents[i]), say.Address(e.Precedents[i].Source)})
	}
	for i := range e.Migration {
		d.Migration = append(d.Migration, say.StepAndCue(&e.Migration[i]))
	}
	d.YStatement = d.yStatement(missed)
}

// firstOf is the first n entries of a list, copied.
func firstOf(list []string, n int) []string {
	return append([]string{}, list[:min(len(list), n)]...)
}

// yStatement is the decision in one sentence, after Zimmermann's form. What is
// accepted is the worst of what speaks against the chosen option, unless it is
// stopped or misses a target.
func (d *Document) yStatement(missed bool) string {
	y := say.Y{Name: d.Name, Chosen: d.Chosen.Phrase, Because: d.Because}
	for _, o := range d.Others {
		y.Against = append(y.Against, o.Phrase)
	}
	if len(d.drivers) > 0 {
		y.Concern = d.drivers[0].Criterion
	}
	switch {
	case d.Chosen.worst != "" && len(d.Chosen.Stops) == 0 && !missed:
		y.Accepting = d.Chosen.worst
	case len(d.Bad) > 0:
		y.Accepting = d.Bad[0]
	}
	return y.Statement()
}

// addDoubt fills how sure the decision is, what it rests on and what would
// change it.
func (d *Document) addDoubt(e *explain.Explanation) {
	d.Confidence = d.paper.Confidence()
	for i := range e.Open {
		d.Assumptions = append(d.Assumptions, d.paper.Assumption(&e.Open[i]))
	}
	if len(d.Assumptions) == 0 {
		for _, a := range e.Assumed {
			d.Assumptions = append(d.Assumptions, say.LeftOpen(a.Field))
		}
	}
	for i := range e.Flips {
		d.Revisit = append(d.Revisit, trigger(&e.Flips[i]))
	}
}

// trigger makes a threshold of a flip.
func trigger(f *explain.Flip) Trigger {
	t := Trigger{Then: say.OptionInside(f.Recommendation), About: f.About}
	var texts, tests, sets []string
	for i := range f.Changes {
		c := &f.Changes[i]
		texts = append(texts, say.Change(c))
		tests = append(tests, markup.CodeSafe(fmt.Sprintf("%s %s %s", c.Field, c.Relation(), literal(c.Field, c.To))))
		sets = append(sets, markup.CodeSafe(setFlag(c.Field, c.To)))
	}
	t.Text, t.Test, t.Set = say.Together(texts), strings.Join(tests, " and "), strings.Join(sets, " ")
	return t
}
