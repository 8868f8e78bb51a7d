package record

import (
	"fmt"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/record/markup"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
)

// addOutcome fills what was decided and what follows from it.
func (d *Document) addOutcome(e *explain.Explanation) {
	p := d.paper
	d.Caveat = p.Caveat()
	because, more := p.Because()
	d.Because = because
	for _, reason := range more {
		d.Reasons = append(d.Reasons, say.Sentence(reason))
	}
	d.WhyNot = p.WhyNot()
	d.Bad = append([]string{}, d.Chosen.Stops...)
	for i := range e.Notes {
		if n := &e.Notes[i]; n.Kind == explain.MissedTarget {
			d.Bad = append(d.Bad, say.Missed(n))
		} else {
			d.Notes = append(d.Notes, say.Sentence(say.Note(n)))
		}
	}
	better, worse := p.Measured()
	d.Good, d.Bad = better, append(d.Bad, worse...)
	if option, objection := p.Objection(e.Objections); option != "" {
		d.Objection = paper.Against(option, objection)
		d.Bad = append(d.Bad, paper.For(option, objection))
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
	if len(e.Migration) > 0 && e.Migration[0].Action != explain.Stay {
		d.Neutral = append(d.Neutral, say.First(&e.Migration[0]))
	}
	for i := range e.Migration {
		d.Migration = append(d.Migration, say.StepAndCue(&e.Migration[i]))
	}
	d.YStatement = d.yStatement()
}

// yStatement is the decision in one sentence, after Zimmermann's form. What is
// accepted is what stops the chosen option or the target that it misses, else the
// strongest of what speaks against it.
func (d *Document) yStatement() string {
	y := paper.Y{Name: d.Name, Chosen: d.Chosen.Phrase, Because: d.Because}
	for _, o := range d.Others {
		y.Against = append(y.Against, o.Phrase)
	}
	if drivers := paper.Drivers(d.paper.Decision); len(drivers) > 0 {
		y.Concern = drivers[0].Criterion
	}
	if against := append(d.Bad[:len(d.Bad):len(d.Bad)], d.Chosen.Cons...); len(against) > 0 {
		y.Accepting = against[0]
	}
	return y.Statement()
}

// addDoubt fills how sure the decision is, what it rests on and what would
// change it.
func (d *Document) addDoubt(e *explain.Explanation) {
	d.Confidence, d.Sure = d.paper.Confidence(), say.Sentence(say.Sure(e.Decision))
	open := e.Open
	if len(open) == 0 {
		for _, a := range e.Assumed {
			open = append(open, explain.OpenField{Field: a.Field})
		}
	}
	d.Assumptions = d.paper.Assumptions(open)
	for i := range e.Flips {
		d.Revisit = append(d.Revisit, trigger(&e.Flips[i]))
	}
	d.LookAgain = paper.LookAgain(d.turns(maxTurns))
}

// maxTurns is how many triggers the outcome names; the others follow below.
const maxTurns = 2

// turns are the nearest triggers in words.
func (d *Document) turns(most int) []string {
	var out []string
	for _, t := range d.Revisit[:min(len(d.Revisit), most)] {
		out = append(out, paper.Revisit(t.Text, t.Then, t.About))
	}
	return out
}

// trigger makes a threshold of a flip.
func trigger(f *explain.Flip) Trigger {
	t := Trigger{Then: say.OptionInside(f.Recommendation), About: f.About}
	var texts, tests, sets []string
	for i := range f.Changes {
		c := &f.Changes[i]
		texts = append(texts, paper.Change(c))
		tests = append(tests, markup.CodeSafe(fmt.Sprintf("%s %s %s", c.Field, c.Relation(), token.Literal(c.Field, c.To))))
		sets = append(sets, markup.CodeSafe(token.SetFlag(c.Field, c.To)))
	}
	t.Text, t.Test, t.Set = paper.Together(texts), strings.Join(tests, " and "), strings.Join(sets, " ")
	return t
}
