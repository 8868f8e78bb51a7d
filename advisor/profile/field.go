package profile

import (
	"slices"
	"strconv"
	"strings"

	"archadvisor/advisor/profile/quantity"
)

// Kind says what a field holds.
type Kind uint8

// The kinds of field.
const (
	Numeric  Kind = iota // a number, or [low, high]
	Bool                 // true or false
	Option               // one word of Field.Options
	Text                 // any string
	TextList             // an array of strings
	Integer              // a whole number, never a range (only schema)
)

// kindWords are the kinds as the field table writes them.
var kindWords = [...]string{"number", "bool", "option", "text", "list", "integer"}

// Field describes one field of the contract, one row of fields.toml: what may be written there, what it
// means, how to ask for it and how to say it, and what is assumed when nobody answers.
type Field struct {
	ID           ID
	Section, Key string // "team", "engineers"; Section is "" for a top-level key
	Kind         Kind
	Unit         string  // "req/s", "ms", "MB", "USD", "people", "%", "share", ... "" for none
	Min          float64 // bounds of a number, Max included
	Max          float64
	MinOpen      bool     // Min itself is not allowed
	Whole        bool     // counts of things: draws are rounded to whole numbers
	Options      []string // words of an Option; words allowed in a TextList (nil: any)
	Meanings     []string // what each of Options means
	Spoken       []string // how some of Options are said: see Said
	Unaudited    []string // words of a TextList that ask nothing of networks and machines
	OrWord       bool     // a TextList of one is written as the word alone
	Default      string   // taken when unanswered and not drawn; "" is none
	Taken        string   // by models when unanswered, where a rule is undecided; "" is none
	Drawn        bool     // an unknown value is drawn from the prior
	PriorText    string   // the prior in plain words: "2 to 1000"
	PriorSource  string   // where the prior comes from, or "assumption"
	Ordered      bool     // the options are steps of a scale
	Together     string   // how the values of components that are run as one combine: sum, mean, max, min, all; "" the busiest's
	NotFact      bool     // no rule may read it
	NotFlipped   bool     // no answer that might be changed instead
	Limit        bool     // it is a limit: "up to" it is the number itself
	Shapes       []string // of the options of a load: the height of a day, hour by hour
	Snap         string   // how people round it: "whole", "nines", "" two digits
	Slider       Scale    // the ends of what can be tried
	Try          int      // place among what is tried first, from 1; 0 for none
	When         []string // it is asked only if all of these may hold: see Asks
	Group        string   // group of the questionnaire: Team, Load, ...
	Effort       float64  // effort of answering: 1 known off-hand, 3 must be measured
	Label        string   // its name in a few words
	Phrase       string   // how a record says it, {} for the value; of a bool: if true
	PhraseNo     string   // how a record says that a bool is false
	Fact, FactIs string   // what is true of it in a sentence, and the option that says so
	Prompt       string   // the question in plain words
	Technical    string   // what it means, in technical words
	Why          string   // why it is asked
	HowTo        string   // how to find out
	Measure      string   // what archadvisor measure can read it from: "logs", "git", "bill", or ""
	Typical      []string // typical values: "blog 1", "SaaS 50"
	Synonyms     []string // other words that people write for the key

	name   string     // "team.engineers"
	above  *float64   // the Min that is not allowed
	span   [2]float64 // the ends of the prior, which is even in the logarithm if log
	log    bool
	slider [2]float64
	prior  span    // of a number, given nothing else
	chance float64 // of a bool
	number float64 // the default of a number
	group  string  // see PriorGroup
	pair   string  // the name of the partner
}

// Scale is an interval of a number, even in the logarithm if Log.
type Scale struct {
	Low, High float64
	Log       bool
}

// Name returns the dotted name of the field, as rules and --set use it: "team.engineers", or "name".
func (f *Field) Name() string { return f.name }

// Numeric reports whether the field takes a number or a range of numbers.
func (f *Field) Numeric() bool { return f.Kind == Numeric }

// Allows reports whether v is a finite number within the bounds of the field.
func (f *Field) Allows(v float64) bool { return (v > f.Min || v == f.Min && !f.MinOpen) && v <= f.Max }

// Option returns the index of a word in Options.
func (f *Field) Option(word string) (int, bool) {
	i := slices.Index(f.Options, word)
	return max(0, i), i >= 0
}

// Meaning says what a word of Options means, "" where the word says it itself.
func (f *Field) Meaning(word string) string {
	if i, ok := f.Option(word); ok && i < len(f.Meanings) {
		return f.Meanings[i]
	}
	return ""
}

// Said is a word of Options as people say it: "day/night" for diurnal, "ops team" for ops_team.
func (f *Field) Said(word string) string {
	switch i, ok := f.Option(word); {
	case !ok:
		return word
	case i < len(f.Spoken) && f.Spoken[i] != "":
		return f.Spoken[i]
	}
	return strings.ReplaceAll(word, "_", " ")
}

// Examples shows how a number of the field can be written.
func (f *Field) Examples() string {
	if f.ID == MeanRPS { // who knows no requests may know the users
		return "40, 1.5k, 5M/day, 100-2k or 50k users a month"
	}
	return quantity.Examples(f.Unit)
}

// About asks for the field and says what it means.
func (f *Field) About() string { return strings.TrimSpace(f.Prompt + " " + f.Technical) }

// Takes says what may be written there: "1 to 100000 people", "true or false", "avoid: ...; accept: ...".
func (f *Field) Takes() string {
	switch {
	case f.Options != nil:
		words := make([]string, len(f.Options))
		for i, o := range f.Options {
			words[i] = strings.TrimSuffix(o+": "+f.Meaning(o), ": ")
		}
		return strings.Join(words, "; ")
	case f.Kind == Numeric:
		return strings.TrimSpace(f.Bounds() + " " + f.Unit)
	case f.Kind == Integer:
		return f.Bounds()
	}
	return f.allowed()
}

// Asks reports whether a question makes sense beside the answers: whether all that its row asks for may hold.
func (p *Profile) Asks(id ID) bool {
	return !slices.ContainsFunc(id.Field().When, func(all string) bool {
		return !slices.ContainsFunc(strings.Split(all, " | "), p.may)
	})
}

// may reports whether "load.mean_rps 2", "domain.current monolith" may hold: the field is open, that much or that word.
func (p *Profile) may(condition string) bool {
	words := strings.Fields(condition)
	id, _ := Lookup(words[0])
	v := p.Get(id)
	return !v.Known() || slices.ContainsFunc(words[1:], func(w string) bool {
		if least, err := strconv.ParseFloat(w, 64); err == nil {
			return v.High >= least
		}
		c, _ := Choice(id, w)
		return slices.Contains(v.List, w) || v.List == nil && v.Equal(c)
	})
}

// Field returns the row of the table that describes id.
func (id ID) Field() *Field { return table.byID[id] }

// String returns the dotted name of the field: "team.engineers".
func (id ID) String() string {
	if id >= NumFields {
		return "unknown field"
	}
	return table.byID[id].name
}

// Partner returns the field that says the same thing in other units, if the field is one of a pair.
func Partner(id ID) (ID, bool) { return Lookup(id.Field().pair) }
