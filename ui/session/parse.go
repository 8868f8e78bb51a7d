package session

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor/explain"
	"archadvisor/advisor/profile"
)

// Read reads what somebody typed as the answer to a question. Users a month are
// taken where requests are asked for, too: they answer the question of the users.
func Read(id profile.ID, text string) (Given, error) {
	v, err := Parse(id, text)
	if err != nil && id == profile.MeanRPS {
		if users, no := profile.Parse(profile.Users, text); no == nil {
			return Given{profile.Users, users}, nil
		}
	}
	return Given{id, v}, err
}

// Parse reads a value of a field. Beside what profile.Parse takes it reads the
// numbers of choices in a list. An open value means "I don't know".
func Parse(id profile.ID, text string) (profile.Value, error) {
	choices, words := Choices(id), []string{}
	for _, w := range strings.Split(text, ",") {
		n, err := strconv.Atoi(strings.Trim(w, " ."))
		switch {
		case err != nil || len(choices) == 0:
		case n == len(choices)+1:
			return profile.Value{}, nil
		case n < 1 || n > len(choices):
			return profile.Value{}, fmt.Errorf("choose 1 to %d", len(choices)+1)
		default:
			w = choices[n-1].Word
		}
		words = append(words, w)
	}
	return profile.Parse(id, strings.Join(words, ","))
}

// ChoiceRow is one answer that can be picked from a list.
type ChoiceRow struct {
	Word  string // as it is shown
	Value profile.Value
}

// Choices returns the answers to a question that can be picked from a list:
// yes and no, or the options, of which a list takes several. It is empty for
// numbers and texts.
func Choices(id profile.ID) []ChoiceRow {
	f := id.Field()
	switch f.Kind {
	case profile.Bool:
		return []ChoiceRow{{"yes", profile.Flag(true)}, {"no", profile.Flag(false)}}
	case profile.Option, profile.TextList:
		rows := make([]ChoiceRow, len(f.Options))
		for i, o := range f.Options {
			if rows[i] = (ChoiceRow{o, profile.List(o)}); f.Kind == profile.Option {
				rows[i].Value = choice(id, o)
			}
		}
		return rows
	}
	return nil
}

// choice is the value of an option that is known to exist.
func choice(id profile.ID, word string) profile.Value {
	v, _ := profile.Choice(id, word)
	return v
}

// Sheet are the questions that the one at hand is asked together with, itself
// among them: the hard limits that are open, or what matters most. Whoever jumps
// to a question is asked that alone.
func (s Session) Sheet() []profile.ID {
	if s.Current() == profile.PriorityCost && s.from < 0 {
		return priorities
	}
	var ids []profile.ID
	for _, g := range s.sheet {
		ids = append(ids, g.Fields[0])
	}
	return ids
}

// Prompt is the question at hand, of its sheet if it is asked on one.
func (s Session) Prompt() string {
	switch {
	case len(s.sheet) > 0:
		return "Which of these limits does it go beyond?"
	case s.Sheet() != nil:
		return "What matters most to you?"
	case s.Current() == None:
		return ""
	}
	return s.Current().Field().Prompt
}

// Limits are the hard limits of the sheet at hand.
func (s Session) Limits() []explain.OpenGate { return s.sheet }

// here lays the sheet of limits out where the question at hand begins one.
func (s Session) here() Session {
	s.sheet = s.limits()
	of := func(g explain.OpenGate) bool { return g.Fields[0] == s.Current() }
	if s.from >= 0 || len(s.sheet) < 2 || !slices.ContainsFunc(s.sheet, of) {
		s.sheet = nil
	}
	return s
}

var priorities = func() (ids []profile.ID) {
	for _, f := range profile.Fields() {
		if f.Section == "priorities" {
			ids = append(ids, f.ID)
		}
	}
	return ids
}()

// limits are the hard limits that may yet stop the option that leads and that
// nobody was asked about: they can be answered together.
func (s Session) limits() []explain.OpenGate {
	var list []explain.OpenGate
	for _, g := range s.inquiry.Gates {
		if g.Within.Known() && s.Visible(g.Fields[0]) && s.Status(g.Fields[0]) == Open && !slices.Contains(s.covered, g.Fields[0]) {
			list = append(list, g)
		}
	}
	return list
}

// Within are the answers to these limits that say that none is reached.
func Within(gates []explain.OpenGate) []Given {
	list := make([]Given, len(gates))
	for i, g := range gates {
		list[i] = Given{g.Fields[0], g.Within}
	}
	return list
}

// Most are the answers of somebody to whom these criteria matter most; what is
// not among them has the usual weight.
func (s Session) Most(ids []profile.ID) []Given {
	var list []Given
	for _, id := range priorities {
		switch {
		case slices.Contains(ids, id):
			list = append(list, Given{id, profile.Number(id.Field().Max)})
		case s.profile.Known(id):
			list = append(list, Given{ID: id})
		}
	}
	return list
}
