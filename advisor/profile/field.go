package profile

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

// String returns the kind in words, as error messages use it.
func (k Kind) String() string {
	return [...]string{"a number", "true or false", "a word", "a string", "an array of strings", "a whole number"}[k]
}

// Field describes one field of the contract: what may be written there, what
// it means, how to ask for it and what is assumed when nobody answers.
type Field struct {
	ID           ID
	Section, Key string   // "team", "engineers"; Section is "" for a top-level key
	Kind         Kind     //
	Unit         string   // "req/s", "ms", "MB", "USD", "people", "%", "share", ... "" for none
	Min, Max     float64  // bounds of a number, Max included
	MinOpen      bool     // Min itself is not allowed
	Whole        bool     // counts of things: draws are rounded to whole numbers
	Options      []string // words of an Option; words allowed in a TextList (nil: any)
	Default      string   // taken when unanswered and not drawn; "" is none
	Drawn        bool     // an unknown value is drawn from the prior
	PriorText    string   // the prior in words: "2 to 1000, log"
	PriorSource  string   // where the prior comes from, or "assumption"
	Prompt       string   // the question in plain words
	Technical    string   // what it means, in technical words
	Why          string   // why it is asked
	HowTo        string   // how to find out
	Typical      []string // typical values: "blog 1", "SaaS 50"
	Group        string   // group of the questionnaire: Team, Load, ...
	Effort       float64  // effort of answering: 1 known off-hand, 3 must be measured

	low, high float64 // the prior of a number, given nothing else
	log       bool    // uniform in the logarithm
	chance    float64 // the prior of a bool
	group     int     // see PriorGroup
}

// Name returns the dotted name of the field, as rules and --set use it:
// "team.engineers", or "name" for a top-level key.
func (f *Field) Name() string {
	if f.Section == "" {
		return f.Key
	}
	return names[f.ID]
}

// Numeric reports whether the field takes a number or a range of numbers.
func (f *Field) Numeric() bool { return f.Kind == Numeric }

// Allows reports whether v is a finite number within the bounds of the field.
func (f *Field) Allows(v float64) bool {
	if f.MinOpen {
		return v > f.Min && v <= f.Max
	}
	return v >= f.Min && v <= f.Max
}

// Option returns the index of a word in Options.
func (f *Field) Option(word string) (int, bool) {
	for i, o := range f.Options {
		if o == word {
			return i, true
		}
	}
	return 0, false
}

// Fields returns the table of all fields in contract order; the index of a
// field is its ID. The table is shared: do not write to it.
func Fields() []Field { return table[:] }

// Field returns the row of the table that describes id.
func (id ID) Field() *Field { return &table[id] }

// String returns the dotted name of the field: "team.engineers".
func (id ID) String() string {
	if id >= NumFields {
		return "unknown field"
	}
	return names[id]
}

// Lookup finds a field by its dotted name.
func Lookup(name string) (ID, bool) {
	id, ok := byName[name]
	return id, ok
}
