package paper

import (
	"slices"
	"strings"

	"archadvisor/advisor/mixture"
	"archadvisor/advisor/say"
	"archadvisor/rules/numeral"
)

// Y is a decision in one sentence, after Zimmermann's form: in the context of, facing the heaviest concern,
// we decided for, and against, to achieve, accepting the strongest of what speaks against it.
func (p Paper) Y(name, chosen string, against []string, because string, accepting []string) string {
	facing := text("what is known of its team, load and budget")
	if list := p.criteria(); len(list) > 0 {
		facing = text("%s as the heaviest concern", say.Criterion(list[0]))
	}
	if a := p.Decision.Advice; say.Stays(a) {
		chosen = text("staying on %s, with %s if it is built anew", say.OptionInside(a.From), chosen)
		against = slices.DeleteFunc(against, func(phrase string) bool { return phrase == say.WithArticle(a.From) })
	}
	accepting = append(accepting, text("no argument of weight against it was found"))
	return text("In the context of %s, facing %s, we decided for %s and against %s, to achieve the best balance because %s, accepting that %s.",
		name, facing, chosen, strings.Join(against, text(" and ")), because, accepting[0])
}

// Staying is the paragraph that comes first where what runs today stays although another option leads, with
// what that costs; "" elsewhere.
func (p Paper) Staying() string {
	a := p.Decision.Advice
	if !say.Stays(a) {
		return ""
	}
	return text("%s Staying costs this: %s. If it is built anew after all, the choice is another, and what follows is about that.",
		say.Advice(a), say.Typical(p.Decision.Option(a.From)))
}

// Against is the strongest argument against the chosen option.
func Against(architecture, clause string) string {
	return text("The strongest argument against it, for %s: %s.", say.WithArticle(architecture), clause)
}

// For is an argument for another option as a clause about the chosen one.
func For(architecture, clause string) string {
	return text("this speaks for %s: %s", say.WithArticle(architecture), clause)
}

// Together joins changes that must happen together.
func Together(changes []string) string { return strings.Join(changes, text(" and ")) }

// Outcome is what was chosen and why, in a text without Markdown.
func Outcome(chosen, because string) string {
	return text("Chosen option: \"%s\", because %s.", chosen, because)
}

// Confirmation says which command confirms a decision, in a text without Markdown.
func Confirmation(command string) string {
	return text("\"%s\" scores the profile at the end of this record again with the rules and prices of the day and fails when the recommendation no longer holds.", command)
}

// Revisit is a change that would make another option lead: "microservices would lead with 34 engineers or more".
func Revisit(change, then string, about bool) string {
	if about {
		return text("%s would probably lead %s", then, change)
	}
	return text("%s would lead %s", then, change)
}

// LookAgain is when to look again: the nearest changes that would turn the decision.
func LookAgain(changes []string) string {
	if len(changes) == 0 {
		return text("No single answer within its range changes the recommendation; look again when the work itself changes.")
	}
	return text("Look again when things change: %s.", strings.Join(changes, "; "))
}

// MixtureTitle is the title of the record of a mixture that was not given one.
func MixtureTitle(m *mixture.Mixture, name string) string {
	return text("Adopt %s, for %s", say.Mixture(m), name)
}

// MixtureCosts is what the groups of a mixture would run as and what they typically cost together, in a sentence.
func MixtureCosts(m *mixture.Mixture) string {
	runs := say.Each(m.Groups, func(g mixture.Group) string {
		return text("%s as %s", say.And(say.Labels(g.Components)), say.Built(g.Shape))
	})
	return text("It would run in parts: %s; infrastructure typically costs %s a month together, with a dedicated staff of %s.",
		strings.Join(runs, "; "), say.Band(m.Cost, say.Money), say.Band(m.OpsFTE, numeral.People))
}

// Weighed is where a mixture does better than everything in one style, in money and people, and where worse.
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

// Moved says where a component would go now; "" stands for a component that is new or gone.
func Moved(name, was, now string) string {
	switch {
	case was == "":
		return text("component %s is new and would be %s", say.Line(name), now)
	case now == "":
		return text("component %s (%s) is gone", say.Line(name), was)
	}
	return text("component %s would now be %s (was %s)", say.Line(name), now, was)
}
