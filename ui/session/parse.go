package session

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor/profile"
)

// noCeiling are ways to say that nothing bounds a budget, which leaves it open: none is no budget of nothing.
var noCeiling = []string{"none", "no", "no limit", "no ceiling", "unlimited"}

// Read reads what somebody typed as an answer; users a month, where requests are asked for, answer for the users.
func Read(id profile.ID, text string) (Given, error) {
	if id == profile.BudgetMonthlyUSD && slices.Contains(noCeiling, strings.ToLower(strings.TrimSpace(text))) {
		return Given{ID: id}, nil
	}
	v, err := Parse(id, text)
	if err != nil && id == profile.MeanRPS {
		if users, no := profile.Parse(profile.Users, text); no == nil {
			return Given{profile.Users, users}, nil
		}
	}
	return Given{id, v}, err
}

// Parse reads a value, also by the numbers of choices in a list; an open value means "I don't know".
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

// Choices returns the answers that can be picked from a list; none for numbers and texts.
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
