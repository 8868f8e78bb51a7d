package session

import (
	"fmt"
	"strconv"
	"strings"

	"archadvisor/advisor/profile"
)

// Parse reads what somebody typed as the answer to a question. Beside what
// profile.Parse takes it reads the number of a choice in a list, and yes or no.
// An open value means "I don't know".
func Parse(id profile.ID, text string) (profile.Value, error) {
	word := strings.ToLower(strings.TrimSpace(text))
	f := id.Field()
	choices := Choices(id)
	if n, err := strconv.Atoi(word); err == nil && len(choices) > 0 && f.Kind != profile.TextList {
		if n < 1 || n > len(choices)+1 {
			return profile.Value{}, fmt.Errorf("choose 1 to %d", len(choices)+1)
		}
		if n == len(choices)+1 {
			return profile.Value{}, nil
		}
		return choices[n-1].Value, nil
	}
	if f.Kind == profile.Bool {
		switch word {
		case "y", "yes", "true":
			return profile.Flag(true), nil
		case "n", "no", "false":
			return profile.Flag(false), nil
		}
	}
	return profile.Parse(id, text)
}

// ChoiceRow is one answer that can be picked from a list.
type ChoiceRow struct {
	Word  string // as it is shown
	Value profile.Value
}

// Choices returns the answers to a question that can be picked from a list:
// yes and no, or the options. It is empty for numbers and texts.
func Choices(id profile.ID) []ChoiceRow {
	f := id.Field()
	switch f.Kind {
	case profile.Bool:
		return []ChoiceRow{{"yes", profile.Flag(true)}, {"no", profile.Flag(false)}}
	case profile.Option:
		rows := make([]ChoiceRow, len(f.Options))
		for i, o := range f.Options {
			rows[i] = ChoiceRow{o, choice(id, o)}
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
