// Package wording writes answers, figures and decisions as the screens show them: short, and cleaned of what a
// terminal would obey. It decides nothing and draws nothing.
package wording

import (
	"fmt"
	"strings"

	"archadvisor/advisor"
	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
	"archadvisor/ui/session"
	"archadvisor/ui/theme"
)

// Flip says what a flip needs, cleaned for the screen.
func Flip(f explain.Flip) string { return profile.Clean(say.Flip(&f)) }

// FlipShort is Flip for a list: "52 engineers or more → microservices".
func FlipShort(f explain.Flip) string { return profile.Clean(say.FlipShort(&f)) }

// Any writes a value of a flip.
func Any(v any) string {
	switch v := v.(type) {
	case float64:
		return numeral.Figure(v)
	case bool:
		return map[bool]string{true: "yes", false: "no"}[v]
	}
	return profile.Clean(fmt.Sprint(v))
}

// Score writes the score of an option.
func Score(o advisor.Option) string { return numeral.Whole(o.Score) }

// Value writes an answer in full.
func Value(id profile.ID, v profile.Value) string {
	if v.State == profile.Open {
		return "open"
	}
	return profile.Clean(Echo(id, v))
}

// ShortValue writes an answer in so many cells, without its unit if it must.
func ShortValue(id profile.ID, v profile.Value, width int) string {
	text := Echo(id, v)
	if v.State == profile.Open {
		text = "open"
	}
	if id == profile.MeanRPS && theme.Width(text) > width {
		text = numeral.Of(text, "")
	}
	if theme.Width(text) <= width || id.Field().Kind != profile.Numeric {
		return theme.Cut(text, width)
	}
	factor := 1.0
	if id.Field().Unit == "share" {
		factor = 100
	}
	text = numeral.Figure(v.Low * factor)
	if v.State == profile.Range {
		text += "–" + numeral.Figure(v.High*factor)
	}
	return theme.Cut(text, width)
}

// Answer writes the answer to a question, or that there is none.
func Answer(s session.Session, id profile.ID) string {
	switch s.Status(id) {
	case session.Answered:
		inherited := map[bool]string{true: " (inherited)"}[s.Inherits(id)]
		return s.Asked().Counted(profile.Clean(Echo(id, s.Value(id)))) + inherited
	case session.Unknown:
		return "I don't know"
	}
	return "–"
}

var measurable = map[string]string{"logs": " ACCESS.LOG", "git": " REPOSITORY", "bill": " COSTS.CSV"}

// MeasureIt is the command that finds a field out, "" if none does.
func MeasureIt(f *profile.Field) string {
	if f.Measure == "" {
		return ""
	}
	return "archadvisor measure " + f.Measure + measurable[f.Measure] + " --into PROFILE"
}

// Echo writes an answer as it was understood, in three digits where a number was converted.
func Echo(id profile.ID, v profile.Value) string {
	switch id.Field().Unit {
	case "%":
	case "req/s":
		v.Low, v.High = rate(v.Low), rate(v.High)
	default:
		v.Low, v.High = short(v.Low), short(v.High)
	}
	return profile.Format(id, v)
}

// rate is short of a rate in the unit that it is told in: a second, a day or a month.
func rate(rps float64) float64 {
	const day, month = 86400, 730 * 3600
	switch {
	case rps >= 0.1:
		return short(rps)
	case rps*day >= 0.9999:
		return short(rps*day) / day
	}
	return short(rps*month) / month
}

// short keeps a number of four digits, as it was typed, and three of others.
func short(x float64) float64 {
	if x == numeral.Round(x, 4) {
		return x
	}
	return numeral.Round(x, 3)
}

// Help is what there is to say of the question at hand, or of each on its sheet: a title and a text, which may be empty.
func Help(s session.Session) [][2]string {
	if told := s.Told(); told != nil {
		return told
	}
	f := s.Current().Field()
	return [][2]string{{"Why it is asked", f.Why}, {"How to find out", f.HowTo}, {"Measure it", MeasureIt(f)},
		{"Typical values", strings.Join(f.Typical, " · ")}, {"Without an answer", WithoutAnswer(f)}}
}

// In says in which unit a number without one is read: ", in seconds" for those that have several.
func In(f *profile.Field) string {
	words := map[string]string{"req/s": "requests a second", "ms": "milliseconds", "s": "seconds", "MB": "megabytes", "kB": "kilobytes", "months": "months",
		"USD": "dollars a month", "per week": "releases a week"}
	if word, several := words[f.Unit]; several {
		return "; a bare number is " + word
	}
	return ""
}

// NoAnswer is the row of a question for who has none; of a list that knows no word for it, that is to have nothing of it.
func NoAnswer(f *profile.Field) string {
	if _, none := f.Option("none"); f.Kind == profile.TextList && !none && f.Default == "" {
		return "None, or I don't know"
	}
	return "I don't know"
}

// WithoutAnswer says what the program does where a question has no answer.
func WithoutAnswer(f *profile.Field) string {
	switch {
	case f.ID == profile.Name:
		return "it keeps the name that it has"
	case f.Drawn && f.Numeric():
		return "tries " + f.PriorText
	case f.Drawn:
		return "every answer is tried"
	case f.Default != "":
		return "counts as " + f.Default
	case f.Unit == "importance":
		return "the usual weight"
	}
	return "left out"
}
