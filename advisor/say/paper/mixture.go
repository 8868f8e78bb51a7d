package paper

import (
	"strings"

	"archadvisor/advisor/mixture"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

// MixtureTitle is the title of the record of a mixture that was not given one.
func MixtureTitle(m *mixture.Mixture, name string) string {
	return text("Adopt %s, for %s", say.Mixture(m), name)
}

// MixtureCosts is what the groups of a mixture would run as and what they typically
// cost together, in a sentence.
func MixtureCosts(m *mixture.Mixture) string {
	var runs []string
	for _, g := range m.Groups {
		runs = append(runs, text("%s as %s", say.And(say.Labels(g.Components)), say.Built(g.Shape)))
	}
	return text("It would run in parts: %s; infrastructure typically costs %s a month together, with a dedicated staff of %s.",
		strings.Join(runs, "; "), say.Band(m.Cost, say.Money), say.Band(m.OpsFTE, numeral.People))
}

// Weighed is a mixture against everything in one style, in money and people, as
// clauses: where it does better, and where worse.
func Weighed(m *mixture.Mixture) (better, worse []string) {
	for _, p := range m.Against {
		for _, q := range []struct {
			mixed, pure float64
			less, more  string
			write       func(float64) string
		}{
			{m.Cost.Expected, p.Cost.Expected, text("its infrastructure costs less"), text("its infrastructure costs more"), say.Money},
			{m.OpsFTE.Expected, p.OpsFTE.Expected, text("it needs less staff"), text("it needs more staff"), numeral.People},
		} {
			if !p.Feasible || say.Relative(q.mixed, q.pure) < leastApartToTell {
				continue
			}
			list, how := &better, q.less
			if q.mixed > q.pure {
				list, how = &worse, q.more
			}
			*list = append(*list, text("%s than %s: %s against %s", how, say.EverythingIn(p.Architecture), q.write(q.mixed), q.write(q.pure)))
		}
	}
	return better, worse
}

// AllLeave is why a mixture has no component in the style that leads for all of it.
func AllLeave(m *mixture.Mixture) string {
	return text("each of its components is better so by itself, though all of it as one would be %s", say.WithArticle(m.Whole.Recommendation))
}

// OfTheWhole says what the figures of a record with a mixture are about.
func OfTheWhole() string {
	return text("Verdict, probability, points and the tables below are those of all components as one; the table above is that of the mixture.")
}

// Moved says where a component would go now that went elsewhere when a decision was
// recorded; "" stands for a component that is new or gone.
func Moved(name, was, now string) string {
	switch {
	case was == "":
		return text("component %s is new and would be %s", say.Line(name), now)
	case now == "":
		return text("component %s (%s) is gone", say.Line(name), was)
	}
	return text("component %s would now be %s (was %s)", say.Line(name), now, was)
}
