package record

import (
	"fmt"
	"strings"

	"archadvisor/advisor/mixture"
	"archadvisor/advisor/record/token"
	"archadvisor/advisor/say/paper"
)

// partMark begins the line of a component in the embedded block, its name and the
// style of its group.
const partMark = "# component: "

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
