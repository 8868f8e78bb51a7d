package record

import (
	"fmt"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/rules/numeral"
)

// maxReasons is how many reasons follow "because".
const maxReasons = 3

// addOutcome fills what was decided and what follows from it.
func (d *Document) addOutcome(e *explain.Explanation) {
	d.Caveat = caveat(e.Decision)
	t := teller{e.Decision, d.profile}
	d.Because = t.because()
	d.Good = firstOf(d.Chosen.Pros, maxReasons)
	missed, _ := missedTargets(e.Decision)
	d.Bad = append(append(append([]string{}, d.Chosen.Stops...), missed...), firstOf(d.Chosen.Cons, maxReasons)...)
	if o, ok := t.strongestObjection(e.Objections); ok && len(d.Bad) == 0 {
		d.Bad = append(d.Bad, t.reason(o))
	}
	if o := chosen(e.Decision); o != nil {
		d.Neutral = append(d.Neutral,
			fmt.Sprintf("it is expected to cost %s a month and to take %s people to run",
				band(o.Estimates.Cost, numeral.Money), band(o.Estimates.OpsFTE, numeral.People)))
	}
	for _, s := range e.Migration {
		d.Migration = append(d.Migration, stepText(s))
	}
	d.YStatement = d.yStatement(len(missed) > 0)
}

// chosen is the recommended option of a decision, nil if there is none.
func chosen(d *explain.Decision) *advisor.Option {
	for i := range d.Ranking {
		if d.Ranking[i].Architecture == d.Recommendation {
			return &d.Ranking[i]
		}
	}
	return nil
}

// runnerUp is the best option that is not the recommendation and not ruled
// out; nil if there is none.
func runnerUp(d *explain.Decision) *advisor.Option {
	for i := range d.Ranking {
		if o := &d.Ranking[i]; o.Architecture != d.Recommendation && o.Feasible {
			return o
		}
	}
	return nil
}

// caveat is the first sentence of an outcome that is not a plain
// recommendation.
func caveat(d *explain.Decision) string {
	second := runnerUp(d)
	switch {
	case d.Verdict == advisor.CloseCall && second != nil:
		return fmt.Sprintf("This is a close call: %s is within reach of %s, winning %s of the draws against %s.",
			strings.ToLower(optionName(second.Architecture)), strings.ToLower(optionName(d.Recommendation)),
			numeral.Percent(second.WinShare), numeral.Percent(d.WinShare))
	case d.Verdict == advisor.CloseCall:
		return "This is a close call: the chosen option may still be ruled out by what was left open."
	case d.Verdict == advisor.NotEnough:
		return "There is not enough information to decide" + missing(d) + "; the option that leads so far is proposed."
	}
	return ""
}

// missing names the answers that would decide.
func missing(d *explain.Decision) string {
	var fields []string
	for _, q := range d.NextQuestions {
		fields = append(fields, Line(q.Field))
	}
	if len(fields) == 0 {
		for _, a := range d.Assumed {
			fields = append(fields, a.Field)
		}
	}
	if len(fields) == 0 {
		return ""
	}
	return ": the answers that matter most are " + and(firstOf(fields, 5))
}

// because is why the leader leads, as one clause.
func (t teller) because() string {
	d := t.decision
	var reasons []string
	for _, r := range d.Reasons {
		if r.For == d.Recommendation && len(reasons) < maxReasons {
			reasons = append(reasons, t.reason(r))
		}
	}
	if len(reasons) > 0 {
		return strings.Join(reasons, "; ")
	}
	o, second := chosen(d), runnerUp(d)
	if o == nil || second == nil {
		return "every other option is ruled out"
	}
	return fmt.Sprintf("it scores highest under what is assumed: %s points against %s for %s",
		numeral.Figure(o.Score), numeral.Figure(second.Score), strings.ToLower(optionName(second.Architecture)))
}

// stepText is a step of the migration with its trigger.
func stepText(s explain.Step) string {
	do, trigger := strings.TrimRight(Sentence(s.Do), "."), strings.TrimPrefix(told(s.Trigger), "when ")
	if trigger == "" {
		return do
	}
	return do + " (when: " + trigger + ")"
}

// firstOf is the first n entries of a list, copied.
func firstOf(list []string, n int) []string {
	return append([]string{}, list[:min(len(list), n)]...)
}

// yStatement is the decision in one sentence, after Zimmermann's form: in the
// context of, facing, we decided for, and against, to achieve, accepting that.
func (d *Document) yStatement(missed bool) string {
	var against []string
	for _, o := range d.Others {
		against = append(against, o.Phrase)
	}
	facing := "what is known of its team, load and budget"
	if len(d.Drivers) > 0 {
		name, _, _ := strings.Cut(d.Drivers[0], ",")
		facing = strings.ToLower(name) + " as the heaviest concern"
	}
	achieve, accept := d.Because, "no argument of weight against it was found"
	switch {
	case d.Chosen.worst != "" && len(d.Chosen.Stops) == 0 && !missed:
		accept = d.Chosen.worst
	case len(d.Bad) > 0:
		accept = d.Bad[0]
	}
	return fmt.Sprintf("In the context of %s, facing %s, we decided for %s and against %s, to achieve the best balance because %s, accepting that %s.",
		d.Name, facing, d.Chosen.Phrase, strings.Join(against, " and "), achieve, accept)
}
