package profile

// topFields are the keys above all tables.
var topFields = [...]Field{
	{
		ID: Schema, Section: "", Key: "schema", Kind: Integer, Min: 1, Max: 1,
		Group: "", Effort: 1,
		Technical: "Version of the field table that the file follows, always 1",
		Why:       "A program that reads another version says so instead of guessing",
		HowTo:     "It is the first line of every profile: schema = 1",
	},
	{
		ID: Name, Section: "", Key: "name", Kind: Text,
		Group: "", Effort: 1,
		Prompt:    "What is it called?",
		Technical: "Name of the workload, any text",
		Why:       "It stands on every result and record",
		HowTo:     "Take the name that your team uses",
		Typical:   []string{"shop", "billing"},
	},
	{
		ID: Summary, Section: "", Key: "summary", Kind: Text,
		Group: "", Effort: 1,
		Prompt:    "What is it, in one line?",
		Technical: "One line about the workload, for people",
		Why:       "Whoever reads the decision next year knows what it was about",
		HowTo:     "Say what it does and for whom",
		Typical:   []string{"web shop for garden tools"},
	},
	{
		ID: Scope, Section: "", Key: "scope", Kind: Option, Options: []string{"system", "component", "organisation"}, Default: "system",
		Group: "Constraints", Effort: 1,
		Prompt:    "What is being decided: a whole system, one component, or how an organisation builds?",
		Technical: "What the decision is about",
		Why:       "A decision record says how far it reaches; it changes no score",
		HowTo:     "Take component if the rest of the system stays as it is",
		Typical:   []string{"system"},
	},
}
