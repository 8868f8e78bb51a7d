package record

import (
	"fmt"
	"strings"

	"archadvisor/advisor/mixture"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say"
	"archadvisor/advisor/say/paper"
)

// partMark begins the line of a component in the embedded block, its name and the
// style of its group.
const partMark = "# component: "

// addMixture fills what is decided component by component; m is nil for a system
// without them. Where they are divided, that is what was chosen, and the options
// are everything in one style.
func (d *Document) addMixture(m *mixture.Mixture) {
	if m == nil {
		return
	}
	d.Components, d.Division, d.Shared = say.Parts(m), say.Division(m), say.Counted(m)
	if d.Divided = m.Divided(); !d.Divided {
		return
	}
	d.Shared += " " + paper.OfTheWhole()
	d.Chosen.Phrase = say.Mixture(m)
	d.Chosen.Name = say.Capital(d.Chosen.Phrase)
	if m.Groups[0].Architecture != m.Whole.Recommendation {
		d.Because, d.Reasons, d.WhyNot = paper.AllLeave(m), nil, nil
	}
	for i := range d.Options {
		d.Options[i].Name, d.Options[i].Phrase = say.Capital(say.EverythingIn(d.Options[i].ID)), say.EverythingIn(d.Options[i].ID)
	}
	d.Others = d.Options
	d.Good, d.Bad = paper.Weighed(m)
	d.Costs, d.Bill = paper.MixtureCosts(m), ""
	d.YStatement = d.yStatement()
}

// division are the lines of a block that say where each component goes.
func division(m *mixture.Mixture) string {
	var b strings.Builder
	if m != nil {
		for i := range m.Parts {
			fmt.Fprintf(&b, "%s%s %s\n", partMark, token.Word(m.Parts[i].Name), m.Parts[i].Architecture)
		}
	}
	return b.String()
}

// readPart reads "thumbnails serverless".
func (r *Record) readPart(rest string) error {
	words, err := token.Split(rest)
	if err != nil || len(words) != 2 || architectureIndex(words[1].Text) < 0 {
		return damaged(fmt.Errorf("%d words", len(words)))
	}
	r.division = append(r.division, token.Pair{Key: words[0].Text, Text: words[1].Text})
	return nil
}

// moved tells which components would go elsewhere than was recorded, nothing of a
// record that does not say where they went.
func (r *Record) moved(m *mixture.Mixture) (out []string) {
	if len(r.division) == 0 {
		return nil
	}
	was, now := token.Assignments(r.division), map[string]string{}
	add := func(name string) {
		if was[name] != now[name] {
			out = append(out, paper.Moved(name, was[name], now[name]))
		}
	}
	if m != nil {
		for i := range m.Parts {
			now[m.Parts[i].Name] = m.Parts[i].Architecture
			add(m.Parts[i].Name)
		}
	}
	for _, p := range r.division {
		if now[p.Key] == "" {
			add(p.Key)
		}
	}
	return out
}
