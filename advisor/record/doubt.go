package record

import (
	"fmt"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/rules/numeral"
)

// addDoubt fills how sure the decision is, what it rests on and what would
// change it.
func (d *Document) addDoubt(e *explain.Explanation) {
	d.Confidence = confidence(e.Decision)
	t := teller{e.Decision, d.profile}
	if o, ok := t.strongestObjection(e.Objections); ok {
		d.Objection = fmt.Sprintf("The strongest argument against it, for %s: %s.",
			strings.ToLower(optionName(o.For)), t.reason(o))
	}
	for _, a := range e.Rests {
		d.Assumptions = append(d.Assumptions, assumption(a, d.profile))
	}
	if len(d.Assumptions) == 0 {
		for _, a := range e.Assumed {
			d.Assumptions = append(d.Assumptions, Line(a.Field)+" was left open")
		}
	}
	for _, f := range e.Flips {
		if t, ok := trigger(f); ok {
			d.Revisit = append(d.Revisit, t)
		}
	}
	_, d.Notes = missedTargets(e.Decision)
}

// confidence says how often the chosen option wins, and who wins otherwise.
func confidence(d *explain.Decision) string {
	var rest []string
	for _, o := range d.Ranking {
		if o.Architecture != d.Recommendation {
			rest = append(rest, fmt.Sprintf("%s %s", strings.ToLower(optionName(o.Architecture)), numeral.Percent(o.WinShare)))
		}
	}
	draws := "the draws"
	if d.Robustness.Draws > 0 {
		draws = numeral.Whole(float64(d.Robustness.Draws)) + " draws"
	}
	return fmt.Sprintf("%s wins %s of %s over what was left open, the weights and the error of the models; %s. The verdict is %s.",
		optionName(d.Recommendation), numeral.Percent(d.WinShare), draws, and(rest), strings.ReplaceAll(string(d.Verdict), "-", " "))
}

// assumption says what was assumed of a field that is open or was told as a
// range.
func assumption(a explain.Assumption, p *profile.Profile) string {
	text := Line(a.Field) + " was left open"
	if id, known := profile.Lookup(a.Field); known && p.Known(id) {
		text = Line(a.Field) + " was told as " + valueText(id, p.Get(id))
	} else if a.Range != "" {
		text += ", taken as " + Line(a.Range)
	}
	if a.Moves >= minPoints {
		text += "; it moves the lead by up to " + numeral.Figure(a.Moves) + " points"
	}
	return text
}

// trigger makes a threshold of a flip; false if the flip names no field.
func trigger(f explain.Flip) (Trigger, bool) {
	fields, froms, tos := f.Fields, f.Froms, f.Tos
	if len(fields) == 0 {
		fields, froms, tos = []string{f.Field}, []any{f.From}, []any{f.To}
	}
	t := Trigger{Then: strings.ToLower(optionName(f.Recommendation)), About: f.About}
	var texts, tests, sets []string
	for i, field := range fields {
		if field == "" || i >= len(froms) || i >= len(tos) {
			return Trigger{}, false
		}
		texts = append(texts, change(field, froms[i], tos[i]))
		tests = append(tests, codeSafe(fmt.Sprintf("%s %s %s", field, relation(froms[i], tos[i]), literal(tos[i]))))
		sets = append(sets, codeSafe(setFlag(field, tos[i])))
	}
	t.Text, t.Test, t.Set = strings.Join(texts, " and "), strings.Join(tests, " and "), strings.Join(sets, " ")
	return t, true
}

// change says in words how one field changes.
func change(field string, from, to any) string {
	target := personal(field, to)
	switch {
	case from == nil:
		return Line(field) + " (left open) turns out to be " + target
	case relation(from, to) == ">=":
		return Line(field) + " rises from " + personal(field, from) + " to " + target
	case relation(from, to) == "<=":
		return Line(field) + " falls from " + personal(field, from) + " to " + target
	}
	return Line(field) + " changes from " + personal(field, from) + " to " + target
}

// relation is the comparison that holds once the flip has happened: a number
// that rose is "at least", one that fell "at most", anything else "is".
func relation(from, to any) string {
	t, ok := number(to)
	if !ok {
		return "="
	}
	low, high, ok := ends(from)
	switch {
	case ok && t > high:
		return ">="
	case ok && t < low:
		return "<="
	}
	return "="
}

// ends are the two ends of a number or of a range.
func ends(v any) (low, high float64, ok bool) {
	if n, isNumber := number(v); isNumber {
		return n, n, true
	}
	switch r := v.(type) {
	case [2]float64:
		return r[0], r[1], true
	case []float64:
		if len(r) == 2 {
			return r[0], r[1], true
		}
	case []any:
		if len(r) == 2 {
			a, okA := number(r[0])
			b, okB := number(r[1])
			return a, b, okA && okB
		}
	}
	return 0, 0, false
}

// number is a numeric value of any of the types that a flip may hold.
func number(v any) (float64, bool) {
	switch n := v.(type) {
	case float64:
		return n, true
	case int:
		return float64(n), true
	case int64:
		return float64(n), true
	}
	return 0, false
}

// personal writes a value of a field for people, with its unit.
func personal(field string, v any) string {
	id, known := profile.Lookup(field)
	low, high, numeric := ends(v)
	switch {
	case v == nil:
		return "unknown"
	case known && numeric && low == high:
		return Line(profile.Format(id, profile.Number(low)))
	case known && numeric:
		return Line(profile.Format(id, profile.Between(low, high)))
	}
	switch x := v.(type) {
	case bool:
		return yesNo(x)
	case []string:
		return listed(x)
	case []any:
		return listed(texts(x))
	}
	return Line(fmt.Sprint(v))
}

func yesNo(v bool) string {
	if v {
		return "yes"
	}
	return "no"
}

// listed is a list of texts for people.
func listed(list []string) string {
	if list = people(list); len(list) == 0 {
		return "none"
	}
	return and(list)
}

// codeSafe drops what would end a code span.
func codeSafe(s string) string { return strings.ReplaceAll(Line(s), "`", "'") }
